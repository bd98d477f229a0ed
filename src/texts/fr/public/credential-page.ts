import { withArticle, withSmallInitial } from '../grammar/names.ts';
import { and, count } from '../grammar/page-phrases.ts';
import { atSchool } from '../grammar/school-name.ts';

/** Words of the page of an issued badge. */
export const credentialPageTexts = (office: string) => ({
  description: (name: string, issuer: string, awarded: string) =>
    `« ${name} », badge numérique délivré par ${withArticle(issuer)} ${awarded}. Vérifiable par tous.`,
  /** `to` comes from `toPerson` or `toSchool`. */
  delivered: (issuer: string, awarded: string, to: string | undefined) =>
    `${['Délivré', to].filter(Boolean).join(' ')} par ${withArticle(issuer)}, ${awarded}`,
  toPerson: (name: string) => `à ${name}`,
  /** The name of a school includes its article. */
  toSchool: atSchool,
  validUntil: (day: string) => `Valable jusqu’au ${day}`,
  /** « Emma Fabre est RUPN confirmée », « Emma Fabre est veilleuse ». */
  personIs: (name: string, title: string) => `${name} est ${withSmallInitial(title)}`,
  personWas: (name: string, title: string) => `${name} a été ${withSmallInitial(title)}`,
  schoolHas: (name: string, title: string) => `${name} : ${withSmallInitial(title)}`,
  hiddenName: 'Ce badge appartient à une personne qui a choisi de ne pas se nommer.',
  seal: 'Authentique et valable',
  checkedNow: 'vérifié à l’instant',
  figures: 'En chiffres',
  about: {
    person:
      'Les RUPN (référents pour les ressources et usages pédagogiques numériques) font vivre le numérique dans leur collège ou leur lycée, une mission confiée par l’Éducation nationale.',
    issuer: (academy = 'académie') => `le service de l’${academy} chargé du numérique éducatif`,
    delivered: (issuer: string, about: string) =>
      `Ce badge est délivré par ${withArticle(issuer)}, ${about}.`,
  },
  /** Titles over what a person or a team does; the schools stand where the holder shows them. */
  missionsHeld: (schools: readonly string[], period: string | undefined) =>
    [['Missions exercées', and(schools.map(atSchool))].filter(Boolean).join(' '), period]
      .filter(Boolean)
      .join(', '),
  teamMissions: (period: string | undefined) =>
    ['Les missions de l’équipe', period].filter(Boolean).join(', '),
  attested: 'Qui l’atteste',
  /** The schools of the confirmed engagement, if the badge shows them. */
  confirmedAt: (schools: readonly string[]) => `Engagement exercé ${and(schools.map(atSchool))}.`,
  deliveredOn: (issuer: string, awarded: string) => `Délivré par ${withArticle(issuer)} ${awarded}.`,
  endsOn: (day: string) => `Valable jusqu’au ${day}.`,
  checkedAt: (day: string) => `Vérifié le ${day}`,
  atMinute: ' à {h}\u00a0h\u00a0{m}',
  checkAgain: 'Vérifier de nouveau',
  recognisedOnce: 'Ce que ce badge disait',
  /** School years, each by the year in which it begins; one alone by its own name. */
  /** An engagement that went on on the judged day. */
  since: (first: string, stood: string) => `depuis ${first}, en cours ${stood}`,
  onDay: (day: string) => `au ${day}`,
  inYear: (year: string) => `en ${year}`,
  /** An engagement that had ended. */
  until: (first: number, day: string) => `de ${first} au ${day}`,
  span: (first: number, last: number) =>
    first === last ? `en ${first}-${first + 1}` : `de ${first} à ${last}`,
  timeline: 'Les années d’engagement',
  /** A year that went on when the badge was judged is under way until it counts. */
  yearValue: (value: number, isOpen: boolean): string =>
    value === 1
      ? 'année entière'
      : value === 0.5
        ? 'demi-année'
        : isOpen
          ? 'en cours à la délivrance'
          : 'moins d’une demi-année',
  /** « 4 années entières, une demi-année et une année en cours à la délivrance. » */
  yearsTogether: ({
    whole,
    half,
    short,
    open,
  }: {
    whole: number;
    half: number;
    short: number;
    open: number;
  }) =>
    `${and(
      [
        [whole, 'une année entière', 'années entières'] as const,
        [half, 'une demi-année', 'demi-années'] as const,
        [short, 'une année de moins d’une demi-année', 'années de moins d’une demi-année'] as const,
        [open, 'une année en cours à la délivrance', 'années en cours à la délivrance'] as const,
      ]
        .filter(([many]) => many > 0)
        .map(([many, one, several]) => (many === 1 ? one : `${many} ${several}`)),
    ).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}.`,
  timelineText: (years: readonly string[]) => `Une barre par année scolaire. ${years.join(' ; ')}.`,
  timelineYear: (label: string, value: string) => `${label} : ${value}`,
  timelineTable: 'Les années en tableau',
  year: 'Année scolaire',
  value: 'Valeur',
  detail: 'Ce que disent les preuves',
  decided: 'Comment ce badge a été décidé',
  /** Of a badge that was revoked or suspended. */
  retained: 'Ce que la décision avait retenu',
  criteria: 'Les critères, et comment ils sont remplis',
  byDecision: `accordé par décision de la ${office}`,
  criterionMet: 'Rempli',
  criteriaSummary: (met: number, all: number) => `${met} sur ${all} ${met > 1 ? 'remplis' : 'rempli'}`,
  criterionNotMet: 'Non rempli',
  criteriaVersion: (version: number) => `Jugé selon la version ${version} des critères.`,
  criteriaLink: 'Lire cette version des critères',
  missions: 'Dans le référentiel des missions du RUPN',
  alignments: 'Correspondances avec d’autres référentiels',
  checks: 'Les vérifications faites',
  checkName: (name: string) => `${name} :`,
  alsoSaid: 'Ce que le badge dit aussi',
  checksSummary: (passed: number, all: number) => `${passed} sur ${all} réussies`,
  manage: 'Gérer ce badge',
  share: 'Partager',
  shareText: 'L’adresse de cette page est celle du badge. Elle ne change pas.',
  address: 'Adresse du badge',
  copyLink: 'Copier le lien',
  phrase: 'Une phrase prête pour Tchap, un courriel ou un réseau',
  copyPhrase: 'Copier la phrase',
  embed: 'À coller dans une page web',
  embedFrame: 'Ou, à coller, une carte avec le verdict',
  embedLink: 'Ouvrir et vérifier ce badge',
  embedNothing: {
    'not-found': 'Ce badge n’est pas public.',
    erased: 'Ce badge a été effacé.',
  },
  download: 'Les fichiers du badge',
  downloadText: 'Chaque fichier contient la preuve : il se vérifie sans cette page.',
  print: 'Imprimer',
  elsewhere: 'Vérifier ailleurs',
  elsewhereText: 'Vous n’avez pas à nous croire : d’autres services vérifient ce badge.',
  qr: 'Code QR de l’adresse de cette page',
  qrText: 'Visez ce code pour ouvrir cette page et vérifier le badge.',
  printedOn: (day: string) =>
    `Vérifié le ${day}. L’état du badge peut changer : l’adresse ci-dessus fait foi.`,
  technical: 'Détail technique',
  count,
});
