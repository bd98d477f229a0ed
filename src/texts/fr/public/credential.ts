import type { ReviewGround } from '../../../domain/facts/review-years.ts';
import type { ContributionKind } from '../../../domain/records.ts';
import { and, count, figure } from '../grammar/page-phrases.ts';

const CONTRIBUTIONS: Readonly<Record<ContributionKind, readonly [string, string]>> = {
  session: ['prise en main animée', 'prises en main animées'],
  project: ['projet mené', 'projets menés'],
  showcase: ['valorisation', 'valorisations'],
  'training-given': ['formation animée', 'formations animées'],
  mentoring: ['tutorat', 'tutorats'],
  resource: ['ressource partagée', 'ressources partagées'],
};

type KindCounts = readonly (readonly [ContributionKind, number])[];

function contributions(counts: KindCounts): string {
  return and(counts.map(([kind, value]) => count(value, ...CONTRIBUTIONS[kind])));
}

/** Of a school year that was not over on the judged day. It stays true. */
const YEAR_UNDERWAY = 'Année scolaire en cours quand les critères ont été vérifiés';

/** Words written into a signed badge. Badges that are already issued keep theirs. */
export const credentialTexts = {
  imageCaption: (badge: string) => `Badge « ${badge} »`,
  role: 'RUPN',
  teamRole: 'Équipe RUPN',
  frameworkName: 'Référentiel des missions du RUPN',
  frameworkDescription:
    'Les familles de missions et les missions du référent pour les ressources et usages pédagogiques numériques.',
  results: {
    duration: 'Durée de l’engagement, en années scolaires',
    families: 'Familles de missions exercées',
    hours: 'Heures de formation suivies',
  },
  schoolYear: (year: number) => `Année scolaire ${year}-${year + 1}`,
  /** A nameless badge states no days. */
  yearValue: (value: 0 | 0.5 | 1, days: number | undefined, isUnderway: boolean) => {
    const counted = days === undefined ? '' : ` (${count(days, 'jour', 'jours')})`;
    if (value === 1) return `Une année entière d’engagement${counted}.`;
    const half = `Une demi-année d’engagement${counted}.`;
    if (isUnderway) {
      const stated = days === undefined ? '' : `, avec ${count(days, 'jour', 'jours')} d’engagement`;
      return value === 0.5 ? `${half} ${YEAR_UNDERWAY}.` : `${YEAR_UNDERWAY}${stated}.`;
    }
    return value === 0.5 ? half : `Moins d’une demi-année d’engagement${counted}.`;
  },
  families: (names: readonly string[]) =>
    names.length === 1
      ? `Famille de missions exercée : ${names[0]}.`
      : `Familles de missions exercées : ${names.join(' ; ')}.`,
  reviewed: {
    review: () => 'Point d’étape tenu.',
    'self-report': () => 'Bilan remis, à défaut de point d’étape.',
    'review-or-report': () => 'Point d’étape tenu ou bilan remis.',
  } satisfies Record<Exclude<ReviewGround, 'waiver'>, () => string>,
  schools: (names: readonly string[]) =>
    names.length === 1 ? `Établissement : ${names[0]}.` : `Établissements : ${and(names)}.`,
  trainingsName: 'Formations suivies',
  trainings: (hours: number, trainings: number) =>
    `${figure(hours)} h de formation, en ${count(trainings, 'formation attestée', 'formations attestées')}.`,
  daneEvents: (events: number) =>
    `Participation à ${count(events, 'rencontre ou classe virtuelle', 'rencontres ou classes virtuelles')} de la DANE.`,
  contributionsName: 'Contributions validées par la DANE',
  contributions: (counts: KindCounts) => `${contributions(counts)}.`,
  declaredName: 'Contributions déclarées',
  declared: (counts: KindCounts) => `${contributions(counts)} (déclaré par la personne, sans validation).`,
  teamMembers: (members: number) => `Une équipe de ${count(members, 'personne', 'personnes')}.`,
  teamHours: (hours: number) => `${figure(hours)} h de formation suivies par l’équipe.`,
  teamMeetings: (meetings: number) =>
    `${count(meetings, 'rencontre annuelle', 'rencontres annuelles')} avec la DANE dans l’établissement.`,
  confirmationName: 'Confirmation de l’engagement',
  confirmedByPrincipal: 'Engagement confirmé par le chef d’établissement.',
  confirmedByDane: 'Engagement confirmé par la DANE, sur pièces.',
  confirmedByBoth:
    'Engagement confirmé par le chef d’établissement et, pour une partie, par la DANE, sur pièces.',
  criteriaMetName: 'Les critères, et comment ils sont remplis',
  criterionMet: (requirement: string, met: string) => (met ? `${requirement} (${met}).` : `${requirement}.`),
  overrideName: 'Décision de la DANE',
  override: 'Badge accordé par décision de la DANE.',
};
