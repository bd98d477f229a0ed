import { textsOf } from '../../domain/features/declaration.ts';
import { plural as pluralEn } from '../../texts/en/grammar/page-phrases.ts';
import { plural } from '../../texts/fr/grammar/page-phrases.ts';
import type { feature } from './feature.ts';
import { missionMailTexts, missionMailTextsEn } from './texts-mails.ts';

/** Missions that a principal proposes to someone: the principal's pages, and the person's. */
const missionsProposedTexts = (office: string) => ({
  title: 'Missions proposées',
  lede: 'Une mission que personne n’assure se propose à quelqu’un. La personne accepte ou décline ; rien n’est enregistré avant.',
  propose: 'Proposer une mission',
  proposeOne: { mission: 'Proposer cette mission', role: 'Proposer ce rôle' },
  proposeAgain: 'Proposer à une autre personne',
  quote: (texts: string) => `« ${texts} »`,
  proposeOf: (act: string, what: string) => `${act} : ${what}`,
  waiting: 'En attente d’une réponse',
  noneWaits: 'Aucune proposition n’attend de réponse.',
  settled: 'Réponses',
  person: 'Personne',
  what: 'Missions',
  state: 'État',
  act: 'Retirer',
  withdraw: 'Retirer la proposition',
  withdrawOf: (name: string) => `Retirer la proposition faite à ${name}`,
  someone: 'une personne qui n’est plus enregistrée',
  /** The days are already in words. */
  days: (from: string, to?: string) => (to === undefined ? `à partir du ${from}` : `du ${from} au ${to}`),
  /** The days, the codes and the roles are already in words. */
  content: (codes: string, roles: string, days: string) => `${codes}${roles && ` ; ${roles}`}, ${days}`,
  proposedBy: (by: string, day: string) => `Proposé par ${by} le ${day}.`,
  outcomes: {
    accepted: (day: string) => `Accepté le ${day}.`,
    declined: (day: string) => `Décliné le ${day}.`,
    withdrawn: (day: string) => `Retiré le ${day}.`,
  },
  /** On the overview of the school. */
  count: (many: number): string =>
    plural(
      many,
      'Une proposition de mission attend la réponse de la personne.',
      `${many} propositions de mission attendent la réponse des personnes.`,
    ),
  proposedTo: (name: string) => `Proposée à ${name}, qui n’a pas encore répondu.`,
  form: {
    lede: 'La personne trouve votre proposition dans son espace et par courriel. Si elle l’accepte, son engagement est enregistré, et votre proposition le confirme.',
    person: 'À une personne de l’établissement',
    personHelp: 'Les personnes qui y ont, ou y ont eu, un engagement.',
    known: 'Ou à une autre personne',
    knownHelp:
      'Son adresse électronique, même si le service ne la connaît pas encore, ou son prénom et son nom en entier.',
    missionsHelp: 'Cochez celles que vous proposez.',
    from: 'À partir du',
    fromHelp: 'Le premier jour de la mission.',
    words: 'Votre mot à la personne',
    wordsHelp: 'Une phrase. N’écrivez rien sur la santé ni sur un congé.',
    send: 'Envoyer la proposition',
    nobody: 'Choisissez une personne de la liste, ou écrivez son adresse ou son nom.',
    both: 'Choisissez une personne de la liste, ou écrivez son adresse ou son nom : pas les deux.',
    unknown:
      'Le service ne connaît personne sous ce nom. Vérifiez-le, ou écrivez l’adresse électronique : la personne y est invitée.',
    several: 'Plusieurs personnes portent ce nom : écrivez l’adresse électronique.',
    held: 'Cette personne tient déjà ces missions et ces rôles ce jour-là.',
  },
  mine: {
    heading: (many: number): string =>
      plural(many, 'Une mission vous est proposée', 'Des missions vous sont proposées'),
    line: (school: string, day: string) => `${school}, à partir du ${day}.`,
    open: 'Lire et répondre',
    openOf: (school: string) => `Lire et répondre : ${school}`,
    title: 'Une mission vous est proposée',
    by: (name: string, day: string) => `Proposé par ${name}, qui dirige l’établissement, le ${day}.`,
    school: 'Établissement',
    from: 'À partir du',
    to: 'Jusqu’au',
    sharing: 'Partage',
    missions: 'Missions',
    roles: 'Rôles',
    words: 'Son mot',
    choice:
      'Vous êtes libre : décliner ne demande aucun motif. Si vous acceptez, votre engagement est enregistré et confirmé aussitôt ; vous pourrez demander ensuite à le changer ou à y mettre fin.',
    conditional: `Les missions conditionnelles demandent aussi une autorisation de la collectivité. Sans elle, leurs jours ne comptent pas pour les badges de la ${office}.`,
    accept: 'Accepter',
    decline: 'Décliner',
    withdrawn: (day: string) => `Cette proposition a été retirée le ${day}.`,
    accepted: (day: string) => `Vous avez accepté le ${day}.`,
    declined: (day: string) => `Vous avez décliné le ${day}.`,
    back: 'Revenir à mon espace',
    engagements: 'Voir mes engagements',
  },
});

