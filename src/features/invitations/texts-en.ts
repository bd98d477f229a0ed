import { count, plural } from '../../texts/en/grammar/page-phrases.ts';
import type {
  invitationDoneTexts as doneTexts,
  invitationTexts as fr,
  invitationTableTexts as tableTexts,
} from './texts-fr.ts';

/** Invitations to meetings and virtual classes. */
export const invitationTexts = (office: string): ReturnType<typeof fr> => ({
  answers: { coming: 'I come', perhaps: 'Perhaps', 'not-coming': 'I do not come' },
  said: {
    coming: 'comes',
    perhaps: 'perhaps',
    'not-coming': 'does not come',
    silent: 'no answer yet',
  },
  mine: {
    heading: (many) => plural(many, 'You are invited', 'Your invitations'),
    line: (title, dates) => `${title}, ${dates}.`,
    open: 'Answer',
    openOf: (title) => `Answer: ${title}`,
    change: 'Change your answer',
    changeOf: (title) => `Change your answer: ${title}`,
    answered: {
      coming: 'You answered that you come.',
      perhaps: 'You answered: perhaps.',
      'not-coming': 'You answered that you do not come.',
    },
    title: (event) => `Invitation: ${event}`,
    lede: `The ${office} invites you. You may change your answer until that day. Your principal sees your answer.`,
    calendar: 'Add to my calendar',
    notProof:
      'Your answer helps to prepare. It does not prove that you were there: that is noted on the spot.',
    over: 'This event is past: there is nothing left to answer.',
    cancelled: 'This invitation is cancelled.',
    back: 'Back to my space',
  },
  details: {
    place: 'Place',
    opensAt: 'Begins at',
    closesAt: 'Ends at',
    times: 'Hours',
    fromTo: (from, to) => `from ${from} to ${to}`,
    link: 'Link of the virtual class',
    linkHelp: 'The people invited read it in the message and on their page.',
    words: 'A word for the people invited',
    wordsHelp: 'It stands in the message and on their page.',
  },
  school: {
    heading: `The invitations of the ${office}`,
    lede: 'Who of the school is invited, and their answer.',
    person: 'Person',
    answer: 'Answer',
  },
  dane: {
    link: 'Invite and read the answers',
    title: (event) => `Invitations: ${event}`,
    notInviting: 'People are invited to yearly meetings and virtual classes only.',
    over: 'This event is past: nobody is invited any more.',
    answers: 'The answers',
    invited: (many) => count(many, 'person invited', 'people invited'),
    nobody: 'Nobody is invited yet.',
    counts: {
      coming: (many) => plural(many, 'comes', 'come'),
      perhaps: () => 'perhaps',
      'not-coming': (many) => plural(many, 'does not come', 'do not come'),
      silent: (many) => plural(many, 'has not answered', 'have not answered'),
    },
    only: (answer) => `Only: ${answer}.`,
    all: 'All answers',
    none: 'Nobody gave this answer.',
    person: 'Person',
    email: 'E-mail address',
    answer: 'Answer',
    since: 'Invited or answered on',
    invite: 'Invite',
    whom: 'Whom to invite',
    everybody: 'Everybody with an engagement under way',
    department: 'Département',
    narrow: 'Count',
    reachable: (many) =>
      plural(many, 'One person would get the invitation.', `${many} people would get the invitation.`),
    noMore: 'Everybody chosen is invited already: nobody would get a second message.',
    withoutAddress: (many) =>
      plural(
        many,
        'One person has no e-mail address: they are not invited here.',
        `${many} people have no e-mail address: they are not invited here.`,
      ),
    preview: 'The message as it will be sent',
    subject: (subject) => `Subject: ${subject}`,
    noMail: 'The service sends no mail: invitations are read in each person’s space only.',
    send: (many) => plural(many, 'Invite this person', `Invite these ${many} people`),
    sendSome: (many, all) => `Invite the first ${many} people of ${all}`,
    remind: (many) =>
      plural(many, 'Remind the person without an answer', `Remind the ${many} people without an answer`),
    remindText: 'Everybody gets one message a day at most: who was invited or reminded today gets no other.',
    cancel: 'Cancel the invitations',
    cancelAll: (many) => plural(many, 'Cancel this invitation', `Cancel these ${many} invitations`),
    cancelText: 'The event no longer takes place? Those invited are told, except those who were not coming.',
    list: 'The list to print, school by school',
    listTitle: (event) => `List: ${event}`,
    listText:
      'Print this page: everybody signs beside their name. Whoever answered “I do not come” is not on it.',
    signature: 'Signature',
    noSchool: 'Without a school',
    backToInvitations: 'Back to the invitations',
    presence: 'Note the attendances',
    presenceTitle: (event) => `Attendances: ${event}`,
    presenceLede:
      'People invited who are not noted as present yet. Those who answered “I come” are ticked to help you: check each one, an answer proves nothing.',
    presenceNone: 'Everybody invited is noted as present already, or nobody is invited.',
    presenceEarly: 'The event has not begun: attendances are noted from that day on.',
    present: 'People present',
    proof: 'Proof',
    save: 'Note these attendances',
    back: 'Back to the event',
  },
});

/** Said on the page that follows an act. */
export const invitationDoneTexts: typeof doneTexts = {
  'people-invited': 'The invitations are sent.',
  'invitations-reminded': 'The reminder is sent.',
  'invitations-cancelled': 'The invitations are cancelled.',
  'invitation-answered': 'Your answer is recorded.',
  'presences-noted': 'The attendances are noted.',
};

/** The names of its tables in an export. */
export const invitationTableTexts: typeof tableTexts = {
  event_invitation: 'Invitations',
};
