import { count, plural } from '../../texts/en/grammar/page-phrases.ts';
import type { messageTexts as messages } from './texts-fr.ts';

/** Messages of the office to the network. */
export const messageTexts = (office: string): ReturnType<typeof messages> => ({
  title: 'Messages to the network',
  lede: `What the ${office} wrote to the referents, and what came back. Nobody knows who opened a message: nothing in it is tracked.`,
  bound: (most, left) =>
    `Every agent of the ${office} may write; the service sends at most ${count(most, 'message', 'messages')} a day, all agents together. ${
      left === 0 ? 'None is left for today.' : `${left} left for today.`
    }`,
  noMailer: 'This service sends no mail: no message can leave.',
  choose: 'Choose whom to write to',
  none: 'No message has been written yet.',
  subject: 'Subject',
  writtenOn: 'Written on',
  writtenBy: 'By',
  people: 'People',
  state: 'State',
  isCancelled: 'stopped',
  isSent: 'sent, or being sent',
  removed: 'Message removed',
  removedText: 'This text named a person who was erased: it was removed.',
  newTitle: 'Write to the network',
  whom: 'To whom',
  wrongFilter: 'This filter names nothing. Go back to the directory.',
  changeFilter: 'Change the recipients',
  reached: (many) =>
    many === 0
      ? 'Nobody would receive this message.'
      : plural(many, 'One person would receive this message.', `${many} people would receive this message.`),
  withoutAddress: (many) => plural(many, 'One person has no address.', `${many} people have no address.`),
  notWanted: (many) =>
    plural(many, 'One person does not want such messages.', `${many} people do not want such messages.`),
  ended: (many) =>
    plural(
      many,
      'One person is not counted: their engagement ended this year.',
      `${many} people are not counted: their engagement ended this year.`,
    ),
  whoWithout: 'Who has no address',
  message: 'The message',
  form: {
    title: 'Subject',
    body: 'Text',
    bodyHelp:
      'An empty line separates two paragraphs. The service adds “Bonjour,” and the name of the issuer.',
  },
  preview: 'See the message before it leaves',
  previewAgain: 'See the message again',
  asRead: 'The message, as it will be read',
  send: (many) => plural(many, 'Send to this person', `Send to these ${many} people`),
  about: (moment, author) => `Written on ${moment} by ${author}.`,
  goesOn: (sent, people) =>
    `Being sent: ${sent} of ${people}. You may leave this page. Whoever had a mail today gets this one tomorrow, with the rest.`,
  over: (sent, people) =>
    sent === people
      ? `Sent to ${count(people, 'person', 'people')}.`
      : `Sent to ${sent} of ${count(people, 'person', 'people')}.`,
  cancelled: (moment, sent, unsent) =>
    `Stopped on ${moment}. Messages that left: ${sent}. Messages that do not leave: ${unsent}.`,
  cancel: 'Stop sending',
  states: {
    sent: 'sent',
    waiting: 'to be sent',
    refused: 'refused by the mail server',
    skipped: 'not sent',
    'no-address': 'without an address',
    'not-wanted': 'not wanted',
  },
  toReach: 'not reached yet',
  notReached: 'Who did not receive this message',
  person: 'Person',
  email: 'E-mail address',
  why: 'Why',
  reasons: {
    refused: 'address refused by the mail server',
    skipped: 'not sent',
    'no-address': 'no address',
    'not-wanted': 'does not want such messages',
  },
  text: 'The text',
  back: 'Back to the messages',
  filter: {
    everybody: 'All referents with an engagement in force.',
    only: (parts) => `Referents in force: ${parts}.`,
    role: (role) => `role “${role}”`,
    mission: (mission) => `mission ${mission}`,
    department: (name) => `département ${name}`,
    school: (name) => name,
    event: (title) => `invited to or present at “${title}”`,
    text: (text) => `search “${text}”`,
  },
});
