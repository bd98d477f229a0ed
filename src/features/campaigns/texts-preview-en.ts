import { count } from '../../texts/en/grammar/page-phrases.ts';
import type { campaignPreviewTexts as fr } from './texts-preview-fr.ts';

/** What a campaign would send, before anything leaves. */
export const campaignPreviewTexts: typeof fr = {
  title: (name) => `Before it is sent: ${name}`,
  nothingLeft: 'Nothing has left yet. Read it through, then send.',
  addedLater: (name) => `The campaign “${name}” is open. This is what would be added to it.`,
  toSend: (engagements, schools) =>
    engagements === 0
      ? 'No request would leave: nothing waits, or everything is asked already.'
      : `${count(engagements, 'engagement', 'engagements')} would be asked about, in ${count(schools, 'school', 'schools')}.`,
  askedBefore: (engagements) =>
    engagements === 0
      ? 'None is asked already by an open campaign.'
      : `${count(engagements, 'engagement is', 'engagements are')} asked already by an open campaign; they cause no second message.`,
  withoutHead: (schools) =>
    schools === 0
      ? 'Each of these schools has a known principal.'
      : `${count(schools, 'school has', 'schools have')} no known principal: the request is recorded there, but nobody gets a message.`,
  seeWithoutHead: 'See which ones',
  recipients: 'To whom',
  search: 'Name or town of the school',
  only: 'Show',
  everyone: 'All schools',
  onlyWithoutHead: 'Without a known principal',
  none: 'No engagement waits for a confirmation: there is nobody to write to.',
  noneFound: 'No school matches. Widen the search.',
  school: 'School',
  toAsk: 'To ask about',
  alreadyAsked: 'Asked already',
  heads: 'Principal',
  noHead: 'unknown',
  addHead: 'Add them',
  mail: 'The message as it will leave (it is in French)',
  mailTo: (school) => `A true example: the one to ${school}.`,
  noMail: 'No message would leave: there is nobody to send it to.',
  subject: 'Subject',
  send: (engagements) => (engagements === 1 ? 'Send the request' : `Send the ${engagements} requests`),
  stoppable: 'You can stop the sending on the way: what has not left will not leave.',
  backToCampaign: 'Back to the campaign',
  change: 'Change the name, the year or the day',
};
