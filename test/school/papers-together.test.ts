import { describe, expect, it } from 'vitest';
import { readPdf } from '../papers/read-pdf.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, NEIGHBOUR, SCHOOL } from '../support/fixtures/schools.ts';
import { THIRTY_PEOPLE_FIXTURE } from '../support/fixtures/thirty-people.ts';
import { LAST_YEAR } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

const UAI = '0210001M' as never;

let service: TestService;
let chef: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF }, THIRTY_PEOPLE_FIXTURE), (fixture) => {
  ({ service, chef } = fixture);
});

const made = () => service.ports.store.readPapersMade(UAI, LAST_YEAR);
async function together(kind: string): Promise<string> {
  const sent = await chef.post(`${SCHOOL}/papers/together`, { kind, year: String(LAST_YEAR) });
  expect(sent.status).toBe(303);
  return sent.headers.get('Location') ?? '';
}
const pdfOf = async (browser: SignedInBrowser, path: string) =>
  readPdf(new Uint8Array(await (await browser.get(path)).arrayBuffer()));
/** The numbers at the foot of the pages. */
const numbers = (text: string) =>
  text
    .match(/page (\d+) sur (\d+)/iu)
    ?.slice(1)
    .map(Number);

describe('the letters and the statements of everybody', { timeout: MUCH_WORK_MS }, () => {
  it('are one tagged document: each begins on a new page, with its own numbers and address', async () => {
    const pdf = await pdfOf(chef, await together('mission-letter'));
    expect(pdf.marked).toBe(true);
    expect(pdf.title).toContain('Lettre de mission, Collège Claude Guyot');
    const begins = pdf.pages.filter(({ artifacts }) => numbers(artifacts)?.[0] === 1);
    const papers = await made();
    // The thirty people, and the principal, who is engaged too.
    expect(papers).toHaveLength(31);
    expect(begins).toHaveLength(31);
    const [first, second] = begins;
    expect(first?.text).toContain('Alice Aubert');
    expect(second?.text).toContain('Bruno Aubert');
    expect(second?.text).not.toContain('Alice Aubert');
    expect(begins.every(({ tags }) => tags.some(({ role }) => role === 'H1'))).toBe(true);
    const printed = pdf.pages.flatMap(({ text }) => text.match(/papers\/[\w-]{22}/g) ?? []);
    expect(new Set(printed)).toEqual(new Set(papers.map(({ id }) => `papers/${id}`)));
    const alone = await pdfOf(chef, `${SCHOOL}/papers/${papers[0]?.id}.pdf`);
    const [page] = alone.pages;
    expect(pdf.pages.some(({ text }) => text === page?.text)).toBe(true);
    expect((await service.get(`/papers/${papers[0]?.id}`)).status).toBe(200);
  });

  it('are made once a day, and again for people whose facts have changed', async () => {
    const [first, again] = [await together('statement'), await together('statement')];
    expect(again).toBe(first);
    await chef.post(`${SCHOOL}/confirmations/L-5`, { decision: 'reserve', reservation: 'Un trimestre.' });
    expect(await together('statement')).not.toBe(first);
    expect(await made()).toHaveLength(32);
  });

  it('are refused where nothing can be printed, and for a kind that is about the school or a review', async () => {
    const statusOfPost = async (kind: string, year: number) =>
      (await chef.post(`${SCHOOL}/papers/together`, { kind, year: String(year) })).status;
    expect(await statusOfPost('imp-file', LAST_YEAR)).toBe(400);
    expect(await statusOfPost('review-record', LAST_YEAR)).toBe(400);
    expect(await statusOfPost('statement', 2001)).toBe(400);
    expect(await made()).toEqual([]);
  });

  it('can be read by the DANE, and by no other school, at any invented address', async () => {
    const path = await together('mission-letter');
    const [dane, neighbour] = await Promise.all([DANE, NEIGHBOUR].map((email) => signInAs(service, email)));
    expect((await dane?.get(path))?.status).toBe(200);
    expect((await neighbour?.get(path))?.status).toBe(403);
    expect((await neighbour?.get(path.replace('0210001M', '0210011Y')))?.status).toBe(404);
    expect((await chef.get(`${SCHOOL}/papers/together.pdf?ids=nothing`)).status).toBe(400);
    const unknown = 'A'.repeat(22);
    expect((await chef.get(`${SCHOOL}/papers/together.pdf?ids=${unknown}`)).status).toBe(404);
    expect((await service.get(path)).headers.get('Location')).toMatch(/^\/sign-in/);
  });
});
