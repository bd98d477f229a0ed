import { count, figure, plural, withArticle } from './page-words.ts';
import { atSchool } from './school-name.ts';

const yearWord = (years: number): string => plural(years, 'année scolaire', 'années scolaires');
const familyWord = (families: number): string =>
  plural(families, 'famille de missions sur 5', 'familles de missions sur 5');

/** Words of the page of an issued badge. */
export const credentialPageTexts = (office: string) => ({
  description: (name: string, issuer: string, day: string) =>
    `« ${name} », badge numérique délivré par ${withArticle(issuer)} le ${day}. Vérifiable par tous.`,
  /** `to` comes from `toPerson` or `toSchool`. */
  delivered: (issuer: string, day: string, to: string | undefined) =>
    `${['Délivré', to].filter(Boolean).join(' ')} par ${withArticle(issuer)}, le ${day}`,
  toPerson: (name: string) => `à ${name}`,
  /** The name of a school includes its article. */
  toSchool: atSchool,
  validUntil: (day: string) => `Valable jusqu’au ${day}`,
  hiddenName: 'Son titulaire a choisi de ne pas afficher son nom.',
  checkedAt: (moment: string) => `Vérifié le ${moment}`,
  checkAgain: 'Vérifier de nouveau',
  recognised: 'Ce qui est reconnu',
  recognisedOnce: 'Ce que ce badge disait',
  figure,
  yearWord,
  span: (from: number, to: number) => `de ${from} à ${to}`,
  familyWord,
  hourWord: (hours: number): string => plural(hours, 'heure de formation', 'heures de formation'),
  families: 'Familles de missions exercées',
  timeline: 'Années scolaires d’engagement',
  timelineText: (years: readonly string[]) => `Une barre par année scolaire. ${years.join(' ; ')}.`,
  timelineYear: (label: string, value: string) => `${label} : ${value}`,
  timelineTable: 'Les années en détail, en tableau',
  year: 'Année scolaire',
  value: 'Valeur',
  detail: 'Ce que disent les preuves',
  criteria: 'Les critères, et comment ils sont remplis',
  byDecision: `accordé par décision de la ${office}`,
  criterionMet: 'Rempli',
  criterionNotMet: 'Non rempli',
  criteriaVersion: (version: number) => `Jugé selon la version ${version} des critères.`,
  criteriaLink: 'Lire cette version des critères',
  missions: 'Dans le référentiel des missions du RUPN',
  alignments: 'Correspondances avec d’autres référentiels',
  checks: 'Les vérifications faites',
  checkName: (name: string) => `${name} :`,
  checksSummary: (passed: number, all: number) => `${passed} sur ${all} réussies`,
  actions: 'Partager, télécharger, vérifier ailleurs',
  share: 'Partager',
  shareText: 'L’adresse de cette page est celle du badge. Elle ne change pas.',
  address: 'Adresse du badge',
  copyLink: 'Copier le lien',
  embed: 'À coller dans une page web',
  embedFrame: 'Ou, à coller, une carte avec le verdict',
  embedLink: 'Ouvrir et vérifier ce badge',
  embedNothing: {
    'not-found': 'Ce badge n’est pas public.',
    erased: 'Ce badge a été effacé.',
  },
  download: 'Télécharger',
  downloadText: 'Chaque fichier contient la preuve : il se vérifie sans cette page.',
  print: 'Imprimer',
  printText: 'Imprimez cette page depuis votre navigateur : elle tient sur une feuille A4, avec le code QR.',
  elsewhere: 'Vérifier ailleurs',
  elsewhereText: 'Vous n’avez pas à nous croire : d’autres services vérifient ce badge.',
  qr: 'Code QR de l’adresse de cette page',
  qrText: 'Visez ce code pour ouvrir cette page et vérifier le badge.',
  printedOn: (moment: string) =>
    `Vérifié le ${moment}. L’état du badge peut changer : l’adresse ci-dessus fait foi.`,
  imageLink: 'Ouvrir l’image du badge',
  technical: 'Détail technique',
  count,
});
