import { count } from '../../texts/en/grammar/page-phrases.ts';
import type { daneCoverageTexts as fr } from '../../texts/fr/dane/coverage.ts';
import { campaignPreviewTexts } from './texts-preview-en.ts';

export const campaignTexts = (office: string): ReturnType<typeof fr>['campaigns'] => ({
  title: 'Campaigns',
  lede: 'A campaign asks principals, in one message each, to confirm the engagements that wait, and to say whether those without a last day still go on. Two reminders follow, after 15 and 30 days. After 30 days without an answer, you may confirm on documents.',
  none: 'No campaign yet. Open the first one below.',
  open: 'Open a campaign',
  openButton: 'See what would leave',
  preview: campaignPreviewTexts,
  name: 'Name',
  nameHelp: 'For example: Autumn 2026. Only this tells it from the others in the list.',
  schoolYear: 'School year',
  schoolYearHelp:
    'Every engagement that waits or is to be renewed in this year is asked about; the delay of a request already made goes on.',
  closesOn: 'Closes on',
  closesOnHelp: 'Until that day you may add requests that came in since. Reminders go on after it.',
  openedOn: 'Opened on',
  state: 'State',
  states: { open: 'open', closed: 'closed', cancelled: 'cancelled' },
  noMailer: 'No mail server is set: requests are recorded, but nobody is told.',
  one: (name) => `Campaign: ${name}`,
  about: (year, opened, closes) => `School year ${year}. Opened on ${opened}, closes on ${closes}.`,
  figures: 'Where the answers stand',
  asked: (total) =>
    total === 0
      ? 'No request was sent in this campaign yet.'
      : count(total, 'engagement asked about', 'engagements asked about'),
  parts: {
    answered: 'Answered',
    waiting: 'Waiting, not reminded',
    reminded: 'Reminded',
    silent: 'No answer for 30 days',
  },
  part: 'State',
  segments: 'Engagements',
  asTable: 'The same drawing, as a table',
  drawingText: (parts) => `${parts.join(', ')}.`,
  drawingPart: (label, total) => `${label}: ${total}`,
  askMore: 'Also send the requests that came in since',
  silent: 'No answer for 30 days',
  silentLede: 'The principal did not answer. You may confirm these engagements yourself, on documents.',
  silentNone: 'Nothing to confirm on documents: no request was left 30 days without an answer.',
  select: 'Choose',
  selectOne: (person, school) => `Choose: ${person}, ${school}`,
  person: 'Person',
  school: 'School',
  period: 'Period',
  fromTo: (from, to) => (to ? `${from} to ${to}` : `since ${from}`),
  missions: 'Missions',
  askedOn: 'Asked on',
  own: `your own: another person of the ${office} must confirm it`,
  documents: 'Documents examined',
  documentsHelp:
    'For example: mission letter of 3 September. This text stays with the record of the engagements chosen.',
  confirm: 'Confirm the chosen engagements on documents',
  documentsTitle: (name) => `Confirmed on documents: ${name}`,
  documentsLink: 'Engagements confirmed on documents',
  documentsNone: 'No engagement was confirmed on documents in this campaign yet.',
  confirmedOn: 'Confirmed on',
  toCampaign: 'Back to the campaign',
  requestsLink: 'All requests',
  requestsTitle: (name) => `Requests: ${name}`,
  requestsNone: 'No request matches.',
  reminders: 'Reminders',
  schoolsLink: 'Schools that have not answered',
  schoolsTitle: (name) => `No answer: ${name}`,
  schoolsNone: 'Every school has answered.',
  unanswered: 'No answer',
  unansweredOf: (unanswered, requested) => `${unanswered} of ${requested}`,
  lastReminder: 'Last reminder',
  endLink: 'Close or cancel the campaign',
  endTitle: (name) => `Close or cancel: ${name}`,
  close: 'Close now',
  closeText:
    'No more request joins the campaign. The requests that were sent stay, and so do their reminders.',
  closeButton: 'Close the campaign',
  cancel: 'Cancel the campaign',
  cancelText:
    'Requests without an answer are taken back: no more reminder is sent, and another campaign may ask again. Answers that were given stay. Messages that were sent cannot be taken back. A cancellation cannot be undone.',
  cancelButton: 'Cancel the campaign and take its requests back',
  isCancelled: 'This campaign is cancelled. Its requests without an answer were taken back.',
  left: {
    'not-requested': (total) =>
      `${count(total, 'engagement was', 'engagements were')} not confirmed: somebody decided meanwhile.`,
    'not-silent': (total) =>
      `${count(total, 'engagement was', 'engagements were')} not confirmed: the request is less than 30 days old, or none was made this year.`,
    'own-engagement': (total) =>
      `${count(total, 'engagement was', 'engagements were')} not confirmed: nobody confirms their own engagement.`,
    'role-clash': (total) =>
      `${count(total, 'engagement was', 'engagements were')} not confirmed: another person already holds the same single role at that school. Say first who holds it.`,
  },
  back: 'All campaigns',
});
