import type { DecisionResult, daneJobTexts as fr } from '../../fr/dane/jobs.ts';
import { count } from '../grammar/page-phrases.ts';

/** "0 badges granted, 15 refused in the meantime by Paul Martin." */
export function decisionResult({ decision, decided, meanwhile }: DecisionResult): string {
  const command = decision === 'grant' ? 'granted' : 'refused';
  const done = count(decided, `badge ${command}`, `badges ${command}`);
  const others = meanwhile.flatMap(({ by, granted, refused }) => [
    ...(granted > 0 ? [`${granted} granted in the meantime by ${by}`] : []),
    ...(refused > 0 ? [`${refused} refused in the meantime by ${by}`] : []),
  ]);
  return `${[done, ...others].join(', ')}.`;
}

export const daneJobTexts: typeof fr = {
  titles: {
    'propose-awards': 'Judging of everyone',
    'decide-proposals': 'Decision on badges',
    'grant-due': 'Dated decision',
    'try-criteria': 'Trial of other criteria',
    'measure-coverage': 'Measure of the coverage',
    'measure-coverage-day': 'Measure of the coverage on a day',
    'ask-confirmations': 'Sending of requests to confirm',
    'send-message': 'Sending of a message to the network',
    'check-import': 'Look at an import before it is undone',
    'undo-import': 'Undoing of an import',
    'ask-invariants': 'Check of the night',
    're-sign': 'New signing of the badges to put right',
    'revoke-many': 'Revocation of several badges',
  },
  work: {
    title: 'Your work',
    line: (title, stated) => `${title}: ${stated}`,
    goesOn: (done, total) => `${done} of ${total}.`,
    waits: (moment) => `begins on ${moment}.`,
    over: 'done.',
    stopped: 'stopped.',
    see: 'See',
    again: 'Read the progress again',
    none: 'No work is under way.',
    back: 'Back to what waits for you',
  },
  result: decisionResult,
  progress: 'Progress',
  underway: (done, total) => `Under way: ${done} of ${total}.`,
  finished: (moment) => `Finished on ${moment}.`,
  waits: (total, moment) =>
    `This decision is on ${count(total, 'badge', 'badges')}. It will be carried out on ${moment}; nothing is done before.`,
  stoppedAsking: (moment) =>
    `Sending stopped on ${moment}. What had not left does not leave; the campaign can go on later.`,
  stopAsking: 'Stop the sending',
  takenBack: (moment) => `Decision taken back, ${moment}. What was not done waits again.`,
  revocationTakenBack: (moment) =>
    `Revocation taken back on ${moment}. The badges that it had not reached stay valid.`,
  undoingStopped: (moment) =>
    `Undoing stopped on ${moment}. What is undone stays so; the rest is as the import wrote it.`,
  stopUndoing: 'Stop undoing',
  left: {
    'ask-confirmations': 'requests that did not leave',
    'undo-import': 'records left as they are',
    'revoke-many': 'badges left valid',
    'grant-due': 'records not judged',
  },
  takeBack: 'Take this decision back',
  startNow: 'Carry it out now',
  stop: 'Stop, and take back what is not done',
  moreDecided: (more) => `And ${count(more, 'other badge', 'other badges')}.`,
  mayLeave: 'You may leave this page: the work goes on, and nothing is lost.',
  decidedOn: 'Badges concerned',
  nextProposal: 'Decide on the next proposal',
  toQueue: 'Go to the proposed badges',
  toCoverage: 'Go to coverage',
  toCampaign: 'Go to the campaign',
  toMessage: 'See the message',
  toImport: 'See the import',
  toRevocations: 'Choose other badges to revoke',
  toDoctor: 'See the health of the service',
  toCorrections: 'See what is left to put right',
  outcomes: {
    proposed: 'badges proposed',
    granted: 'badges granted',
    refused: 'badges refused',
    issued: 'badges signed',
    're-signed': 'badges signed again',
    'to-decide': 'badges left for you to decide',
    'left-revoked': 'revoked badges, left as they are',
    'taken-back': 'badges left in the queue',
    revoked: 'badges revoked',
    replaced: 'badges awarded instead',
    'already-revoked': 'left: revoked before',
    'unknown-credential': 'left: these badges no longer exist',
    measured: 'schools measured',
    asked: 'requests sent to a principal',
    'asked-without-principal': 'requests of schools without a known principal: add these people',
    'mail-queued': 'messages to send',
    'no-address': 'left: no address',
    'not-wanted': 'left: they do not want such messages',
    'asked-before': 'requests made before',
  },
};
