import { of } from '../../texts/fr/grammar/elision.ts';
import type { ContestOutcome, ContestState } from './feature.ts';

const outcomes = (office: string): Readonly<Record<ContestOutcome, string>> => ({
  maintained: 'contestation maintenue : l’engagement ne compte pas',
  lifted: `contestation levée : la ${office} confirme l’engagement`,
  partial: `contestation levée en partie : la ${office} confirme une part de l’engagement`,
});
const states = (office: string): Readonly<Record<ContestState, string>> => ({
  'awaits-answer': 'attend une réponse',
  'awaits-decision': `attend la décision de la ${office}`,
  decided: 'décidée',
  withdrawn: 'retirée',
});

/** What a page says of the parties: to the teacher, or of the teacher to the others. */
interface ReaderTexts {
  readonly states: Readonly<Record<ContestState, string>>;
  readonly parties: string;
  readonly title: (name: string) => string;
  readonly readOf: (name: string, day: string) => string;
  readonly motive: (day: string) => string;
  readonly answer: (day: string) => string;
  readonly noAnswer: string;
  readonly withdrawn: (day: string) => string;
}

const toTeacher = (office: string): ReaderTexts => ({
  states: { ...states(office), 'awaits-answer': 'attend votre réponse' },
  parties: `Vous, le chef de l’établissement et la ${office} êtes seuls à lire cette page.`,
  title: () => 'Un de vos engagements est contesté',
  readOf: (_name, day) => `Lire la contestation de votre engagement, du ${day}`,
  motive: (day) => `Votre chef d’établissement conteste, le ${day}`,
  answer: (day) => `Vous avez répondu, le ${day}`,
  noAnswer: 'Vous n’avez pas encore répondu.',
  withdrawn: (day) => `Votre chef d’établissement a retiré sa contestation le ${day}.`,
});

const toOthers = (office: string): ReaderTexts => ({
  states: { ...states(office), 'awaits-answer': 'attend la réponse de l’enseignant' },
  parties: `Seuls l’enseignant, le chef de l’établissement et la ${office} lisent cette page.`,
  title: (name) => `Contestation de l’engagement ${of(name)}`,
  readOf: (name, day) => `Lire la contestation de l’engagement ${of(name)}, du ${day}`,
  motive: (day) => `Motif du chef d’établissement, le ${day}`,
  answer: (day) => `Réponse de l’enseignant, le ${day}`,
  noAnswer: 'L’enseignant n’a pas encore répondu.',
  withdrawn: (day) => `Le chef d’établissement a retiré sa contestation le ${day}.`,
});

/** Contests, as each of the three parties sees them. */
export const contestTexts = (office: string) => ({
  outcomes: outcomes(office),
  to: { teacher: toTeacher(office), others: toOthers(office) },
  listTitle: {
    my: 'Mes contestations',
    school: 'Les contestations',
    dane: 'Les contestations d’engagements',
  },
  listLede: {
    my: 'Les engagements que votre chef d’établissement conteste, ou a contestés.',
    school: `Ce que vous avez contesté, et ce que la ${office} en a décidé.`,
    dane: 'Le chef d’établissement conteste, l’enseignant répond, vous tranchez. Tout est gardé.',
  },
  none: {
    my: 'Aucun de vos engagements n’est contesté.',
    school: 'Aucun engagement de l’établissement n’est contesté.',
    dane: 'Aucune contestation n’attend.',
  },
  noneOver: 'Aucune contestation n’est terminée.',
  open: 'En cours',
  over: 'Terminées',
  showOver: 'Voir les contestations terminées',
  showOpen: 'Voir les contestations en cours',
  person: 'Personne',
  establishment: 'Établissement',
  since: 'Depuis le',
  state: 'État',
  read: 'Lire',
  engagement: 'L’engagement',
  parts: 'L’engagement, après la décision',
  story: 'Les échanges',
  motiveFromFile: (day: string) => `Contestation reprise d’un fichier de la ${office} le ${day}`,
  motiveUnknown: 'Motif non communiqué.',
  decision: (day: string) => `Décision de la ${office}, le ${day}`,
  withdrawnAny: (day: string) => `La contestation a été retirée le ${day}.`,
  answerTitle: 'Votre réponse',
  answerLede: `Dites les faits, de votre point de vue. Vous pouvez modifier votre réponse tant que la ${office} n’a pas décidé.`,
  answerForm: { answer: 'Votre réponse', submit: 'Envoyer ma réponse' },
  decideTitle: 'Votre décision',
  decideLede: 'Elle est définitive, et lue par l’enseignant et par le chef d’établissement.',
  decideWithoutAnswer: 'L’enseignant n’a pas répondu. Vous pouvez attendre, ou décider sur pièces.',
  form: {
    outcome: 'Décision',
    maintained: 'Maintenir la contestation',
    maintainedText: 'L’engagement reste contesté et ne compte pas.',
    lifted: 'Lever la contestation',
    liftedText: `La ${office} confirme tout l’engagement, sur pièces.`,
    partial: 'La lever en partie',
    partialText: `La ${office} confirme la part décrite ci-dessous ; le reste demeure contesté, dans un engagement à part.`,
    part: 'La part confirmée',
    partHelp: 'Ces champs ne servent que si vous levez la contestation en partie.',
    from: 'Premier jour',
    to: 'Dernier jour',
    toHelp: 'Laissez vide si l’engagement court toujours.',
    missions: 'Missions confirmées',
    roles: 'Rôles confirmés',
    reason: 'Motif de la décision',
    submit: 'Rendre la décision',
  },
  badges: 'Badges déjà délivrés à cette personne',
  badgesText: `Si la contestation est maintenue et qu’un badge repose sur cet engagement, la ${office} le révoque. Rien n’est automatique : ouvrez le badge et jugez.`,
  badge: (code: string, day: string) => `${code}, attribué le ${day}`,
});

/** Said on the page that follows an act. */
export const contestDoneTexts = (office: string) => ({
  'contest-opened': `L’engagement est contesté. L’enseignant peut y répondre, puis la ${office} décide.`,
  'contest-answered': 'Votre réponse est enregistrée.',
  'contest-settled': 'La contestation est tranchée.',
});

/** The names of its tables in an export. */
export const contestTableTexts = {
  contest: 'Contestations',
};
