import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import { CHEF, CLAIRE, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let service: TestService;
let paul: SignedInBrowser;
let claire: SignedInBrowser;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  service = await startTestService();
  await service.importText(SCHOOL_FIXTURE);
  const chef = await signInAs(service, CHEF);
  [paul, claire] = [await signInAs(service, PAUL), await signInAs(service, CLAIRE)];
  expect(await (await paul.get('/my')).text()).not.toContain(
    `href="/my/papers">${fr.my.pages.documents}\u00a0:`,
  );
  await chef.post(`${SCHOOL}/papers`, { kind: 'statement', personId: paul.personId, year: '2026' });
  await chef.post(`${SCHOOL}/papers`, { kind: 'imp-file', year: '2026' });
  const papers = await service.ports.store.readPapers('0210001M' as Uai, 5);
  ids = Object.fromEntries(papers.map(({ kind, id }) => [kind, id]));
});
afterAll(() => service.stop());

describe('the papers about a person', () => {
  it('are listed with their school and year, and linked from the person’s space', async () => {
    const page = await (await paul.get('/my/papers')).text();
    expect(page).toContain(`/my/papers/${ids['statement']}.pdf`);
    expect(page).toContain('Collège Claude Guyot');
    expect(page).toContain('2026-2027');
    expect(await (await paul.get('/my')).text()).toContain('href="/my/papers"');
    expect(await (await claire.get('/my/papers')).text()).toContain(fr.my.documents.none);
  });

  it('are read only by the person concerned', async () => {
    const own = await paul.get(`/my/papers/${ids['statement']}.pdf`);
    expect([own.status, own.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    expect((await own.text()).startsWith('%PDF-')).toBe(true);
    expect((await claire.get(`/my/papers/${ids['statement']}.pdf`)).status).toBe(403);
    expect((await paul.get(`/my/papers/${ids['imp-file']}.pdf`)).status).toBe(404);
  });
});
