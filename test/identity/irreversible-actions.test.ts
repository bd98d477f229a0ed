import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IRREVERSIBLE_ACTIONS } from '../../src/adapters/http/middleware/irreversible-actions.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
import { fr } from '../support/fr.ts';
import { signInAs } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';
import {
  type AgentService,
  essentialLevels,
  ODILE,
  PAUL,
  SOFIA,
  startAgentService,
} from './agent-browser.ts';
import { stopFederations } from './running-federations.ts';

const SIGN_IN = '/sign-in?to=%2Ftyped&for=irreversible';
const LEVELS = ['eidas1-mfa', 'eidas2', 'eidas3'];

let agents: AgentService;
let paul: string;
let token: string;
beforeAll(async () => {
  agents = await startAgentService({
    SIGN_IN_LEVEL_IRREVERSIBLE: 'eidas1-mfa',
    SIGN_IN_FRESH_MINUTES: '10',
  });
  Object.assign(agents.account, { acr: 'eidas2' });
  paul = (await agents.service.ports.store.readPeopleByEmail([PAUL]))[0]?.id ?? '';
  token = await tokenOf(agents.service, 'dane');
});
afterAll(async () => {
  await agents.service.stop();
  await stopFederations();
});

const now = () => agents.service.ports.clock.now();
const minutesAgo = (minutes: number): Instant => secondsAfter(now(), -60 * minutes);
const signedIn = (acr?: string, authTime?: Instant) =>
  signInAs(agents.service, ODILE, [], { ...(acr && { acr }), ...(authTime && { authTime }) });
const countPaul = async () => (await agents.service.ports.store.readPeopleByEmail([PAUL])).length;

