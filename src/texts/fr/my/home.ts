import { small } from '../criteria/numbers-and-names.ts';
import { and, capitalised, figure, plural, yearsAsText } from '../grammar/page-phrases.ts';

/** « Deux années », « une année et demie »: a number of years and half years, at the beginning of a sentence. */
function yearsSpelt(value: number): string {
  const whole = Math.floor(value);
  if (whole === 0) return 'une demi-année';
  return `${whole === 1 ? 'une année' : `${small(whole)} années`}${value > whole ? ' et demie' : ''}`;
}

/** `/my`: at a glance, and the timeline. */
export const myHomeTexts = (office: string) => ({
  glance: (years: number, families: readonly [covered: number, all: number], next: string | undefined) =>
    [
      capitalised(yearsAsText(years)),
      `${families[0]} ${plural(families[0], 'famille', 'familles')} sur ${families[1]}`,
      ...(next ? [next] : []),
    ].join(' · '),
  /** « prochaine étape : 2 h de formation, pour RUPN confirmé·e ». */
  next: (step: string, badge: string) => `${step.charAt(0).toLowerCase()}${step.slice(1)}, pour ${badge}`,
  allMet: (badges: readonly string[]) => `critères remplis pour ${and(badges)} : la ${office} décide`,
  allGranted: 'tous les badges vous ont été accordés',
  news: {
    /** « Deux années attendent la décision de la DANE. »; 0 where less than half a year waits. */
    awaited: (years: number, by: 'office' | 'principal') => {
      const what = years === 0 ? 'Un engagement' : capitalised(yearsSpelt(years));
      const decision =
        by === 'office' ? `la décision de la ${office}` : 'la confirmation de votre chef d’établissement';
      return `${what} ${years > 1 ? 'attendent' : 'attend'} ${decision}.`;
    },
    met: (badges: readonly string[]) =>
      badges.length === 1
        ? `Vos critères sont remplis pour ${badges[0]} : la ${office} décide.`
        : `Vos critères sont remplis pour ${badges.length} badges, ${and(badges)} : la ${office} décide.`,
    byTime: (badge: string, day: string, isFirst: boolean) =>
      `Votre ${isFirst ? 'premier' : 'prochain'} badge, ${badge} : le ${day}, si votre mission continue.`,
    newest: (badge: string, day: string) => `Votre badge le plus récent, ${badge} : reconnu le ${day}.`,
  },
  path: {
    heading: 'Votre chemin',
    title: 'Votre chemin de badge en badge',
    text: (stops: readonly string[]) =>
      `L’échelle des niveaux, puis les thèmes. Un badge est plein si vous le tenez, en pointillé sinon. ${stops.join(' ; ')}.`,
    stop: (badge: string, texts: string) => `${badge} : ${texts.replace(/\.$/, '')}`,
    ladder: 'Les niveaux, l’un après l’autre',
    themes: 'Les thèmes, à côté',
    legend: 'Plein : le badge est à vous. Pointillé : pas encore, ou plus.',
    table: 'Le chemin en tableau',
    badge: 'Badge',
    held: 'À vous',
    yes: 'oui',
    no: 'non',
    state: 'Où vous en êtes',
    met: `Critères remplis : la ${office} décide.`,
    states: {
      private: (day: string) => `Accordé le ${day} : à accepter ou à refuser.`,
      accepted: (day: string) => `Reconnu le ${day}.`,
      declined: () => 'Vous l’avez refusé.',
      hidden: (day: string) => `Reconnu le ${day}. Vous le cachez.`,
      revoked: () => 'Il a été révoqué.',
      suspended: () => 'Il est suspendu.',
      unsigned: (day: string) => `Accordé le ${day}, bientôt signé.`,
      ended: (day: string) => `Reconnu le ${day}, arrivé à son terme.`,
    },
  },
  seeBadges: 'Voir ce que demande chaque badge',
  seeRequested: 'Voir ces engagements',
  waiting: 'Ce qui attend',
  contested: (engagements: number, byPrincipal: boolean): string => {
    const what = plural(engagements, 'un de vos engagements', `${figure(engagements)} de vos engagements`);
    const command = plural(engagements, 'est enregistré comme contesté', 'sont enregistrés comme contestés');
    const stated = byPrincipal ? `Votre chef d’établissement conteste ${what}` : `${what} ${command}`;
    return `${stated.charAt(0).toUpperCase()}${stated.slice(1)}. Vous pouvez répondre ; la ${office} décide ensuite.`;
  },
  requested: (engagements: number): string =>
    plural(
      engagements,
      'Un de vos engagements attend la confirmation de votre chef d’établissement. Vous n’avez rien à faire.',
      `${figure(engagements)} de vos engagements attendent la confirmation de votre chef d’établissement. Vous n’avez rien à faire.`,
    ),
  answer: 'Répondre à la contestation',
  years: 'Mes années d’engagement',
  empty:
    'Aucun engagement n’est enregistré à votre nom. Dites quelles missions vous exercez, et depuis quand : votre chef d’établissement confirme, et les années comptent.',
  ownMissions: 'Vos propres missions',
  noEngagement:
    'Aucun engagement n’est enregistré à votre nom. Si vous exercez vous-même des missions de référent :',
  declare: 'Déclarer un engagement',
  declareYear: (year: string) => `Déclarer votre engagement de ${year}`,
  timeline: {
    title: 'Frise de mes années d’engagement',
    text: (years: readonly string[]) =>
      `Une barre par établissement et par année scolaire : pleine si l’engagement est confirmé, hachurée s’il est demandé, en pointillé s’il est contesté. Un repère par formation ou rencontre. ${years.join(' ; ')}.`,
    year: (label: string, value: string) => `${label} : ${value}`,
    table: 'Les années en tableau',
    yearColumn: 'Année scolaire',
    value: 'Elle compte pour',
    days: 'Jours comptés',
    families: 'Familles',
    engagements: 'Engagements',
    events: 'Formations et rencontres',
    legend:
      'Plein : confirmé. Hachuré : demandé. Pointillé : contesté. Triangle : formation ou rencontre, plein si elle est attestée, vide si elle est déclarée.',
    undrawn: (from: string) => `Les années avant ${from} sont dans le tableau.`,
    values: {
      whole: 'une année',
      half: 'demi-année',
      underway: 'en cours',
      requested: 'demandé',
      contested: 'contesté',
      none: 'aucun jour',
    },
    segment: (school: string, state: string) => `${school} (${state})`,
    /** Several values in one cell. */
    list: (items: readonly string[]) => items.join(' ; '),
    none: 'Aucune',
  },
});
