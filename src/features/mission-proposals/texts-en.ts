import { plural } from '../../texts/en/grammar/page-phrases.ts';
import type {
  missionsProposedDoneTexts as doneTexts,
  missionsProposedTexts as fr,
  missionsProposedTableTexts as tableTexts,
} from './texts-fr.ts';

/** Missions that a principal proposes to someone: the principal's pages, and the person's. */
export const missionsProposedTexts = (office: string): ReturnType<typeof fr> => ({
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
    plural(
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
    heading: (many) => plural(many, 'A mission is proposed to you', 'Missions are proposed to you'),
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
export const missionsProposedDoneTexts: typeof doneTexts = {
  'missions-proposed': 'Your proposal is sent. Nothing is recorded before the answer.',
  'missions-withdrawn': 'Your proposal is withdrawn.',
  'missions-accepted': 'Noted: these missions are yours, and your engagement is confirmed.',
  'missions-declined': 'Noted: you decline. Your principal is told.',
};

/** The names of its tables in an export. */
export const missionsProposedTableTexts: typeof tableTexts = {
  mission_proposal: 'Proposed missions',
};
