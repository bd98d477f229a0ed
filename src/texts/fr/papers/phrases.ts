import type { FormChoice } from '../../../domain/award/types.ts';
import type { Period } from '../../../domain/time/calendar.ts';
import { toDay } from '../grammar/day.ts';

// No-break spaces keep a date on one line.
const day = (date: string) => (toDay(date) ?? date).replaceAll(' ', '\u00a0');

/** Words that all printed documents share. */
export const paperTexts = {
  language: 'fr-FR',
  day,
  page: (number: number, total: number) => `Page ${number} sur ${total}`,
  madeOn: (date: string) => `Établi le ${day(date)}`,
  /** « du 1er septembre 2023 au 30 juin 2026 », « depuis le 1er septembre 2023 ». */
  period: ({ from, to }: Period) =>
    to === undefined ? `depuis le ${day(from)}` : `du ${day(from)} au ${day(to)}`,
  /** A period next to others of the same days: « jusqu’au 31 janvier 2027 » where it began before them. */
  partOf: ({ from, to }: Period, days: Required<Period>): string => {
    if (to === undefined || to >= days.to) return `depuis le ${day(from)}`;
    return from <= days.from ? `jusqu’au ${day(to)}` : `du ${day(from)} au ${day(to)}`;
  },
  capitalised: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  uncapitalised: (text: string) => text.charAt(0).toLowerCase() + text.slice(1),
  school: (name: string, commune: string) => (commune === '' ? name : `${name}, ${commune}`),
  nothing: (sections: readonly string[]) => `Aucun élément enregistré : ${sections.join(', ')}.`,
  none: '—',
  facts: {
    person: 'Nom',
    school: 'Établissement',
    schoolYear: 'Année scolaire',
    principal: 'Chef d’établissement',
    madeOn: 'Établi le',
    factsOn: 'Faits arrêtés au',
    /** Both on one day. */
    madeAndFactsOn: 'Établi et arrêté le',
  },
  principalSigns: (name: string) => ({
    who: ['Le chef d’établissement', name].filter(Boolean).join(', '),
    asks: 'Signature',
  }),
  madeAt: (commune: string, date: string) =>
    commune === '' ? `Fait le ${day(date)}` : `Fait à ${commune}, le ${day(date)}`,
  /** Who has chosen no form is only named. */
  personSigns: (name: string, form: FormChoice | undefined) => ({
    who: { feminine: `La référente, ${name}`, masculine: `Le référent, ${name}`, inclusive: name }[
      form ?? 'inclusive'
    ],
    asks: 'Date et signature',
  }),
  verification: {
    heading: 'Vérifier ce document',
    caption: (date: string) =>
      `Document établi le ${day(date)}. Pour comparer ce papier aux faits enregistrés, scannez le code ou ouvrez cette adresse :`,
    alternative: (address: string) => `Code QR de l’adresse ${address}`,
  },
  impDecision:
    'L’attribution d’une indemnité pour mission particulière (IMP) et son taux relèvent de la décision du recteur, sur proposition du chef d’établissement, après avis du conseil pédagogique et du conseil d’administration.',
};
