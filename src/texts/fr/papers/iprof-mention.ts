import type { FormChoice } from '../../../domain/award/types.ts';
import { trainingHours } from '../criteria/training-hours.ts';
import { toDay } from '../grammar/day.ts';
import { withArticle } from '../grammar/names.ts';
import { count, yearsAsText } from '../grammar/page-phrases.ts';
import { referent } from '../public/labels.ts';

const day = (date: string) => toDay(date) ?? date;

/** Words of the mention for i-Prof. Each is a sentence of its own. */
export const iprofTexts = {
  role: (
    form: FormChoice | undefined,
    school: string,
    { from, to, on }: { from: string; to: string | undefined; on: string },
  ) => {
    const period =
      to === undefined ? `depuis le ${day(from)}, en cours au ${day(on)}` : `du ${day(from)} au ${day(to)}`;
    return `${referent(form)} ressources et usages pédagogiques numériques, ${school}, ${period}.`;
  },
  years: (years: number) => `Durée : ${yearsAsText(years)}.`,
  missions: (labels: readonly string[], others: number) => {
    const more = others === 0 ? '' : ` et ${count(others, 'autre mission', 'autres missions')}`;
    return `Missions : ${labels.join(', ')}${more}.`;
  },
  missionCount: (missions: number) => `${count(missions, 'mission exercée', 'missions exercées')}.`,
  hours: (year: string, hours: Parameters<typeof trainingHours>[2]) =>
    trainingHours('Formation', year, hours),
  confirmed: {
    principal: () => 'Engagement confirmé par le chef d’établissement.',
    dane: (office: string) => `Engagement confirmé par la ${office}, sur pièces.`,
    both: (office: string) =>
      `Engagement confirmé par le chef d’établissement et, pour une partie, par la ${office}.`,
  },
  badge: (name: string, issuer: string, on: string) =>
    `Open Badge « ${name} », délivré par ${withArticle(issuer)} le ${day(on)}.`,
  link: (address: string) => `Vérification : ${address}`,
};
