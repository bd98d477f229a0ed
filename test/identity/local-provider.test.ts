import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateDemo } from '../../demo/generate-demo.ts';
import { makeLocalProvider } from '../../src/adapters/identity/local-provider.node.ts';
import type { SignInDemand } from '../../src/application/accounts/identity-provider.ts';
import { errorsOf } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { fr } from '../support/fr.ts';
import { makeCookieBrowser } from './cookie-browser.ts';
import { type DemoSite, PERSONAS, SCHOOLS, startDemoSite } from './demo-site.ts';
import { rejectionOf } from './sign-in.ts';

let site: DemoSite;
beforeAll(async () => {
  site = await startDemoSite();
});
afterAll(() => site.stop());

/** Chooses a person in the list, and comes back. */
async function signInAs(subject: string, browser = makeCookieBrowser(), demand: SignInDemand = {}) {
  const { url, transaction } = await site.provider.begin(demand);
  const list = await browser.open(url, site.redirectUri);
  const back = await browser.post(list.url, { subject }, site.redirectUri);
  return { list, back, finish: () => site.provider.finish(back.url, transaction) };
}

const personaOf = (email: string) => PERSONAS.find((one) => one.email === email) ?? PERSONAS[0];

describe('the people to sign in as', () => {
  test('are those of the generated files, and one unknown person', () => {
    const files = generateDemo({ establishmentsCsv: SCHOOLS });
    const known = files.find(({ name }) => name === 'personnes.csv')?.text ?? '';
    const outsiders = PERSONAS.filter(
      ({ email }) => !known.includes(`${email};`) && !known.includes(`${email},`),
    );
    expect(outsiders.map(({ email }) => email)).toEqual(['ludivine.vasseur@ac-dijon.example']);
    expect(PERSONAS.map(({ group }) => group)).toEqual([
      ...['rupn', 'rupn', 'rupn'],
      ...['principal', 'principal', 'principal', 'principal'],
      ...['dane', 'dane'],
      'unknown',
    ]);
  });
});

describe('the demonstration’s provider', () => {
  test.each(PERSONAS.map(({ email }) => email))('signs in %s like the federation', async (email) => {
    const persona = personaOf(email);
    if (!persona) throw new Error('nobody');
    const { finish } = await signInAs(persona.subject);
    const identity = await finish();
    const uais = (values: readonly string[] = []) => values.map((value) => value.slice(0, 8));
    expect(identity).toMatchObject({
      provider: 'local',
      issuer: site.local.issuer,
      subject: persona.subject,
      email,
      emailVerified: true,
      givenName: persona.givenName,
      familyName: persona.familyName,
      mayHead: uais(persona.responsibleFor),
      worksAt: uais(persona.worksAt),
    });
    expect(identity.mayHead).toHaveLength(persona.group === 'principal' ? 1 : 0);
  });

  test('asks each time for the person, and forgets the previous one', async () => {
    const browser = makeCookieBrowser();
    const [first, second] = PERSONAS;
    const one = await signInAs(first?.subject ?? '', browser);
    expect((await one.finish()).email).toBe(first?.email);
    const two = await signInAs(second?.subject ?? '', browser);
    expect(two.list.page).toContain(second?.familyName);
    expect((await two.finish()).email).toBe(second?.email);
    expect(await site.provider.endSessionUrl({ returnTo: site.origin })).toBeUndefined();
  });

  test('states the demanded level and the instant, so that the rules of signing in can be seen', async () => {
    const [persona] = PERSONAS;
    const plain = await signInAs(persona?.subject ?? '');
    expect(Object.keys(await plain.finish())).not.toContain('acr');
    const demand = { levels: ['eidas1-mfa', 'eidas2', 'eidas3'], maxAgeSeconds: 60 };
    const strong = await signInAs(persona?.subject ?? '', makeCookieBrowser(), demand);
    const { acr, authTime } = await strong.finish();
    expect(acr).toBe('eidas1-mfa');
    expect(Math.abs(Date.parse(authTime ?? '') - Date.now())).toBeLessThan(60_000);
  });

  test('allows giving up, and signs in only people of the list', async () => {
    for (const subject of ['', 'demo-nobody']) {
      const { finish } = await signInAs(subject);
      expect((await rejectionOf(finish())).params['reason']).toBe('cancelled');
    }
  });

  test('gives a remedy where a list is too old or an address is not its own', async () => {
    const { page, status } = await makeCookieBrowser().open(
      `${site.local.issuer}/interaction/unknown`,
      site.redirectUri,
    );
    expect([status, page?.includes(fr.persona.failed.text)]).toEqual([400, true]);
    const wrong = await makeCookieBrowser({ 'accept-language': 'en' }).open(
      `${site.local.issuer}/auth?client_id=unknown`,
      site.redirectUri,
    );
    expect([wrong.status, wrong.page?.includes('Start again from the sign-in page')]).toEqual([400, true]);
  });

  test('takes its addresses from the public origin, whatever the request’s headers are', async () => {
    const address = site.local.issuer.replace('localhost', '127.0.0.1');
    const answer = await fetch(`${address}/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example' },
    });
    const { issuer, authorization_endpoint, userinfo_endpoint } = (await answer.json()) as Record<
      string,
      string
    >;
    expect([issuer, authorization_endpoint, userinfo_endpoint]).toEqual([
      site.local.issuer,
      `${site.local.issuer}/auth`,
      `${site.local.issuer}/me`,
    ]);
  });

  test('has a new secret at each start, and none in production', async () => {
    const options = {
      origin: site.origin,
      path: '/demo/identity',
      redirectUri: site.redirectUri,
      personas: PERSONAS,
      css: '',
    };
    const other = await makeLocalProvider({ ...options, production: false });
    expect(other.client.clientSecret).not.toBe(site.local.client.clientSecret);
    await expect(makeLocalProvider({ ...options, production: true })).rejects.toThrow('production');
  });
});

describe('the list of people', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('is used without a script and with the keyboard alone', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
    const page = await context.newPage();
    const { url, transaction } = await site.provider.begin();
    await page.goto(url);
    const wanted = PERSONAS[1];
    const button = page.getByRole('button', { name: `Entrer : ${wanted?.givenName} ${wanted?.familyName}` });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.redirectUri}*`);
    expect((await site.provider.finish(page.url(), transaction)).email).toBe(wanted?.email);
    await context.close();
  });

  test.each([
    ['on a desk', { viewport: { width: 1280, height: 800 } }],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
    ['in the dark', { colorScheme: 'dark' as const }],
  ])('has no fault that axe finds and never scrolls sideways, %s', async (_look, options) => {
    const context = await browser.newContext({ ...options, locale: 'fr-FR' });
    const page = await context.newPage();
    await page.goto((await site.provider.begin()).url, { waitUntil: 'load' });
    expect(await errorsOf(page)).toEqual([]);
    const [content, window] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(content).toBeLessThanOrEqual(window);
    await context.close();
  });
});
