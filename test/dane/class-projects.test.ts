import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { DANE, PAUL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { inDays } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const UAI = '0210001M';
const CLASSES = { uai: UAI, classes: '5e B, 5e C', count: '2' };

let service: TestService;
let dane: SignedInBrowser;
let paul: SignedInBrowser;
startBeforeEach(schoolOf({ dane: DANE, paul: PAUL }), (fixture) => {
  ({ service, dane, paul } = fixture);
});

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
const entered = (id: string) => service.ports.store.readParticipationsIn(id);
async function offer(joinsUntil = inDays(30)): Promise<string> {
  const project = { title: 'webdiff', url: 'https://webdiff.example', audience: 'Les collèges', joinsUntil };
  const sent = await dane.post('/dane/class-projects', project);
  expect(sent.status).toBe(303);
  return sent.headers.get('Location')?.split(/[/?]/).at(3) ?? '';
}

describe('a project for classes', () => {
  it('is joined with classes, counted by the DANE, and leads to a contribution that is filled in', async () => {
    const id = await offer();
    expect((await paul.post(`/my/class-projects/${id}`, CLASSES)).status).toBe(303);
    await paul.post(`/my/class-projects/${id}`, { ...CLASSES, count: '3' });
    expect(await entered(id)).toMatchObject([{ uai: UAI, classes: '5e B, 5e C', count: 3 }]);
    const page = await read(dane, `/dane/class-projects/${id}`);
    expect(page).toContain(fr.classProjects.dane.sum(3, 1));
    expect(page).toContain('Paul Martin');
    expect(page).toContain('/dane/events/new?kind=EV-PROJ');
    const [, href = ''] =
      (await read(paul, '/my/class-projects')).match(/href="(\/my\/contributions\/new[^"]+)"/) ?? [];
    const form = await read(paul, href.replaceAll('&amp;', '&'));
    expect(form).toMatch(/value="project" checked/);
    expect(form).toContain('value="webdiff"');
    expect(await service.ports.store.countContributions({ validated: false })).toBe(0);
  });

  it('takes classes of one’s own schools only, a sensible number, and no NUMEN', async () => {
    const id = await offer();
    const refused = async (fields: object) =>
      (await paul.post(`/my/class-projects/${id}`, { ...CLASSES, ...fields })).status;
    expect(await refused({ uai: '0210011Y' })).toBe(400);
    expect(await refused({ count: '0' })).toBe(400);
    expect(await refused({ count: '51' })).toBe(400);
    expect(await refused({ count: '-1' })).toBe(400);
    expect(await refused({ classes: '21E1234567ABC' })).toBe(400);
    expect(await entered(id)).toEqual([]);
  });

  it('is left until its last day, and not afterwards or once it is taken off', async () => {
    const id = await offer();
    await paul.post(`/my/class-projects/${id}`, CLASSES);
    expect((await paul.post(`/my/class-projects/${id}/withdrawal`, { uai: UAI })).status).toBe(303);
    expect(await entered(id)).toEqual([]);
    await paul.post(`/my/class-projects/${id}`, CLASSES);
    expect((await dane.post(`/dane/class-projects/${id}/end`, { ended: 'yes' })).status).toBe(303);
    const twice = await dane.post(`/dane/class-projects/${id}/end`, { ended: 'yes' });
    expect([twice.status, await twice.text()]).toEqual([
      409,
      expect.stringContaining(fr.refusals['settled-meanwhile']({})),
    ]);
    expect((await paul.post(`/my/class-projects/${id}/withdrawal`, { uai: UAI })).status).toBe(409);
    await dane.post(`/dane/class-projects/${id}/end`, { ended: 'no' });
    const past = { title: 'webdiff', audience: 'Les collèges', joinsUntil: inDays(-1) as LocalDate };
    await dane.post(`/dane/class-projects/${id}`, past);
    expect((await paul.post(`/my/class-projects/${id}`, CLASSES)).status).toBe(409);
    expect(await entered(id)).toHaveLength(1);
    expect(await read(paul, '/my/class-projects')).toContain(fr.classProjects.over);
  });
});
