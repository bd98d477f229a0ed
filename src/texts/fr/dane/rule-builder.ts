import type { RuleFigureName } from '../../../domain/criteria/figures.ts';
import type { ChoiceList } from '../../../domain/criteria/rule-fields.ts';
import type { RuleKind } from '../../../domain/criteria/rule-kind.ts';
import { number, small } from '../criteria/numbers-and-names.ts';
import { count } from '../grammar/page-phrases.ts';
import { packErrorAsText } from './office-pack.ts';

const kinds: Readonly<Record<RuleKind, string>> = {
  all: 'Toutes ces conditions',
  any: 'L’une de ces conditions',
  atLeast: 'Plusieurs de ces conditions',
  someYear: 'Au cours d’une même année scolaire',
  someWindow: 'Au cours d’années qui se suivent',
  meets: 'Un autre badge',
  duration: 'Années d’engagement',
  yearValue: 'Valeur de l’année',
  recent: 'Engagement récent',
  families: 'Familles de missions',
  missions: 'Missions',
  trainingHours: 'Heures de formation',
  trainings: 'Formations',
  daneEventYears: 'Rencontres et classes virtuelles',
  reviewYears: 'Points d’étape',
  contributions: 'Contributions',
  members: 'Membres de l’équipe',
  teamFamilies: 'Familles de l’équipe',
  teamRole: 'Rôle dans l’équipe',
  everyMemberTrained: 'Formation de chaque membre',
  everyMemberReviewed: 'Point d’étape de chaque membre',
  schoolMeetings: 'Rencontres dans l’établissement',
  decision: 'Décision motivée',
};

const figures: Readonly<Record<RuleFigureName, string>> = {
  atLeast: 'Au moins',
  last: 'Nombre de dernières années',
  years: 'Nombre d’années',
  inYears: 'Années pour chaque famille',
};

const choices: Readonly<Record<ChoiceList, string>> = {
  missions: 'Missions qui comptent ici',
  families: 'Familles qui comptent ici',
  roles: 'Rôle',
  contributions: 'Genres de contribution',
  badges: 'Badge dont les critères sont remplis',
};

/** The builder of a badge's requirements. */
export const ruleBuilderTexts = (office: string) => ({
  title: 'Ce que demande le badge',
  lede: 'Toutes les conditions de cette liste doivent être remplies.',
  keep: 'Enregistrer les conditions',
  /** Above each condition, with its rank. */
  kinds,
  atLeast: (least: number) => `Au moins ${number(least)} de ces conditions`,
  window: (years: number) =>
    years === 1 ? kinds.someYear : `Au cours de ${small(years)} années scolaires qui se suivent`,
  figures,
  bounds: (min: number, max: number) => `De ${number(min)} à ${number(max)}.`,
  choices,
  including: 'Familles exigées parmi elles',
  chosen: (label: string, chosen: number) =>
    `${label}\u00a0: ${chosen === 0 ? 'au choix' : count(chosen, 'choix', 'choix')}`,
  yes: {
    validated: `Validée par la ${office}`,
    linked: 'Avec un lien',
    exactlyOne: 'Une seule personne à la fois',
  },
  tags: 'Mots-clés des formations',
  tagsHelp: 'Un par ligne\u00a0: une formation compte si elle porte l’un d’eux.',
  years: 'Années regardées',
  yearsHere: 'celles de la période choisie autour, sinon toutes',
  yearsAll: 'toutes les années',
  yearsLast: (last: number) => (last === 1 ? 'l’année en cours' : `les ${small(last)} dernières années`),
  /** Names a field in the summary of faults. */
  fieldOf: (condition: string, field: string) => `${condition}\u00a0: ${field}`,
  readAs: 'Ce que l’on lira',
  french: 'En français',
  english: 'En anglais',
  fault: packErrorAsText,
  acts: { up: 'Monter', down: 'Descendre', remove: 'Retirer', unwrap: 'Défaire le groupe' },
  /** A button's name for those who do not see where it stands. */
  actOn: (act: string, rank: string) => `${act}, condition ${rank}`,
  addTo: (kind: string, rank: string) => `${kind}, dans la condition ${rank}`,
  add: 'Ajouter une condition',
  change: 'Grouper ou changer',
  wrap: 'Mettre cette condition dans un groupe',
  regroup: 'Changer ce groupe',
});
