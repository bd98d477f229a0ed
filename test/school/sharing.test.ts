import { describe, expect, it } from 'vitest';
import { readPdf, wholeText } from '../papers/read-pdf.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, NEIGHBOUR, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { fr, like } from '../support/fr.ts';
import { inDays, THIS_YEAR, todayInParis } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const PAGE = `${SCHOOL}/engagements/PAUL-1/sharing`;
const SHARING_FORM = {
  ...{ 'kind-A1': 'time', 'words-A1': 'lundi et jeudi matin' },
  ...{ 'kind-D1': 'service', 'words-D1': 'Pearltrees' },
  'kind-A2': 'mission',
};

let service: TestService;
let chef: SignedInBrowser;
let paul: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF, paul: PAUL }), (fixture) => {
  ({ service, chef, paul } = fixture);
});

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
const engagementsOf = async () => {
  const [record] = await service.ports.store.readPersonRecords([paul.personId]);
  return (record?.engagements ?? []).toSorted((a, b) => a.period.from.localeCompare(b.period.from));
};
const sharings = async () => (await engagementsOf()).map(({ sharing }) => sharing?.map(({ words }) => words));

describe('the sharing of an engagement’s missions', () => {
  it('is shown in the split next to the proposed organisation, to the person, and on papers', async () => {
    expect((await chef.post(PAGE, SHARING_FORM)).status).toBe(303);
    const overview = await read(chef, SCHOOL);
    expect(overview).toMatch(like(`${fr.sharing.kinds.time} : lundi et jeudi matin`));
    expect(overview).toMatch(/Ici\s: Paul Martin, par service\s: Pearltrees\./u);
    expect(overview.match(/<table class="matrix">.*?<\/table>/su)?.[0]).toContain(fr.sharing.kinds.time);
    expect(await read(chef, PAGE)).toContain('value="lundi et jeudi matin"');
    expect(await read(paul, '/my/engagements/PAUL-1')).toMatch(
      like(`${fr.sharing.kinds.service} : Pearltrees`),
    );
    for (const kind of ['mission-letter', 'statement']) {
      await chef.post(`${SCHOOL}/papers`, { kind, year: String(THIS_YEAR), personId: paul.personId });
      const papers = await service.ports.store.readPapers('0210001M' as never, 9);
      const id = papers.find((one) => one.kind === kind)?.id;
      const pdf = await chef.get(`${SCHOOL}/papers/${id}.pdf`);
      const text = wholeText(await readPdf(new Uint8Array(await pdf.arrayBuffer())));
      expect(text.replaceAll(/\s+/g, ' '), kind).toMatch(
        like(`${fr.sharing.kinds.time} : lundi et jeudi matin`),
      );
      expect(await (await service.get(`/papers/${id}`)).text(), kind).not.toContain('Pearltrees');
    }
  });

  it('is removed, and asks for nothing if a mission is not shared out', async () => {
    await chef.post(PAGE, SHARING_FORM);
    await chef.post(PAGE, { 'kind-A1': 'mission', 'kind-A2': 'mission', 'kind-D1': 'mission' });
    expect(await sharings()).toEqual([undefined]);
  });

  it('accepts no NUMEN, no long text, no half of a sharing, and no other person’s mission', async () => {
    for (const [wrong, texts] of [
      [{ 'kind-A1': 'time', 'words-A1': '21E1234567ABC' }, 'NUMEN'],
      [{ 'kind-A1': 'time', 'words-A1': 'x'.repeat(81) }, '80'],
      [{ 'kind-A1': 'time', 'words-A1': '' }, 'words-A1-fault'],
      [{ 'kind-A1': 'mission', 'words-A1': 'le lundi' }, '#kind-A1'],
      [{ 'kind-A1': 'magic', 'words-A1': 'le lundi' }, '#kind-A1'],
    ] as const) {
      const refused = await chef.post(PAGE, wrong);
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain(texts);
    }
    await chef.post(PAGE, { 'kind-C4': 'service', 'words-C4': 'ENT' });
    expect(await sharings()).toEqual([undefined]);
  });

  it('is recorded only by the head of that school, and never for one’s own engagement', async () => {
    const others = await Promise.all([NEIGHBOUR, PAUL, DANE].map((email) => signInAs(service, email)));
    for (const other of others) expect((await other.post(PAGE, SHARING_FORM)).status).toBe(403);
    expect((await chef.post(`${SCHOOL}/engagements/CHEF-1/sharing`, SHARING_FORM)).status).toBe(403);
    expect((await chef.post(`${SCHOOL}/engagements/AUTRE-1/sharing`, SHARING_FORM)).status).toBe(404);
    expect(await sharings()).toEqual([undefined]);
  });

  it('stays through files and decisions, and is copied where the engagement is cut', async () => {
    await chef.post(PAGE, SHARING_FORM);
    await service.importText(SCHOOL_FIXTURE);
    expect(await sharings()).toEqual([['lundi et jeudi matin', 'Pearltrees']]);
    const from = inDays(-1);
    await chef.post(`${SCHOOL}/engagements/PAUL-1/missions`, { from, missions: ['A1', 'B2'] });
    expect(await sharings()).toHaveLength(2);
    const overview = await read(chef, `${SCHOOL}?on=${todayInParis()}`);
    expect(overview).toContain('lundi et jeudi matin');
    expect(overview).not.toContain('Pearltrees');
  });

  it('is exported to the person, moves in a merge and is deleted by an erasure', async () => {
    await chef.post(PAGE, SHARING_FORM);
    const { store } = service.ports;
    const tables = await store.exportPerson(paul.personId);
    expect(JSON.stringify(tables?.['engagement'])).toContain('Pearltrees');
    expect(await read(paul, '/my/data/export')).toContain('Partage des missions');
    const other = await signInAs(service, 'luc@ac-test.example');
    await store.commit([{ kind: 'people-merged', from: paul.personId, into: other.personId }]);
    const [merged] = await store.readPersonRecords([other.personId]);
    expect(JSON.stringify(merged?.engagements)).toContain('Pearltrees');
    await store.commit([
      {
        kind: 'person-erased',
        personId: other.personId,
        names: { familyNames: [], emails: [] },
        at: service.ports.clock.now(),
      },
    ]);
    expect(await store.readEngagements(['PAUL-1'])).toEqual([]);
  });
});
