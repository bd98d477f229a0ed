import type { findingTexts as fr } from '../../fr/criteria/findings.ts';
import { count, figure } from '../grammar/page-phrases.ts';

/** An evaluation, requirement by requirement. */
export const findingTexts = (office: string): ReturnType<typeof fr> => ({
  requirement: 'Criterion',
  state: 'State',
  met: 'Met',
  notMet: 'Not yet',
  /** No record at all of what is counted, and where one is made. */
  nothing: 'Nothing on record',
  partNothing: 'nothing on record',
  recordAt: {
    engagement: 'An engagement is declared in “My engagements”, then the principal confirms it.',
    training: `A training counts by the attendance list that the ${office} records.`,
    'dane-event': `Attendance is recorded by the sign-in sheet of the meeting, or by the ${office}.`,
    review: 'The progress review is recorded in the space of the school.',
    contribution: 'A contribution is added in “My contributions”.',
    meeting: 'The meeting is asked for, then noted, in “Yearly meeting”.',
  },
  found: 'Found',
  of: (actual, required) => `${figure(actual)} of ${figure(required)}`,
  used: 'What counts',
  detail: 'The detail',
  colon: ': ',
  partMet: 'met',
  partNotMet: 'not yet',
  ways: (met, total) =>
    `${met === 0 ? 'no way met' : count(met, 'way met', 'ways met')} of ${total}; one is enough`,
  conditions: (met, total) => `${count(met, 'condition met', 'conditions met')} of ${total}`,
  family: (code) => `family ${code}`,
  yearDays: (year, days) => `${year} (${count(days, 'day', 'days')})`,
  event: (title, day, hours) => `${title}, ${day}${hours === undefined ? '' : ` (${figure(hours)} h)`}`,
  contribution: (kind, day, validated, title) =>
    `${title ? `“${title}”, ` : ''}${kind}, ${day} (${validated ? `validated by the ${office}` : 'declared by the person'})`,
  memberNotYet: (name) => `${name}: not yet`,
});
