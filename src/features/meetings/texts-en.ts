import { plural } from '../../texts/en/grammar/page-phrases.ts';
import type { schoolMeetingDoneTexts as doneTexts, schoolMeetingTexts as fr } from './texts-fr.ts';

/** The yearly meeting of the office in a school. */
export const schoolMeetingTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'Yearly meeting',
  lede: `Once a year the ${office} comes to the school and takes stock with the principal: projects carried out, difficulties met, prospects.`,
  list: 'The meetings',
  none: 'No meeting was asked for yet.',
  ask: 'Ask for the meeting',
  waitsHere: {
    principal: `The ${office} proposes a day for the yearly meeting.`,
    dane: 'It is for you to set a day, or to accept the one that is proposed.',
  },
  columns: { asked: 'Request', school: 'School', state: 'State', day: 'Day' },
  states: {
    asked: 'Asked for',
    proposed: 'Day proposed',
    planned: 'Planned',
    held: 'Held',
    cancelled: 'Cancelled',
  },
  askedOn: (day) => `Asked for on ${day}`,
  someone: 'somebody who is no longer on record',
  askedBy: (name, day) => `Asked for by ${name} on ${day}.`,
  proposedBy: {
    principal: (day) => `The principal proposes ${day}.`,
    dane: (day) => `The ${office} proposes ${day}.`,
  },
  turnOf: {
    principal: 'The principal is to answer.',
    dane: `The ${office} is to answer.`,
  },
  plannedOn: (day) => `Planned on ${day}.`,
  form: {
    uai: 'School',
    day: 'Day wished for',
    dayHelp: 'If you have one. The other side accepts it, or proposes another.',
    words: 'What to talk about',
    wordsHelp: 'A sentence or two.',
    send: 'Send the request',
  },
  day: {
    heading: 'The day',
    accept: (day) => `Accept ${day}`,
    other: 'Another day',
    propose: 'Propose this day',
    settle: 'Set this day',
  },
  cancel: 'Cancel the meeting',
  cancelText: 'The meeting will not take place? The other side is told.',
  note: 'Note that the meeting was held',
  correct: 'Correct the record',
  takeBack: 'Take the record back',
  takeBackText:
    'A record noted by mistake? Taking it back deletes it, with the event and the attendances. The meeting is “planned” again.',
  record: {
    title: 'Record of the meeting',
    lede: {
      principal: `The attendances that you note count as a local sheet (proof 1). The ${office} may complete them.`,
      dane: 'The attendances that you note count as the organiser’s list (proof 3).',
    },
    day: 'Held on',
    projects: 'Projects carried out',
    difficulties: 'Difficulties met',
    prospects: 'Prospects',
    notesHelp: 'Facts about the school. Nothing about health or leave, no judgment on a person.',
    present: 'RUPN who were there',
    presentHelp: 'Those with an engagement at the school. Tick only who was there.',
    nobody: 'No RUPN has an engagement under way at the school.',
    closed: {
      undated: 'This meeting is noted once its day is agreed.',
      noted: `The ${office} has noted this meeting, and it alone corrects its notes.`,
      cancelled: 'This meeting is cancelled: there is nothing to note.',
    },
    toMeeting: 'See the meeting',
    save: 'Save the record',
  },
  held: {
    heading: 'Record',
    on: (day) => `Meeting held on ${day}.`,
    by: {
      principal: (name, day) => `Noted by ${name}, for the school, on ${day}.`,
      dane: (name, day) => `Noted by ${name}, for the ${office}, on ${day}.`,
    },
    present: 'RUPN who were there',
    nobody: 'No RUPN noted.',
    empty: 'Nothing noted.',
    print: 'This page prints as it is: menu and buttons stay on the screen.',
    event: 'See the event',
  },
  back: 'All meetings',
  dane: {
    title: 'Meetings in schools',
    of: (school) => `Yearly meeting: ${school}`,
    ledes: {
      open: 'Those still to be held, the oldest request on top.',
      held: 'Those that were held, with their record.',
      cancelled: 'Those that were cancelled.',
    },
    which: 'Show',
    open: 'To be held',
    none: {
      open: 'No meeting is to be held. Ask for one below.',
      held: 'No meeting is noted as held yet.',
      cancelled: 'No meeting was cancelled.',
    },
    figure: (total) => plural(total, 'meeting whose day is to be set', 'meetings whose day is to be set'),
  },
});

/** Said on the page that follows an act. */
export const schoolMeetingDoneTexts: typeof doneTexts = {
  'meeting-asked': 'Your request for a meeting is sent.',
  'meeting-moved': 'The day is recorded. The other side is told.',
  'meeting-cancelled': 'The meeting is cancelled.',
  'meeting-held': 'The record is saved.',
  'meeting-taken-back': 'The record is taken back.',
};
