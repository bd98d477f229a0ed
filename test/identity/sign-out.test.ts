import { afterEach, describe, expect, test } from 'vitest';
import { fr } from '../support/fr.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { makeCookieBrowser } from './cookie-browser.ts';
import { CLIENT, type Federation, REDIRECT_URI } from './federation.ts';
import { CLAIRE } from './people.ts';
import { runFederation, stopFederations } from './running-federations.ts';

const running: TestService[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
  await stopFederations();
});

/** The whole service, with one provider, and Claire signed in by it. */
async function signInBy(kind: 'proconnect' | 'fim') {
  const federation = await runFederation({
    kind,
    claims: { ...CLAIRE, email: 'claire.dupont@ac-test.example' },
  });
  const service = await startTestService(settingsOf(kind, federation));
  running.push(service);
  await service.importText(ONE_RUPN);
  const browser = makeCookieBrowser();
  const begun = await service.get(`/sign-in/${kind}`);
  const { url } = await browser.open(begun.headers.get('Location') ?? '', REDIRECT_URI);
  const back = await service.get(url.slice(service.ports.origin.length), { Cookie: cookieOf(begun) });
  const cookie = cookieOf(back);
  const signOut = (path: string) =>
    service.app.request(`${service.ports.origin}${path}`, {
      method: 'POST',
      headers: { Cookie: cookie, Origin: service.ports.origin },
      body: new URLSearchParams(),
    });
  return { service, browser, cookie, signOut };
}

const settingsOf = (kind: 'proconnect' | 'fim', { issuer }: Federation) => ({
  [`OIDC_${kind.toUpperCase()}_ISSUER`]: issuer,
  [`OIDC_${kind.toUpperCase()}_CLIENT_ID`]: CLIENT.clientId,
  [`OIDC_${kind.toUpperCase()}_CLIENT_SECRET`]: CLIENT.clientSecret,
});

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .filter((pair) => !pair?.endsWith('='))
    .join('; ');

describe('signing out', () => {
  test.each(['/sign-out', '/sign-out-everywhere'])(
    'by %s ends the session of ProConnect too, and comes back',
    async (path) => {
      const { service, browser, cookie, signOut } = await signInBy('proconnect');
      const left = await signOut(path);
      expect(left.status).toBe(200);
      expect(left.headers.getSetCookie().join()).toMatch(/__Host-session=;.*Max-Age=0/);
      expect((await service.get('/sessions', { Cookie: cookie })).status).toBe(303);
      const actions = ['signed-in', 'signed-out-here', 'signed-out-everywhere'] as const;
      const audit = await service.ports.store.searchAudit({ actions, limit: 9 });
      const leaving = path === '/sign-out' ? 'signed-out-here' : 'signed-out-everywhere';
      expect(audit.map((line) => line.action).toSorted()).toEqual(['signed-in', leaving]);

      const page = await left.text();
      const links = [...page.matchAll(/(?:url=|href=")([^"]*session\/end[^"]*)"/g)].map(([, href]) => href);
      expect(new Set(links).size).toBe(1);
      expect(links).toHaveLength(2); // The browser follows one; the other is for the person.
      const address = links[0]?.replaceAll('&amp;', '&') ?? '';
      const requested = await browser.open(address, service.ports.origin);
      const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(requested.page ?? '') ?? [];
      const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(requested.page ?? '') ?? [];
      const ended = await browser.post(action, { xsrf, logout: 'yes' }, service.ports.origin);
      expect(ended.url).toMatch(/^https:\/\/jalon\.test\/signed-out\?state=/);
      const home = await service.get(ended.url.slice(service.ports.origin.length));
      expect([home.status, (await home.text()).includes(fr.account.leaving.title)]).toEqual([200, true]);
    },
  );

  test('reports that it is done where the federation has no session to end', async () => {
    const { signOut } = await signInBy('fim');
    const left = await signOut('/sign-out');
    expect([left.status, left.headers.get('Location')]).toEqual([303, '/signed-out']);
  });

  test('keeps no token of the ministry’s federation, which may contain the NUMEN', async () => {
    const { service: ministry, cookie } = await signInBy('fim');
    const { service: proconnect } = await signInBy('proconnect');
    expect((await ministry.get('/sessions', { Cookie: cookie })).status).toBe(200);
    const saved = await Promise.all([ministry, proconnect].map(sessionsOfClaire));
    expect(saved.map(([session]) => session?.idToken?.split('.').length)).toEqual([undefined, 3]);
    const [person] = await proconnect.ports.store.readPeopleByEmail(['claire.dupont@ac-test.example']);
    const tables = person && (await proconnect.ports.store.exportPerson(person.id));
    expect(JSON.stringify(tables)).toContain('"proconnect"');
    expect(JSON.stringify(tables)).not.toContain(saved[1]?.[0]?.idToken ?? 'a token');
  });
});

async function sessionsOfClaire({ ports: { store } }: TestService) {
  const [person] = await store.readPeopleByEmail(['claire.dupont@ac-test.example']);
  return person ? store.readSessionsOf(person.id) : [];
}
