import type { SignedInBrowser } from '../support/sign-in.ts';
import { type CrawledForm, crawlForms } from './crawled-forms.ts';
import { HERS, type TwoSchools } from './two-schools.ts';

const OF_ACCOUNTS = /^\/(?:my|school|sessions|messages|headship)/;

/** Routes whose form ends something: other forms need the record before. */
const ENDS = /remov|\/end$|withdraw|cancel|declin|hide|erasure|departure|sign-out|take-back|taking-back/;

/** Whether the form of this route ends or removes a record. */
export const endsRecord = (route: string) => ENDS.test(route);

/** The forms of Claire's pages. */
export const crawlTeacher = ({ claire }: TwoSchools) =>
  crawlForms(claire, ['/my', '/sessions', '/messages', '/headship'], OF_ACCOUNTS);

/** The forms of the pages of Claire's principal. */
export const crawlPrincipal = ({ head }: TwoSchools) => crawlForms(head, [`/school/${HERS}`], OF_ACCOUNTS);

/** The forms of the pages of the DANE. */
export const crawlDane = ({ agent }: TwoSchools) => crawlForms(agent, ['/dane'], /^\/dane/);

/** Sends the forms that make records, so that there are pages and forms to change and to remove them. */
export async function sendMaking(forms: readonly CrawledForm[], { head, claire }: TwoSchools): Promise<void> {
  for (const { route, action, fields } of forms) {
    const browser: SignedInBrowser = action.startsWith('/school') ? head : claire;
    if (!endsRecord(route)) await browser.post(action, fields);
  }
}
