import type {
  newcomersTexts as french,
  newcomersDoneTexts as frenchDone,
  newcomersTableTexts as frenchTables,
} from '../../fr/account/newcomers.ts';
import { plural } from '../grammar/page-phrases.ts';

export const newcomersTexts: typeof french = (office) => ({
  mine: {
    title: 'Say who you are',
    lede: (address) =>
      `The address ${address} is not recorded yet. Say where, since when and for which missions: your principal and the ${office} see the same request.`,
    invited: (by, school) =>
      `${by} proposes missions to you, ${school}. The form holds them: send it as it is, and all is done. If you change it, your principal confirms it afterwards.`,
    words: 'Their words',
    waits: (day) => `Your request of ${day} is waiting. There is nothing else to do.`,
    waitsText: `Your principal or the ${office} answers it; sign in again in some days. Without an answer it is deleted after 90 days. You can correct it below.`,
    form: {
      givenName: 'First name',
      familyName: 'Family name',
      school: 'School',
      from: 'Since',
      fromHelp: 'The first day of your missions.',
      to: 'Until',
      toHelp: 'Leave it empty if no end is planned.',
      missions: 'Missions',
      missionsHelp: 'Those that you hold, or will hold.',
      roles: 'Roles',
    },
    send: 'Send',
    correct: 'Correct my request',
  },
  school: {
    title: 'New people',
    lede: `People whom the service does not know yet: those whom you invited, and those who came by themselves. The ${office} sees the same requests.`,
    requests: 'Came by themselves',
    noRequest: 'Nobody is waiting.',
    invitations: 'Invited, not here yet',
    noInvitation: 'No invitation is waiting.',
    who: 'Person',
    what: 'Missions',
    state: 'State',
    act: 'Actions',
    asked: (day) => `Asked on ${day}.`,
    welcome: 'Yes, I confirm',
    welcomeOf: (name) => `Yes, I confirm: ${name}`,
    welcomeText: `You confirm that the person holds these missions: they are recorded, and their engagement too. If you do not know them, do nothing: the ${office} decides.`,
    invitedBy: (by, day) => `Invited by ${by} on ${day}.`,
    until: (day) => `Until ${day}.`,
    mail: 'Write to them',
    mailOf: (address) => `Write to them: ${address}`,
    mailSubject: 'A mission is proposed to you',
    mailBody: (address) =>
      `Hello,\n\nI propose missions of digital education to you. Sign in with your professional address: everything is filled in, you only have to send it.\n\n${address}\n`,
    withdraw: 'Withdraw',
    withdrawOf: (address) => `Withdraw the invitation of ${address}`,
    invitationsText:
      'The service does not write to an unknown address: write yourself, the message is ready. The invitation opens when that address first signs in, and ends after 90 days.',
    link: 'See the people invited, and those who came by themselves',
  },
  identity: {
    proved: 'Name given by the account',
    none: 'no full name',
    declared: 'Name typed by the person',
    differs: (proved, declared) =>
      `The account gives the name “${proved}”, and the person typed “${declared}”. Only the first is proved.`,
    recordedAs:
      'If you record the person, it is under the name given. The typed one becomes a request for correction.',
    unproved: (declared) =>
      `The account gives no full name. Nothing proves “${declared}”, which the person typed.`,
    confirmRecording: (declared) => `I have checked with the person: they are ${declared}.`,
    linkDiffers: (account, record) =>
      `The name of the account is “${account}”, and that of the record “${record}”.`,
    linkUnproved: (record) =>
      `The account gives no full name. Nothing proves that it belongs to “${record}”.`,
    confirmLink: (record) =>
      `I have checked with ${record}: this account is theirs, and may open their record.`,
    mine: (proved) =>
      `Your account gives the name “${proved}”, under which you will be recorded. If you write another one, it becomes a request for correction.`,
  },
  count: (many) =>
    plural(many, 'A new person says that they work here.', `${many} new people say that they work here.`),
  dane: {
    asked: 'Their request',
    invited: 'Invited by',
    create: 'Create this person',
    createText:
      'Created or linked, the person keeps what they ask for: their engagement then waits for the principal’s confirmation.',
  },
});

export const newcomersDoneTexts: typeof frenchDone = {
  'mission-invited': 'Your invitation is recorded. Tell the person: the message is ready.',
  'mission-invitation-withdrawn': 'The invitation is withdrawn.',
  'newcomer-welcomed': 'The person is recorded, with their engagement.',
};

export const newcomersTableTexts: typeof frenchTables = {
  mission_invitation: 'Invitations to missions',
};