describe('an action that cannot be undone', () => {
  test.each([
    ['no level and no instant', undefined, undefined],
    ['a strong level and no instant', 'eidas3', undefined],
    ['a strong level and an instant of eleven minutes ago', 'eidas3', 11],
    ['a strong level and an instant of yesterday', 'eidas3', 1440],
    ['an instant of now and no level', undefined, 0],
    ['an instant of now and a level without a second factor', 'eidas1', 0],
    ['an instant of now and a level without a checked identity', 'eidas0-mfa', 0],
    ['an instant of now and a level of another list', 'urn:example:strong', 0],
  ])('waits for another sign-in if the session has %s', async (_what, acr, minutes) => {
    const odile = await signedIn(acr, minutes === undefined ? undefined : minutesAgo(minutes));
    const fields = { confirm: fr.dane.people.erase.word, _for: odile.personId };
    const sent = await odile.post(`/dane/people/${paul}/erasure`, fields);
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, SIGN_IN]);
    expect(await countPaul()).toBe(1);
  });

  test('waits for another sign-in at each address of the table, and does nothing there', async () => {
    const odile = await signedIn('eidas1', minutesAgo(0));
    const { store } = agents.service.ports;
    const recorded = async () => {
      const { typed_form: _, ...tables } = (await store.exportPerson(odile.personId)) ?? {};
      return tables;
    };
    const before = await recorded();
    const answers: unknown[] = [];
    for (const route of IRREVERSIBLE_ACTIONS) {
      const path = route.replaceAll(/:\w+/g, paul);
      const isApi = path.startsWith('/api/');
      const answer = isApi
        ? await odile.send(path, {
            method: 'POST',
            headers: { Origin: agents.service.ports.origin, 'Content-Type': 'application/json' },
            body: '{}',
          })
        : await odile.post(path, { _for: odile.personId, words: 'mot' });
      const location = answer.headers.get('Location');
      const isStopped = isApi
        ? answer.status === 401 && (await answer.json()).code === 'stronger-sign-in-needed'
        : location === SIGN_IN;
      if (!isStopped) answers.push([route, answer.status, location]);
    }
    expect(answers).toEqual([]);
    expect(await recorded()).toEqual(before);
    const routes = new Set(agents.service.app.routes.map(({ method, path }) => `${method} ${path}`));
    expect([...IRREVERSIBLE_ACTIONS].filter((path) => !routes.has(`POST ${path}`))).toEqual([]);
  });

  test('is refused to a person without the right before any sign-in is requested', async () => {
    const other = await signInAs(agents.service, PAUL);
    expect((await other.post(`/dane/people/${paul}/erasure`, { confirm: 'EFFACER' })).status).toBe(403);
  });

  test('waits with its form, which comes back after the fresh sign-in, and is carried out when sent again', async () => {
    Object.assign(agents.account, { email: SOFIA, acr: 'eidas2' });
    const browser = agents.browser();
    await browser.signIn();
    const [sofia] = await agents.service.ports.store.readPeopleByEmail([SOFIA]);
    const path = `/dane/people/${paul}/erasure`;
    const fields = { confirm: 'presque', _for: sofia?.id ?? '' };
    const sent = await browser.post(path, fields);
    expect(sent.headers.get('Location')).toBe(SIGN_IN);
    const page = await (await browser.get(SIGN_IN)).text();
    expect(page).toContain(fr.account.signIn.irreversible(true));
    const href = /href="(\/sign-in\/proconnect[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(href).toBe('/sign-in/proconnect?to=%2Ftyped&for=irreversible');
    const { answer, trips, page: given } = await browser.signIn(href);
    expect(trips.map(essentialLevels)).toEqual([LEVELS]);
    expect(trips[0]?.get('prompt')).toBe('login');
    expect(trips[0]?.get('claims')).toContain('"auth_time":{"essential":true}');
    expect(answer.headers.get('Location')).toBe('/typed');
    expect(given).toContain('value="presque"');
    expect((await browser.post(path, fields)).status).toBe(400);
    expect(await countPaul()).toBe(1);
  });

  test('gives back both records of a merge, side by side, after the sign-in', async () => {
    const stale = await signedIn('eidas2');
    const [sofia] = await agents.service.ports.store.readPeopleByEmail([SOFIA]);
    const fields = { other: paul, confirm: 'yes', _for: stale.personId };
    const sent = await stale.post(`/dane/people/${sofia?.id}/merge`, fields);
    expect(sent.headers.get('Location')).toBe(SIGN_IN);
    const restored = sent.headers.getSetCookie().find((one) => one.startsWith('__Host-typed='));
    const fresh = await signedIn('eidas2', minutesAgo(0));
    const headers = { Cookie: `${fresh.cookie}; ${restored?.split(';')[0]}` };
    const page = await (await agents.service.get('/typed', headers)).text();
    expect(page).toContain(`name="other" value="${paul}"`);
    expect(await countPaul()).toBe(1);
  });

  test('leads back to its page if its form cannot be kept', async () => {
    const odile = await signedIn('eidas1');
    const fields = { reason: 'a'.repeat(70_000), _for: odile.personId };
    const sent = await odile.send('/dane/revocations', {
      method: 'POST',
      headers: {
        Origin: agents.service.ports.origin,
        Referer: `${agents.service.ports.origin}/dane/revocations?badge=RUPN-ENG`,
      },
      body: new URLSearchParams(fields),
    });
    const to = new URL(sent.headers.get('Location') ?? '', 'https://x.example').searchParams;
    expect([to.get('to'), to.get('for')]).toEqual(['/dane/revocations?badge=RUPN-ENG', 'irreversible']);
  });

  test('needs a sign-in that was fresh, not only a query that the browser drops', async () => {
    Object.assign(agents.account, { email: SOFIA, acr: 'eidas2' });
    const browser = agents.browser();
    await browser.signIn('/sign-in/proconnect?to=%2Ftyped');
    const sent = await browser.post(`/dane/people/${paul}/erasure`, { confirm: 'EFFACER' });
    expect(sent.headers.get('Location')).toMatch(/^\/sign-in\?to=.*for=irreversible$/);
    expect(await countPaul()).toBe(1);
  });

  test('is refused after a sign-in that does not prove its instant, with its own sentence', async () => {
    const { federation } = agents;
    Object.assign(agents.account, { email: SOFIA, acr: 'eidas2' });
    const browser = agents.browser();
    const begun = await browser.get('/sign-in/proconnect?for=irreversible');
    const trip = new URL(begun.headers.get('Location') ?? '').searchParams;
    const seconds = Math.floor(Date.now() / 1000);
    const claims = { sub: SOFIA, iss: federation.issuer, aud: 'jalon', nonce: trip.get('nonce') };
    const idToken = await federation.sign({ ...claims, iat: seconds, exp: seconds + 60, acr: 'eidas2' });
    federation.inPlace.set('/token', (request, response) => {
      request.resume();
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token: idToken }));
    });
    const query = new URLSearchParams({
      code: 'c',
      state: trip.get('state') ?? '',
      iss: federation.issuer,
    });
    const back = await browser.get(`/sign-in/callback?${query}`);
    federation.inPlace.clear();
    expect(back.headers.get('Location')).toBe('/sign-in?failed=auth-time');
    const page = await (await browser.get('/sign-in?failed=auth-time')).text();
    expect(page).toContain('n’a pas confirmé que vous venez de vous authentifier');
    expect(browser.cookies.has('__Host-session')).toBe(false);
  });

  test('is carried out by a token of the API, which does not sign in', async () => {
    const answer = await agents.service.post('/api/v1/people/erasures', {}, token);
    expect((await answer.json()).code).not.toBe('stronger-sign-in-needed');
    expect(answer.status).toBe(400);
  });

  test('is carried out after a fresh and strong sign-in', async () => {
    const odile = await signedIn('eidas2', minutesAgo(9));
    const done = await odile.post(`/dane/people/${paul}/erasure`, { confirm: fr.dane.people.erase.word });
    expect(done.headers.get('Location')).toMatch(/^\/dane\/people\?done=person-erased/);
    expect(await countPaul()).toBe(0);
  });
});
