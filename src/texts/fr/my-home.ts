import { count, figure, plural } from './page-words.ts';

/** `/my`: at a glance, and the timeline. */
export const myHomeTexts = (office: string) => ({
  lede: 'Vos années d’engagement, ce qui attend votre réponse, et ce qu’il manque pour chaque badge.',
  glance: (years: number, families: number, next: string | undefined) =>
    [
      `${figure(years)} ${plural(years, 'an', 'ans')}`,
      `${families} ${plural(families, 'famille', 'familles')} sur 5`,
      ...(next ? [next] : []),
    ].join(' · '),
  /** « Il manque 2 h de formation » → « il manque 2 h de formation pour RUPN confirmé·e ». */
  missingOne: (missing: string, badge: string) =>
    `${missing.charAt(0).toLowerCase()}${missing.slice(1)} pour ${badge}`,
  missingMany: (conditions: number, badge: string) =>
    `il manque ${count(conditions, 'condition', 'conditions')} pour ${badge}`,
  allMet: (badge: string) => `critères remplis pour ${badge} : la ${office} décide`,
  allGranted: 'tous les badges vous ont été accordés',
  /** « RUPN engagé·e (accepté) ». */
  grantedOne: (badge: string, state: string) => `${badge} (${state})`,
  granted: (badges: readonly string[]) =>
    `${plural(badges.length, 'Badge accordé', 'Badges accordés')} : ${badges.join(', ')}.`,
  met: (badges: readonly string[]) => `Critères remplis, la ${office} décide : ${badges.join(', ')}.`,
  seeBadges: 'Voir mes badges',
  elsewhere: 'Ce qui attend une autre personne',
  seeRequested: 'Voir ces engagements',
  waiting: 'Ce qui vous attend',
  nothingWaits: 'Rien n’attend votre réponse.',
  contested: (engagements: number): string =>
    plural(engagements, 'engagement contesté : répondez', 'engagements contestés : répondez'),
  requested: (engagements: number): string =>
    plural(
      engagements,
      'Un de vos engagements attend la confirmation du chef d’établissement. Vous n’avez rien à faire.',
      `${figure(engagements)} de vos engagements attendent la confirmation du chef d’établissement. Vous n’avez rien à faire.`,
    ),
  see: 'Voir',
  /** « Voir : 2 badges à accepter ». */
  act: (word: string, what: string) => `${word} : ${what}`,
  answer: 'Répondre',
  years: 'Mes années d’engagement',
  empty:
    'Aucun engagement n’est enregistré. Dites quelles missions vous exercez, et depuis quand : une minute suffit.',
  ownMissions: 'Vos propres missions',
  noEngagement:
    'Aucun engagement n’est enregistré à votre nom. Si vous exercez vous-même des missions de référent :',
  declare: 'Déclarer un engagement',
  links: 'Aller plus loin',
  linkTexts: {
    engagements: 'Mes engagements : où, quand, quelles missions',
    trainings: 'Mes formations : ce qui compte, et jusqu’à quand',
    contributions: 'Mes contributions : en ajouter une, avec son lien',
    badges: 'Mes badges : ce qu’il manque pour chacun',
    documents: 'Mes documents : attestations, lettres de mission, comptes rendus',
    data: 'Mes données : tout télécharger, faire corriger, faire effacer',
  },
  timeline: {
    title: 'Frise de mes années d’engagement',
    text: (years: readonly string[]) =>
      `Une barre par établissement et par année scolaire : pleine si l’engagement est confirmé, hachurée s’il est demandé, en pointillé s’il est contesté. Un repère par formation ou rencontre. ${years.join(' ; ')}.`,
    year: (label: string, value: string) => `${label} : ${value}`,
    table: 'Les années en tableau',
    yearColumn: 'Année scolaire',
    value: 'Valeur',
    days: 'Jours comptés',
    families: 'Familles',
    engagements: 'Engagements',
    events: 'Formations et rencontres',
    legend: 'Plein : confirmé. Hachuré : demandé. Pointillé : contesté. Triangle : formation ou rencontre.',
    undrawn: (from: string) => `Les années avant ${from} sont dans le tableau.`,
    values: {
      whole: '1',
      half: '½',
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
