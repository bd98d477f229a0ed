import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import { fr } from '../support/fr.ts';
import { signInAs } from '../support/sign-in.ts';
import {
  type AgentService,
  essentialLevels,
  JEANNE,
  ODILE,
  PAUL,
  SCHOOL,
  SOFIA,
  startAgentService,
} from './agent-browser.ts';
import { makeCookieBrowser } from './cookie-browser.ts';
import { REDIRECT_URI } from './federation.ts';
import { stopFederations } from './running-federations.ts';

const SECOND_FACTOR = ['eidas0-mfa', 'eidas1-mfa', 'eidas2', 'eidas3'];

let agents: AgentService;
beforeAll(async () => {
  agents = await startAgentService({
    SIGN_IN_LEVEL_DANE: 'eidas0-mfa',
    SIGN_IN_LEVEL_PRINCIPAL: 'eidas2',
  });
});
beforeEach(() => {
  agents.federation.inPlace.clear();
});
afterAll(async () => {
  await agents.service.stop();
  await stopFederations();
});

const as = (email: string, acr: string) => Object.assign(agents.account, { email, acr });
const leadsTo = (answer: Response) => answer.headers.get('Location');

describe('the level that a role requires', () => {
  test('is not requested of a RUPN', async () => {
    as(PAUL, 'eidas0');
    const { answer, trips } = await agents.browser().signIn();
    expect([answer.status, leadsTo(answer)]).toEqual([303, '/space']);
    expect(trips.map(essentialLevels)).toEqual([undefined]);
  });

  test('is requested once the agent of the DANE is known, and leads back to the page', async () => {
    as(ODILE, 'eidas0-mfa');
    const browser = agents.browser();
    const { answer, trips } = await browser.signIn('/sign-in/proconnect?to=%2Fdane%2Fpeople');
    expect(trips.map(essentialLevels)).toEqual([undefined, SECOND_FACTOR]);
    expect(leadsTo(answer)).toBe('/dane/people');
    expect((await browser.get('/dane/people')).status).toBe(200);
  });

  test('refuses an account that cannot reach it after the second request, with its own sentence', async () => {
    as(ODILE, 'eidas1');
    const browser = agents.browser();
    const { answer, trips, page } = await browser.signIn();
    expect(trips.map(essentialLevels)).toEqual([undefined, SECOND_FACTOR]);
    expect(leadsTo(answer)).toBe('/sign-in?failed=level-unavailable');
    expect(page).toContain(fr.account.signIn.refused['level-unavailable']);
    expect(browser.cookies.has('__Host-session')).toBe(false);
  });

  test('is another one for a principal', async () => {
    as(JEANNE, 'eidas1-mfa');
    const { answer, trips } = await agents.browser().signIn();
    expect(trips.map(essentialLevels)).toEqual([undefined, ['eidas2', 'eidas3']]);
    expect(leadsTo(answer)).toBe('/sign-in?failed=level-unavailable');
    as(JEANNE, 'eidas3');
    expect(leadsTo((await agents.browser().signIn()).answer)).toBe('/space');
  });

  test('leaves no session and links no identity before it is reached', async () => {
    as(SOFIA, 'eidas1');
    await agents.browser().signIn();
    const { store } = agents.service.ports;
    const [sofia] = await store.readPeopleByEmail([SOFIA]);
    expect(sofia && (await store.readSessionsOf(sofia.id))).toEqual([]);
    expect(await store.readIdentity(agents.federation.issuer, SOFIA)).toBeUndefined();
  });

  test('is not lowered if another person answers the second request', async () => {
    as(ODILE, 'eidas1');
    const browser = agents.browser();
    const { answer, trips } = await browser.signIn(undefined, (trip) => {
      if (trip === 2) as(JEANNE, 'eidas1-mfa');
    });
    expect(trips.map(essentialLevels)).toEqual([undefined, SECOND_FACTOR]);
    expect(leadsTo(answer)).toBe('/sign-in?failed=acr');
    expect(browser.cookies.has('__Host-session')).toBe(false);
  });

  test('is not reached by the first answer, sent a second time', async () => {
    as(ODILE, 'eidas1');
    const browser = agents.browser();
    const begun = await browser.get('/sign-in/proconnect');
    const { url } = await makeCookieBrowser().open(begun.headers.get('Location') ?? '', REDIRECT_URI);
    const path = url.slice(agents.service.ports.origin.length);
    expect((await browser.get(path)).headers.get('Location')).toContain(agents.federation.issuer);
    expect(leadsTo(await browser.get(path))).toMatch(/^\/sign-in\?failed/);
    expect(browser.cookies.has('__Host-session')).toBe(false);
  });

  test('is not taken from the unsigned answer of the browser', async () => {
    as(ODILE, 'eidas1');
    const browser = agents.browser();
    const begun = await browser.get('/sign-in/proconnect');
    const { url } = await makeCookieBrowser().open(begun.headers.get('Location') ?? '', REDIRECT_URI);
    const path = `${url.slice(agents.service.ports.origin.length)}&acr=eidas3&acr_values=eidas3`;
    expect((await browser.get(path)).headers.get('Location')).toContain(agents.federation.issuer);
  });
});

describe('a session of a weaker sign-in than the role needs today', () => {
  test.each([
    ['no level', undefined],
    ['a level without a second factor', 'eidas1'],
    ['a level in capitals', 'EIDAS2'],
    ['a level of another list', 'urn:example:strong'],
  ])('opens no page with %s, and leads to a sign-in that requests the level at once', async (_what, acr) => {
    const odile = await signInAs(agents.service, ODILE, [], acr ? { acr } : {});
    const page = await odile.get('/dane/people');
    expect([page.status, page.headers.get('Location')]).toEqual([303, '/sign-in?to=%2Fdane%2Fpeople']);
    const signIn = await (await odile.get('/sign-in?to=%2Fdane%2Fpeople')).text();
    expect(signIn).toContain('Votre rôle demande désormais une connexion plus forte');
    const begun = await odile.get('/sign-in/proconnect?to=%2Fdane%2Fpeople');
    const trip = new URL(begun.headers.get('Location') ?? '').searchParams;
    expect(essentialLevels(trip)).toEqual(SECOND_FACTOR);
  });

  test('calls no operation of the API', async () => {
    const odile = await signInAs(agents.service, ODILE, [], { acr: 'eidas1' });
    expect((await odile.get('/api/v1/awards')).status).toBe(401);
    const strong = await signInAs(agents.service, ODILE, [], { acr: 'eidas1-mfa' });
    expect((await strong.get('/api/v1/badges')).status).not.toBe(401);
  });

  test('keeps the form that was sent', async () => {
    const odile = await signInAs(agents.service, ODILE, [], { acr: 'eidas1' });
    const sent = await odile.post('/my/data/rectification', { message: 'Mon nom', _for: odile.personId });
    expect(sent.headers.get('Location')).toBe('/sign-in?to=%2Ftyped');
    const requests = await agents.service.ports.store.exportPerson(odile.personId);
    expect(JSON.stringify(requests)).not.toContain('"message":"Mon nom"');
  });

  test('is over when its person declares to head a school', async () => {
    const paul = await signInAs(agents.service, PAUL, [SCHOOL as Uai], { acr: 'eidas1-mfa' });
    expect((await paul.get('/my')).status).toBe(200);
    expect((await paul.post('/headship', { uai: SCHOOL })).status).toBe(303);
    expect((await paul.get('/my')).status).toBe(303);
    expect((await paul.get(`/school/${SCHOOL}`)).headers.get('Location')).toMatch(/^\/sign-in\?to=/);
  });
});
