import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import { CHEF, CLAIRE, DANE, NEIGHBOUR, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M' as Uai;

let service: TestService;
let deputy: SignedInBrowser;
let dane: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText(SCHOOL_FIXTURE);
  deputy = await signInAs(service, CLAIRE, [GUYOT]);
  dane = await signInAs(service, DANE);
});
afterEach(() => service.stop());

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
const auditOf = async (browser: SignedInBrowser) =>
  (await service.ports.store.readAuditOf(browser.personId, 10)).map(({ action, actor }) => [action, actor]);

describe('a declaration to head a school that another person heads', () => {
  it('names the known heads before it is made', async () => {
    expect(await read(deputy, '/headship')).toContain(fr.account.headship.daneKnows('Marie C.'));
    await deputy.post('/headship', { uai: GUYOT });
    const paul = await signInAs(service, PAUL, [GUYOT]);
    expect(await read(paul, '/headship')).toContain(fr.account.headship.alsoDeclared('Claire D.'));
  });

  it('waits for the DANE’s check, and the DANE can take it back', async () => {
    expect(await read(dane, '/dane')).toContain(`>0 ${fr.dane.home.figures.headships(0)}`);
    await deputy.post('/headship', { uai: GUYOT });
    expect(await read(dane, '/dane')).toContain(`<strong>1</strong> ${fr.dane.home.figures.headships(1)}`);
    const page = await read(dane, '/dane/people/headships');
    expect(page).toContain('Claire Dupont');
    expect(page).toContain(fr.dane.people.headshipsPage.inTheData);
    const act = { personId: deputy.personId, uai: GUYOT, act: 'withdraw' };
    expect((await dane.post('/dane/people/headships', act)).status).toBe(303);
    expect((await deputy.get(SCHOOL)).status).toBe(403);
    expect(await read(dane, '/dane')).toContain(`>0 ${fr.dane.home.figures.headships(0)}`);
    expect(await auditOf(deputy)).toContainEqual(['headship-withdrawn', dane.personId]);
  });

  it('leaves the list of checks once the DANE has let it stand', async () => {
    await deputy.post('/headship', { uai: GUYOT });
    await dane.post('/dane/people/headships', { personId: deputy.personId, uai: GUYOT, act: 'keep' });
    expect(await read(dane, '/dane')).toContain(`>0 ${fr.dane.home.figures.headships(0)}`);
    expect((await deputy.get(SCHOOL)).status).toBe(200);
    expect(await auditOf(deputy)).toContainEqual(['headship-checked', dane.personId]);
  });

  it('is taken back by its author, who cannot change the DANE’s own data', async () => {
    await deputy.post('/headship', { uai: GUYOT });
    expect(await read(deputy, SCHOOL)).toContain(fr.school.overview.declared);
    const taken = await deputy.post('/headship/withdrawal', { uai: GUYOT });
    expect(taken.headers.get('Location')).toBe('/headship?done=headship-withdrawn');
    expect((await deputy.get(SCHOOL)).status).toBe(403);
    const chef = await signInAs(service, CHEF);
    expect((await chef.post('/headship/withdrawal', { uai: GUYOT })).status).toBe(409);
    expect((await chef.get(SCHOOL)).status).toBe(200);
  });
});

describe('a head whom the ministry names, and who has not yet declared to head the school', () => {
  it('is asked at the top of their own space, and on the page of the school that a mail led to', async () => {
    const NINA = 'nina@ac-test.example';
    await service.importText({ 'personnes.csv': `email;prenom;nom;profil\n${NINA};Nina;Neuve;rupn\n` });
    const successor = await signInAs(service, NINA, [GUYOT]);
    const way = `href="/headship">${fr.account.headship.askLink}`;
    expect(await read(successor, '/my')).toContain(way);
    const refused = await successor.get(`${SCHOOL}/confirmations`);
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining(way)]);
    await successor.post('/headship', { uai: GUYOT });
    expect(await read(successor, '/my')).not.toContain(way);
    expect(await read(await signInAs(service, PAUL), SCHOOL)).not.toContain('href="/headship"');
  });

  it('finds the way to another school that they may head', async () => {
    const both = await signInAs(service, NEIGHBOUR, [GUYOT]);
    expect(await read(both, '/school/0210011Y')).toContain(fr.account.headship.askOther);
    expect(await read(await signInAs(service, NEIGHBOUR), '/school/0210011Y')).not.toContain(
      'href="/headship"',
    );
  });
});

describe('a person who has signed in without asking for a page', () => {
  it('is led to the space where something waits for them', async () => {
    const landing = async (browser: SignedInBrowser) => (await browser.get('/space')).headers.get('Location');
    expect(await landing(dane)).toBe('/dane');
    expect(await landing(await signInAs(service, CHEF))).toBe(SCHOOL);
    expect(await landing(await signInAs(service, PAUL))).toBe('/my');
    const both = await signInAs(service, NEIGHBOUR, [GUYOT]);
    await both.post('/headship', { uai: GUYOT });
    expect(await landing(both)).toBe('/headship');
  });

  it('finds the tasks of other spaces at the top of their own, and no unwanted badge', async () => {
    const neighbour = await read(await signInAs(service, NEIGHBOUR), '/my');
    expect(neighbour).toContain('href="/school/0210011Y/confirmations"');
    expect(neighbour).toContain(fr.school.overview.requests(1));
    expect(neighbour).not.toContain('famille sur 5');
    expect(await read(dane, '/my')).toContain(`href="/dane">${fr.dane.title}`);
    expect(await read(await signInAs(service, PAUL), '/my')).toContain('familles sur 5');
  });
});
