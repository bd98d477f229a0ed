import { afterAll, beforeAll, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import type { CrawledForm } from './crawled-forms.ts';
import { crawlDane, crawlPrincipal, crawlTeacher, endsRecord } from './crawled-schools.ts';
import { filledIn } from './filled-forms.ts';
import { CLAIRE, snapshotOf, startTwoSchools, type TwoSchools } from './two-schools.ts';

const SETTLED = 'another form settled its record before';
const NO_DOCUMENT = 'it takes a document or a file that a page does not hold';
/** Routes of which no form is carried out here, with the reason. */
const NOT_CARRIED_OUT: Readonly<Record<string, string>> = {
  'POST /dane/badges/:code/endorsements': NO_DOCUMENT,
  'POST /dane/confirmations/:reference': 'documents confirm an engagement only 30 days after a request',
  'POST /dane/imports': NO_DOCUMENT,
  'POST /dane/messages/preview': 'it records nothing and shows a page',
  'POST /dane/schools/:uai/closure': 'it would close the school of all other forms',
  'POST /dane/settings/approvals': 'it is refused while only one agent of the DANE is known',
  'POST /dane/support/:id/end': SETTLED,
  'POST /my/badges/:id/decline': SETTLED,
  'POST /my/badges/elsewhere': NO_DOCUMENT,
  'POST /my/engagements/new': 'its school is searched for and chosen in two steps',
  'POST /school/:uai/confirmations/:reference': SETTLED,
  'POST /school/:uai/engagements/:reference/:kind': SETTLED,
  'POST /school/:uai/people/:person/departure': SETTLED,
  'POST /school/:uai/proposals/:id': SETTLED,
};

/** A form with the browser that sends it. */
type Sent = readonly [SignedInBrowser, CrawledForm];

let fixture: TwoSchools;
beforeAll(async () => {
  fixture = await startTwoSchools();
  // The list of sessions has a button only for other sessions than this one.
  await signInAs(fixture.service, CLAIRE);
}, 60_000);
afterAll(() => fixture.service.stop());

async function crawlAll(): Promise<readonly Sent[]> {
  const { claire, head, agent } = fixture;
  const all = [
    ...(await crawlTeacher(fixture)).map((form): Sent => [claire, form]),
    ...(await crawlDane(fixture)).map((form): Sent => [agent, form]),
    ...(await crawlPrincipal(fixture)).map((form): Sent => [head, form]),
  ];
  return all.filter(([, { route }]) => !/sign-out/.test(route));
}

/** The rows of all tables, counted by table. */
const countRows = () =>
  Object.fromEntries(
    Object.entries(snapshotOf(fixture.service)).map(([table, rows]) => [table, rows.length]),
  );

/** Whether the form was carried out, and what is wrong with the answer to its second click. */
async function clickTwice([browser, form]: Sent): Promise<{
  readonly done: boolean;
  readonly error?: string;
}> {
  const fields = filledIn(form);
  const first = await browser.post(form.action, fields);
  if (first.status !== 303) return { done: false };
  const before = countRows();
  const second = await browser.post(form.action, fields);
  const [to, again] = [first, second].map((one) => one.headers.get('Location')?.replace(/[?&]done=.*/, ''));
  const page = await browser.get(second.headers.get('Location') ?? '');
  // A paper is a file without a sentence, and a page with counts shows those of the first click again.
  const isSame = page.headers.get('Content-Type') === 'application/pdf' || /[?&]count=/.test(to ?? '');
  const showsDone = isSame || (await page.text()).includes(fr.account.done['already-done']);
  const after = countRows();
  // A job goes on after both clicks. Its address is the same, so it is one job.
  const tables = /\bjobs?\b/.test(to ?? '') ? [] : Object.keys(after);
  const grown = tables.filter((table) => (after[table] ?? 0) > (before[table] ?? 0));
  if (second.status === 303 && to === again && showsDone && grown.length === 0) return { done: true };
  return { done: true, error: `${form.route}: ${second.status} ${showsDone} ${to} ${again} ${grown.join()}` };
}

it('answers a second click of any form with the next page of the first, as done already', {
  timeout: 400_000,
}, async () => {
  const errors: string[] = [];
  const done = new Set<string>();
  const routes = new Set<string>();
  for (const mayEnd of [false, false, true, true]) {
    for (const sent of await crawlAll()) {
      const { route } = sent[1];
      routes.add(route);
      if (done.has(route) || (endsRecord(route) && !mayEnd)) continue;
      const answer = await clickTwice(sent);
      if (answer.done) done.add(route);
      if (answer.error) errors.push(answer.error);
    }
  }
  expect(errors).toEqual([]);
  expect([...routes].filter((route) => !done.has(route)).sort()).toEqual(Object.keys(NOT_CARRIED_OUT));
  expect(done.size).toBeGreaterThan(90);
});
