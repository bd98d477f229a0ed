import { plural } from '../../texts/en/grammar/page-phrases.ts';
import type {
  supportDoneTexts as doneTexts,
  supportTexts as fr,
  supportTableTexts as tableTexts,
} from './texts-fr.ts';

/** What people ask the office, and its answers. */
export const supportTexts = (office: string): ReturnType<typeof fr> => ({
  title: `Ask the ${office}`,
  lede: `The ${office} helps RUPN and principals. You ask here, it answers here; a mail tells you.`,
  ask: 'Ask for support',
  kinds: {
    'local-authority': 'Relation with the local authority',
    technical: 'Technical support (servers)',
    proximity: 'Support on the spot',
    'local-training': 'Training on local initiative (FIL)',
  },
  kindHelps: {
    'local-authority':
      'Equipment, network, authorised actions, contractors: talking with the local authority.',
    technical: 'AMON, IACA, KoXo…: a mission on a server is stuck.',
    proximity: 'A project with the local authority that needs somebody near.',
    'local-training': 'A training for your team, in your school.',
  },
  states: {
    open: 'Waits for an answer',
    planned: 'A day is planned',
    answered: 'Answered',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  plannedOn: (day) => `Planned on ${day}`,
  list: 'My requests',
  none: 'You have not asked for anything yet.',
  columns: {
    title: 'Subject',
    kind: 'Kind',
    school: 'School',
    by: 'Asked by',
    since: 'Asked on',
    state: 'State',
  },
  someone: 'somebody who is no longer on record',
  form: {
    heading: 'Ask for support',
    kind: 'What is it about?',
    uai: 'For which school?',
    title: 'Subject',
    titleHelp: 'A few words. Your principal sees the subject and the state of the request.',
    text: 'Your request',
    textHelp: 'What happens, what you tried, what you need. No password, no pupil’s name.',
    send: 'Send the request',
    noSchool: `The service knows no school of yours yet. Declare your engagement first: the ${office} will know where the request comes from.`,
    declare: 'Declare an engagement',
  },
  one: {
    asked: (kind, school) => `${kind} · ${school}`,
    words: 'Exchange',
    you: 'You',
    office: (name) => `${name}, ${office}`,
    said: (name, moment) => `${name}, on ${moment}`,
    add: 'Add a word',
    addHelp: `The ${office} is told, and the request waits for its answer again.`,
    send: 'Send',
    end: { withdraw: 'Withdraw the request', close: 'Close the request' },
    endText: {
      withdraw: 'You no longer need it? Withdraw it.',
      close: 'It is settled? Close it. One more word opens it again.',
    },
    closed: 'This request is closed. One more word opens it again.',
    withdrawn: 'This request is withdrawn. You may make another one.',
    back: 'All my requests',
  },
  school: {
    title: `Requests to the ${office}`,
    lede: `What the school asks the ${office}, and where it stands. The text stays between the asker and the ${office}.`,
    none: 'No request was made for this school.',
    own: 'Read and add',
    waiting: (many) =>
      plural(
        many,
        `A request of the school waits for the ${office}’s answer.`,
        `${many} requests of the school wait for the ${office}’s answer.`,
      ),
  },
  dane: {
    title: 'Requests for support',
    lede: 'Those that wait for an answer first, the oldest on top.',
    none: 'Nobody has asked for anything yet. RUPN and principals ask from their space: each request is shown here, and an e-mail tells you.',
    noneFound: 'No request matches. Widen the search.',
    text: 'Person, school or town',
    kind: 'Kind',
    state: 'State',
    record: 'See the record',
    answer: 'Your answer',
    answerHelp: 'It is shown in the person’s space, and a mail tells them.',
    planned: 'Planned on',
    plannedHelp: 'If you set a day: a visit, a call, a training.',
    send: 'Answer',
    sendAndClose: 'Answer and close',
    close: 'Close without a word',
    closeText: 'Is it settled in another way?',
    back: 'All requests',
    settled: 'This request is withdrawn: there is nothing left to answer.',
  },
});

/** Said on the page that follows an act. */
export const supportDoneTexts = (office: string): ReturnType<typeof doneTexts> => ({
  'support-asked': `Your request is sent. The ${office} will answer here, and a mail will tell you.`,
  'support-answered': 'Your word is sent.',
  'support-closed': 'The request is closed.',
  'support-withdrawn': 'The request is withdrawn.',
});

/** The names of its tables in an export. */
export const supportTableTexts: typeof tableTexts = {
  support_request: 'Requests for support',
};
