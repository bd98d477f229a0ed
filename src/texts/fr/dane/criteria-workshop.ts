import type { FigureThreshold, RuleFigureName } from '../../../domain/criteria/figures.ts';
import { count } from '../grammar/page-phrases.ts';
import { criteriaDraftTexts } from './criteria-drafts.ts';

const thresholds = (office: string): Readonly<Record<FigureThreshold, string>> => ({
  fullYearDays: 'Jours pour une année entière',
  halfYearDays: 'Jours pour une demi-année',
  coveredMissionDays: 'Jours pour qu’une mission soit couverte',
  trainingExpiryYears: 'Années pendant lesquelles une formation compte',
  trainingProof: 'Niveau de preuve d’une formation',
  daneEventProof: `Niveau de preuve d’un rendez-vous de la ${office}`,
  reviewWaivedBefore: 'Première année scolaire où le point d’étape est exigé',
  selfReportRestYears: 'Années sans bilan écrit avant le suivant',
});

const parts: Readonly<Record<RuleFigureName, string>> = {
  atLeast: 'nombre exigé',
  last: 'nombre de dernières années regardées',
  years: 'nombre d’années consécutives',
  inYears: 'nombre d’années pour chaque famille',
};

export const criteriaWorkshopTexts = (office: string) => ({
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
  thresholds: thresholds(office),
  validity: 'Années de validité',
  parts,
  figure: (requirement: string, part: string) => `${requirement} (${part})`,
  bounds: (min: number, max: number) => `De ${withComma(min)} à ${withComma(max)}.`,
  change: (label: string, { badge, from, to }: { badge?: string | undefined; from: string; to: string }) =>
    `${badge ? `${badge} · ` : ''}${label} : ${to} au lieu de ${from}`,
  day: 'Comparer au',
  tryIt: 'Comparer',
  adopt: 'Adopter ces chiffres',
  adoptFrom: 'À partir du',
  adoptHelp:
    'Nécessaire pour adopter : de demain à dans deux ans. Les badges déjà attribués gardent la version qui les a jugés.',
  adoptButton: 'Relire avant d’adopter',
  states: { past: 'remplacée', 'in-force': 'en vigueur', 'to-come': 'à venir' },
  recapTitle: (version: number) => `Adopter la version ${version} ?`,
  recapLede: (day: string) =>
    `Ces chiffres jugeront les badges à partir du ${day}. Jusqu’à la veille, vous pourrez retirer cette version.`,
  recapMoves: 'Qui gagnerait, qui perdrait',
  comparedOn: (day: string) => `Comparé au ${day}.`,
  notCompared:
    'Ces chiffres n’ont pas été comparés, ou pas en dernier. Revenez à l’atelier et comparez : vous verrez qui gagnerait et qui perdrait chaque badge.',
  noChange: 'Aucun chiffre n’a été changé.',
  confirmAdoption: (version: number) => `Adopter la version ${version}`,
  drafts: criteriaDraftTexts(office),
  backToWorkshop: 'Revenir à l’atelier',
  withdraw: (version: number) => `Retirer la version ${version}`,
  withdrawLede: (version: number, day: string) =>
    `La version ${version} devait entrer en vigueur le ${day}. Une fois retirée, elle ne jugera aucun badge, et son numéro ne sera plus donné. Le retrait est inscrit au journal.`,
  withdrawButton: (version: number) => `Retirer la version ${version} pour de bon`,
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
});

/** A year stays in one piece, so no thousands are set apart. */
const withComma = (figure: number) => String(figure).replace('.', ',');
