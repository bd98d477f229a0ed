import type { ContestOutcome, ContestState } from '../../domain/engagement/contest.ts';
import { of } from './elision.ts';

const outcomes: Readonly<Record<ContestOutcome, string>> = {
  maintained: 'contestation maintenue : l’engagement ne compte pas',
  lifted: 'contestation levée : la DANE confirme l’engagement',
  partial: 'contestation levée en partie : la DANE confirme une part de l’engagement',
};
const states: Readonly<Record<ContestState, string>> = {
  'awaits-answer': 'attend la réponse de l’enseignant',
  'awaits-decision': 'attend la décision de la DANE',
  decided: 'décidée',
  withdrawn: 'retirée',
};

/** Contests, as each of the three parties sees them. */
export const contestTexts = {
  outcomes,
  states,
  parties: 'Seuls l’enseignant, le chef de l’établissement et la DANE lisent cette page.',
  listTitle: {
    my: 'Mes contestations',
    school: 'Les contestations',
    dane: 'Les contestations d’engagements',
  },
  listLede: {
    my: 'Les engagements que votre chef d’établissement conteste, ou a contestés.',
    school: 'Ce que vous avez contesté, et ce que la DANE en a décidé.',
    dane: 'Le chef d’établissement conteste, l’enseignant répond, vous tranchez. Tout est gardé.',
  },
  none: {
    my: 'Aucun de vos engagements n’est contesté.',
    school: 'Aucun engagement de l’établissement n’est contesté.',
    dane: 'Aucune contestation n’attend.',
  },
  open: 'En cours',
  over: 'Terminées',
  showOver: 'Voir les contestations terminées',
  showOpen: 'Voir les contestations en cours',
  person: 'Personne',
  establishment: 'Établissement',
  since: 'Depuis le',
  state: 'État',
  read: 'Lire',
  readOf: (name: string, day: string) => `Lire la contestation de l’engagement ${of(name)}, du ${day}`,
  title: (name: string) => `Contestation de l’engagement ${of(name)}`,
  engagement: 'L’engagement',
  parts: 'L’engagement, après la décision',
  story: 'Ce qui s’est dit',
  motive: (day: string) => `Motif du chef d’établissement, le ${day}`,
  motiveFromFile: (day: string) => `Contestation reprise d’un fichier de la DANE le ${day}`,
  motiveUnknown: 'Motif non communiqué.',
  answer: (day: string) => `Réponse de l’enseignant, le ${day}`,
  noAnswer: 'L’enseignant n’a pas encore répondu.',
  decision: (day: string) => `Décision de la DANE, le ${day}`,
  withdrawn: (day: string) => `Le chef d’établissement a retiré sa contestation le ${day}.`,
  withdrawnAny: (day: string) => `La contestation a été retirée le ${day}.`,
  answerTitle: 'Votre réponse',
  answerLede:
    'Dites les faits, de votre point de vue. Vous pouvez modifier votre réponse tant que la DANE n’a pas décidé.',
  answerForm: { answer: 'Votre réponse', submit: 'Envoyer ma réponse' },
  decideTitle: 'Votre décision',
  decideLede: 'Elle est définitive, et lue par l’enseignant et par le chef d’établissement.',
  decideWithoutAnswer: 'L’enseignant n’a pas répondu. Vous pouvez attendre, ou décider sur pièces.',
  form: {
    outcome: 'Décision',
    maintained: 'Maintenir la contestation',
    maintainedText: 'L’engagement reste contesté et ne compte pas.',
    lifted: 'Lever la contestation',
    liftedText: 'La DANE confirme tout l’engagement, sur pièces.',
    partial: 'La lever en partie',
    partialText:
      'La DANE confirme la part décrite ci-dessous ; le reste demeure contesté, dans un engagement à part.',
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
  badgesText:
    'Si la contestation est maintenue et qu’un badge repose sur cet engagement, la DANE le révoque. Rien n’est automatique : ouvrez le badge et jugez.',
  badge: (code: string, day: string) => `${code}, attribué le ${day}`,
};
