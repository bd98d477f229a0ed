import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupWishes, wishesIn, wishKey } from '../../src/features/training-wishes/feature.ts';
import { CHEF, DANE, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { THIS_YEAR, todayInParis } from '../support/now.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const WISH = { year: String(THIS_YEAR), wish: 'classe mobile' };

let service: TestService;
let dane: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...SCHOOL_FIXTURE,
    'evenements.csv': 'code;nature;intitule;debut\nF-MOBILE;EV-PAF;Classe mobile;2026-11-10\n',
  });
  const [chef, paul] = [await signInAs(service, CHEF), await signInAs(service, PAUL)];
  dane = await signInAs(service, DANE);
  const trainingsWished = '- Classe mobile\nProtection des données ; RGPD';
  await chef.post(`${SCHOOL}/reviews/${paul.personId}/record`, { on: todayInParis(), trainingsWished });
});
afterEach(() => service.stop());

const page = async (query = '') => (await dane.get(`/dane/wishes${query}`)).text();

describe('the trainings wished', () => {
  it('are gathered from the reviews of a school year, with person and school', async () => {
    const list = await page();
    for (const text of ['Classe mobile', 'Protection des données', 'RGPD', 'Paul Martin', 'Claude Guyot'])
      expect(list).toContain(text);
    expect(await page(`?year=${THIS_YEAR - 1}`)).not.toContain('Classe mobile');
    const filtered = await page('?q=PROTECTION');
    expect(filtered).toContain('Protection des données');
    expect(filtered).not.toContain('Classe mobile');
  });

  it('are taken into the plan with an event, and out of it again', async () => {
    const unknown = await dane.post('/dane/wishes/plan', { ...WISH, event: 'F-RIEN' });
    expect(unknown.status).toBe(400);
    const taken = await dane.post('/dane/wishes/plan', { ...WISH, event: 'F-MOBILE' });
    expect(taken.headers.get('Location')).toContain('wish-planned');
    expect(await page('?state=planned')).toContain('/dane/events/F-MOBILE');
    expect(await page('?state=waiting')).not.toContain('F-MOBILE');
    expect((await dane.post('/dane/wishes/plan/removal', WISH)).status).toBe(303);
    expect(await page('?state=planned')).not.toContain('F-MOBILE');
  });

  it('are exported with one row for each wish', async () => {
    await dane.post('/dane/wishes/plan', { ...WISH, event: 'F-MOBILE' });
    const csv = await (await dane.get(`/dane/wishes.csv?year=${THIS_YEAR}`)).text();
    expect(csv).toContain('formation_souhaitee');
    expect(csv).toMatch(/Classe mobile;1;0210001M;Collège Claude Guyot;Paul;Martin;/);
    expect(csv).toContain('F-MOBILE');
    expect((await dane.get(`/dane/wishes.xlsx?year=${THIS_YEAR}`)).status).toBe(200);
  });

  it('are shown only to the DANE', async () => {
    const chef = await signInAs(service, CHEF);
    for (const path of ['/dane/wishes', '/dane/wishes.csv', '/dane/wishes/plan'])
      expect((await chef.get(path)).status).toBe(403);
  });
});

describe('two wishes', () => {
  it('are the same where only accents, capitals, spaces and punctuation differ', () => {
    expect(wishKey('  Protection DES   données.')).toBe(wishKey('protection des donnees'));
    expect(wishKey('ENT')).not.toBe(wishKey('Tablettes'));
  });

  it('are separated at line breaks and semicolons, without their bullets', () => {
    expect(wishesIn('• ENT ;\n- RGPD\n\n—')).toEqual(['ENT', 'RGPD']);
  });

  it('are counted together, the most wished first', () => {
    const wish = (text: string) => ({
      personId: text as never,
      uai: 'x' as never,
      on: todayInParis() as never,
      text,
    });
    const groups = groupWishes([wish('RGPD'), wish('ENT'), wish('ent.')], []);
    expect(groups.map(({ text, wishes }) => [text, wishes.length])).toEqual([
      ['ENT', 2],
      ['RGPD', 1],
    ]);
  });
});
