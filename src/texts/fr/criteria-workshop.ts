import type { FigureThreshold } from '../../domain/criteria/criteria-figures.ts';
import { count } from './page-words.ts';

const thresholds: Readonly<Record<FigureThreshold, string>> = {
  fullYearDays: 'Jours pour une année entière',
  halfYearDays: 'Jours pour une demi-année',
  coveredMissionDays: 'Jours pour qu’une mission soit couverte',
  trainingExpiryYears: 'Années pendant lesquelles une formation compte',
  trainingProof: 'Niveau de preuve d’une formation (0 à 3)',
  daneEventProof: 'Niveau de preuve d’un rendez-vous de la DANE (0 à 3)',
  reviewWaivedBefore: 'Première année scolaire où le point d’étape est exigé',
  selfReportRestYears: 'Années sans bilan écrit avant le suivant',
};

/** The criteria workshop. */
export const criteriaWorkshopTexts = {
  title: 'Les critères',
  lede: 'Chaque version garde ses badges : un badge délivré n’est jamais rejugé par une version plus récente.',
  version: (version: number) => `Version ${version}`,
  since: 'En vigueur depuis le',
  from: (day: string) => `à partir du ${day}`,
  workshop: 'Essayer d’autres chiffres',
  workshopTitle: 'L’atelier des critères',
  workshopLede:
    'Changez un ou plusieurs chiffres sur cette copie, puis comparez : vous verrez qui gagnerait et qui perdrait chaque badge. Rien ne change tant que vous n’adoptez pas.',
  common: 'Pour tous les badges',
  thresholds,
  validity: 'Années de validité',
  part: (part: string) =>
    ({ last: 'dernières années', years: 'années', inYears: 'années chacune' })[part] ?? 'au moins',
  figure: (requirement: string, part: string) => `${requirement} (${part})`,
  day: 'Comparer au',
  tryIt: 'Comparer',
  adopt: 'Adopter ces chiffres',
  adoptFrom: 'À partir du',
  adoptHelp: 'Demain au plus tôt. Les badges déjà attribués gardent la version qui les a jugés.',
  adoptButton: 'Adopter comme nouvelle version',
  badge: 'Badge',
  today: 'Aujourd’hui',
  tomorrow: 'Avec ces chiffres',
  gain: 'Gagneraient',
  lose: 'Perdraient',
  nobody: 'personne',
  people: (total: number) => count(total, 'personne', 'personnes'),
  andMore: (more: number) => `et ${more} de plus`,
  keptAwards:
    'Les badges déjà attribués ne bougent pas : seuls les prochains jugements suivraient ces chiffres.',
  changeOrAdopt: 'Changer encore, ou adopter',
  changed: 'Chiffres changés',
};