/** Said on the page that follows an act. */
const missionsProposedDoneTexts = {
  'missions-proposed': 'Votre proposition est envoyée. Rien n’est enregistré avant la réponse.',
  'missions-withdrawn': 'Votre proposition est retirée.',
  'missions-accepted': 'C’est noté : ces missions sont à vous, et votre engagement est confirmé.',
  'missions-declined': 'C’est noté : vous déclinez. Votre chef d’établissement en est averti.',
};

/** The names of its tables in an export. */
const missionsProposedTableTexts = {
  mission_proposal: 'Missions proposées',
};

/** Missions that a principal proposes to someone: the principal's pages, and the person's. */
const missionsProposedTextsEn = (office: string): ReturnType<typeof missionsProposedTexts> => ({
  title: 'Proposed missions',
  lede: 'A mission that nobody covers is proposed to somebody. They accept or decline; nothing is recorded before.',
  propose: 'Propose a mission',
  proposeOne: { mission: 'Propose this mission', role: 'Propose this role' },
  proposeAgain: 'Propose to somebody else',
  quote: (texts) => `“${texts}”`,
  proposeOf: (act, what) => `${act}: ${what}`,
  waiting: 'Waiting for an answer',
  noneWaits: 'No proposal waits for an answer.',
  settled: 'Answers',
  person: 'Person',
  what: 'Missions',
  state: 'State',
  act: 'Withdraw',
  withdraw: 'Withdraw the proposal',
  withdrawOf: (name) => `Withdraw the proposal made to ${name}`,
  someone: 'somebody who is no longer on record',
  days: (from, to) => (to === undefined ? `from ${from} on` : `from ${from} to ${to}`),
  content: (codes, roles, days) => `${codes}${roles && `; ${roles}`}, ${days}`,
  proposedBy: (by, day) => `Proposed by ${by} on ${day}.`,
  outcomes: {
    accepted: (day) => `Accepted on ${day}.`,
    declined: (day) => `Declined on ${day}.`,
    withdrawn: (day) => `Withdrawn on ${day}.`,
  },
  count: (many) =>
    pluralEn(
      many,
      'One proposal of a mission waits for the person’s answer.',
      `${many} proposals of missions wait for an answer.`,
    ),
  proposedTo: (name) => `Proposed to ${name}, who has not answered yet.`,
  form: {
    lede: 'They find your proposal in their space and by e-mail. If they accept it, their engagement is recorded, and your proposal confirms it.',
    person: 'To somebody of the school',
    personHelp: 'People who have, or had, an engagement there.',
    known: 'Or to somebody else',
    knownHelp:
      'Their e-mail address, even if the service does not know it yet, or their first and family names in full.',
    missionsHelp: 'Tick those that you propose.',
    from: 'From',
    fromHelp: 'The first day of the mission.',
    words: 'Your words to them',
    wordsHelp: 'One sentence. Write nothing about health or leave.',
    send: 'Send the proposal',
    nobody: 'Choose somebody from the list, or write their address or name.',
    both: 'Choose somebody from the list, or write an address or a name: not both.',
    unknown:
      'The service knows nobody of that name. Check it, or write the e-mail address: the person is invited to it.',
    several: 'Several people have this name: write the e-mail address.',
    held: 'This person already holds these missions and roles on that day.',
  },
  mine: {
    heading: (many) => pluralEn(many, 'A mission is proposed to you', 'Missions are proposed to you'),
    line: (school, day) => `${school}, from ${day} on.`,
    open: 'Read and answer',
    openOf: (school) => `Read and answer: ${school}`,
    title: 'A mission is proposed to you',
    by: (name, day) => `Proposed by ${name}, who heads the school, on ${day}.`,
    school: 'School',
    from: 'From',
    to: 'Until',
    sharing: 'Shared',
    missions: 'Missions',
    roles: 'Roles',
    words: 'Their words',
    choice:
      'You are free: to decline needs no reason. If you accept, your engagement is recorded and confirmed at once; you can ask later for a change or an end.',
    conditional: `Conditional missions also need the word of the local authority. Without it, their days do not count for the badges of the ${office}.`,
    accept: 'Accept',
    decline: 'Decline',
    withdrawn: (day) => `This proposal was withdrawn on ${day}.`,
    accepted: (day) => `You accepted on ${day}.`,
    declined: (day) => `You declined on ${day}.`,
    back: 'Back to my space',
    engagements: 'See my engagements',
  },
});

