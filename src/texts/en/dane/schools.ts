import type { daneSchoolTexts as french } from '../../fr/dane/schools.ts';
import { count } from '../grammar/page-phrases.ts';

export const daneSchoolTexts: typeof french = {
  title: 'Schools',
  lede: 'Search by name, town or UAI. A school that your files lack is added here.',
  search: 'Name, town or UAI',
  none: 'No school matches. Try a single word, or add the school.',
  shown: (shown) => `The first ${shown} are shown: add a word.`,
  columns: { name: 'School', commune: 'Town', department: 'Département', state: 'State' },
  open: 'open',
  closed: (day) => `closed since ${day}`,
  add: 'Add a school',
  addLede:
    'Its UAI will not change any more. The département follows from it. A file of schools will complete the rest.',
  change: 'Correct this school',
  changeTitle: (name) => `Correct: ${name}`,
  changeLede:
    'A new name has the badges that show it signed again: same identifier, same date of award. Papers already made keep the name of their day.',
  fields: {
    uai: 'UAI',
    uaiHelp: 'Seven digits and a letter.',
    type: 'Kind',
    typeHelp: 'For example: Collège, Lycée général et technologique.',
    name: 'Name',
    postalCode: 'Postal code',
    commune: 'Town',
    sector: 'Sector',
    agricultural: 'Agricultural school',
  },
  sectors: { public: 'public', private: 'private' },
  department: 'Département',
  heads: 'Head',
  noHead: 'nobody known',
  addHead: 'Add them',
  toPages: 'See the pages of the school',
  closure: 'Close or merge',
  closureTitle: (name) => `Close: ${name}`,
  closureLede:
    'For a school that closes, or becomes one with another. Nothing is erased: badges and papers say what was done here, and stay valid.',
  closureFields: {
    on: 'Last day',
    onHelp: 'Past, or today.',
    successor: 'School that takes over',
    successorHelp: 'Where two become one. Without it, the school closes.',
    reason: 'Reason',
    reasonHelp: 'The people concerned will read it.',
  },
  whatEnds: 'What changes',
  ends: (total) =>
    `${count(total, 'engagement under way ends', 'engagements under way end')} on the last day. In a merger, each goes on the next day at the other school, whose head confirms it.`,
  noEnds: 'No engagement is under way.',
  waiting: (total) =>
    `${count(total, 'proposal of missions without an answer is withdrawn', 'proposals of missions without an answer are withdrawn')}.`,
  requests: (total) =>
    `${count(total, 'request for support is closed', 'requests for support are closed')}, with your reason. In a merger, they go on at the other school.`,
  meetings: (total) =>
    `${count(total, 'meeting to come is cancelled', 'meetings to come are cancelled')}. In a merger, it is held at the other school, unless one is planned there already.`,
  newcomers: (total) =>
    `${count(total, 'newcomer waits', 'newcomers wait')} for an answer here. In a merger, the other school answers. Otherwise their next sign-in asks them for another school.`,
  headsLeave: (names) => `Will not head it any more: ${names}.`,
  requestsStay:
    'A request for confirmation without an answer is settled on documents, among the confirmations.',
  blocked: (total) =>
    `${count(total, 'engagement', 'engagements')} must be settled first: a contest is open, or it begins after that day.`,
  period: (from, to) => (to ? `from ${from} to ${to}` : `since ${from}`),
  person: 'Person',
  engagement: 'Engagement',
  close: 'Close the school',
  closedOn: (day) => `This school has closed. Its last day is ${day}.`,
  takenOver: 'Taken over by',
  reopenLede:
    'If this is a mistake, the closure is taken back. The engagements that it ended stay ended: correct them from each person’s record.',
  reopen: 'Take the closure back',
  back: 'All schools',
};
