import { makeHostClient } from '../support/host-client.ts';
import { THIS_YEAR } from '../support/now.ts';
import { signInAs } from '../support/sign-in.ts';
import { type CrawledForm, crawlForms } from './crawled-forms.ts';
import { crawlPrincipal, crawlTeacher, sendMaking } from './crawled-schools.ts';
import { filledIn } from './filled-forms.ts';
import {
  hideBadges,
  makeMoreRecords,
  makeRecordsOfDane,
  makeSplitToCarry,
  takeIntoWallets,
} from './more-records.ts';
import { CLAIRE, HERS, type TwoSchools } from './two-schools.ts';

const SIGN_OUT = /^POST \/sign-out/;

/** The forms of the pages of Claire and of her principal, with her records in every state that has a form of its own.
 *  The forms that sign out are left out, because they name no one and would end the session of their sender. */
export async function formsOfClaire(fixture: TwoSchools): Promise<readonly CrawledForm[]> {
  // The list of sessions has a button only for other sessions than this one.
  await signInAs(fixture.service, CLAIRE);
  await makeMoreRecords(fixture);
  await makeRecordsOfDane(fixture);
  await makeSplitToCarry(fixture);
  const found = new Map<string, CrawledForm>();
  const add = (forms: readonly CrawledForm[]) => {
    const routes = new Set(Array.from(found.values(), ({ route }) => route));
    for (const form of forms) found.set(`${form.action} ${JSON.stringify(form.fields)}`, form);
    return forms.filter(({ route }) => !routes.has(route));
  };
  const consent = await consentPage(fixture);
  for (let round = 0; round < 3; round += 1) {
    await sendMaking(add(await crawlAll(fixture, consent)), fixture);
  }
  await takeIntoWallets(fixture);
  add(await crawlAll(fixture, consent));
  await hideBadges([...found.values()], fixture);
  add(await crawlAll(fixture, consent));
  add(await formsOfHeadship(fixture));
  return [...found.values()].filter(({ route }) => !SIGN_OUT.test(route));
}

/** The page on which Claire decides about a client that asks to act for her. */
async function consentPage({ service }: TwoSchools): Promise<string> {
  const client = makeHostClient(service);
  return `/oauth/authorize?${client.request(await client.registered())}`;
}

async function crawlAll(fixture: TwoSchools, consent: string): Promise<readonly CrawledForm[]> {
  const carryOver = `/school/${HERS}/carry-over?year=`;
  const forms = [
    ...(await crawlTeacher(fixture)),
    ...(await crawlForms(fixture.claire, [consent], /^$/)),
    // Before other proposals to the same people, which would replace what can be carried over.
    ...(await crawlForms(fixture.head, [carryOver + THIS_YEAR, carryOver + (THIS_YEAR + 1)], /^$/)),
    ...(await crawlPrincipal(fixture)),
  ];
  return forms.map((form) => ({ ...form, fields: filledIn(form) }));
}

/** The forms by which Claire, whom the ministry states as a principal, declares this and withdraws it. */
async function formsOfHeadship({ service }: TwoSchools): Promise<readonly CrawledForm[]> {
  const browser = await signInAs(service, CLAIRE, [HERS]);
  const crawl = () => crawlForms(browser, ['/headship'], /^$/);
  const declared = await crawl();
  await browser.post('/headship', { uai: HERS });
  return [...declared, ...(await crawl())];
}