/** Said on the page that follows an act. */
const missionsProposedDoneTextsEn: typeof missionsProposedDoneTexts = {
  'missions-proposed': 'Your proposal is sent. Nothing is recorded before the answer.',
  'missions-withdrawn': 'Your proposal is withdrawn.',
  'missions-accepted': 'Noted: these missions are yours, and your engagement is confirmed.',
  'missions-declined': 'Noted: you decline. Your principal is told.',
};

/** The names of its tables in an export. */
const missionsProposedTableTextsEn: typeof missionsProposedTableTexts = {
  mission_proposal: 'Proposed missions',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: (office) => ({
    page: missionsProposedTexts(office),
    done: missionsProposedDoneTexts,
    tables: missionsProposedTableTexts,
    history: {
      'missions-proposed': 'Missions proposées',
      'mission-proposal-accepted': 'Missions proposées, acceptées',
      'mission-proposal-declined': 'Missions proposées, déclinées',
      'mission-proposal-withdrawn': 'Proposition de missions retirée',
    },
    audit: {
      'mission-invitation-sent': 'Missions proposées à une adresse inconnue',
      'mission-invitation-withdrawn': 'Invitation à des missions retirée',
    },
    mails: { missions: missionMailTexts() },
    errors: {
      'proposer-left': () =>
        'La personne qui vous le proposait ne dirige plus cet établissement, ou sa fiche a changé. Rien n’est enregistré : demandez qu’on vous le propose à nouveau, ou déclarez votre engagement.',
    },
    menu: { school: { missions: 'Missions proposées' } },
  }),
  en: (office) => ({
    page: missionsProposedTextsEn(office),
    done: missionsProposedDoneTextsEn,
    tables: missionsProposedTableTextsEn,
    history: {
      'missions-proposed': 'Missions proposed',
      'mission-proposal-accepted': 'Proposed missions accepted',
      'mission-proposal-declined': 'Proposed missions declined',
      'mission-proposal-withdrawn': 'Proposal of missions withdrawn',
    },
    audit: {
      'mission-invitation-sent': 'Missions proposed to an unknown address',
      'mission-invitation-withdrawn': 'Invitation to missions withdrawn',
    },
    mails: { missions: missionMailTextsEn() },
    errors: {
      'proposer-left': () =>
        'The person who proposed this to you no longer heads the school, or their record has changed. Nothing was recorded: ask for it to be proposed again, or declare your engagement.',
    },
    menu: { school: { missions: 'Proposed missions' } },
  }),
});
