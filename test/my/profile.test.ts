import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { errorsOf } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { fr } from '../support/fr.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { openAs } from './browse.ts';
import { CLAIRE, type MyFixture, PAUL, startMyFixture } from './fixture.ts';

let fixture: MyFixture;
let claire: SignedInBrowser;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  fixture = await startMyFixture();
  claire = await signInAs(fixture.service, CLAIRE);
  browser = await launchChromium();
  context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  page = await openAs(context, claire);
});
afterAll(async () => {
  await browser.close();
  await fixture.service.stop();
});

const accept = (choice: Readonly<Record<string, string>>) =>
  claire.post(`/my/badges/${fixture.badge}/accept`, { schools: 'no', form: 'inclusive', ...choice });
const make = (over: Readonly<Record<string, string>> = {}) =>
  claire.post('/my/profile', { name: 'full', visibility: 'unlisted', badges: fixture.badge, ...over });
const addressOf = async () =>
  /\/profiles\/[\w-]{22}/.exec(await (await claire.get('/my/profile?lang=fr')).text())?.[0] ?? '';
const asOutsider = async (address: string) => {
  const answer = await fixture.service.get(address, { 'Accept-Language': 'fr' });
  return { status: answer.status, text: await answer.text() };
};

describe('a public profile', () => {
  it('cannot be made before a badge is accepted', async () => {
    expect(await (await claire.get('/my/profile?lang=fr')).text()).toContain(fr.publicProfiles.own.none);
    expect((await make()).status).toBe(400);
  });

  it('lists a badge once that its form names twice', async () => {
    await accept({ name: 'full', visibility: 'public' });
    const sent = await claire.post('/my/profile', {
      name: 'full',
      visibility: 'unlisted',
      badges: [fixture.badge, fixture.badge],
    });
    expect(sent.status).toBe(303);
    const { status, text } = await asOutsider(await addressOf());
    expect([status, text.split(`/credentials/${fixture.badge}/image.svg"`).length]).toEqual([200, 2]);
    await claire.post('/my/profile/remove', {});
  });

  it('begins with the badges that are public in the chosen form of the name, so that sending it works', async () => {
    await accept({ name: 'full', visibility: 'public' });
    await page.goto(`${TEST_ORIGIN}/my/profile?lang=fr`);
    expect(await page.getByLabel('RUPN engagé').isChecked()).toBe(true);
    await page.getByRole('button', { name: fr.publicProfiles.own.save }).click();
    await page.getByText(fr.account.done['profile-saved']).waitFor();
    expect((await asOutsider(await addressOf())).status).toBe(200);
    await claire.post('/my/profile/remove', {});
  });

  it('is made without a script, previewed, seen by a stranger, and removed at once', async () => {
    await accept({ name: 'full', visibility: 'public' });
    await page.goto(`${TEST_ORIGIN}/my/badges?lang=fr`);
    await page.getByRole('link', { name: fr.publicProfiles.own.link }).click();
    await page.getByLabel('RUPN engagé').check();
    await page.getByRole('button', { name: fr.publicProfiles.own.preview }).click();
    await page.getByText(fr.publicProfiles.own.previewNotice).waitFor();
    expect(await page.locator('h1').textContent()).toBe('Claire Dupont est RUPN engagé·e');
    expect(await errorsOfScripted(page.url())).toEqual([]);
    expect((await claire.get('/my/profile')).status).toBe(200);
    await page.getByRole('link', { name: fr.publicProfiles.own.previewBack }).click();
    expect(await page.getByLabel('RUPN engagé').isChecked()).toBe(true);
    await page.getByRole('button', { name: fr.publicProfiles.own.save }).click();
    await page.getByText(fr.account.done['profile-saved']).waitFor();
    const address = new URL(await page.locator('#profile-address').inputValue()).pathname;
    expect(address).toMatch(/^\/profiles\/[\w-]{22}$/);
    expect(await page.getByLabel(fr.publicProfiles.own.cv).inputValue()).toContain(address);
    expect(await page.getByLabel(fr.publicProfiles.own.signature).inputValue()).toContain(address);
    expect(await page.getByLabel(fr.publicProfiles.own.iprof).inputValue()).toContain('RUPN engagé');

    const seen = await asOutsider(address);
    expect(seen.status).toBe(200);
    expect(seen.text).toMatch(/<h1>Claire Dupont est RUPN engagé·e<\/h1>/);
    expect(seen.text).toContain('1 badge numérique délivré par');
    expect(seen.text).toContain(`/credentials/${fixture.badge}"`);
    expect(seen.text).toContain(`<strong>${fr.credential.seal}</strong>`);
    // The only badge stands large, and not in a list below.
    expect(seen.text).not.toMatch(/class="profile-badges"|Badge authentique et valable/);
    expect(seen.text).toContain('<strong>1</strong> <span>année d’engagement</span>');
    expect(seen.text).toContain('accompagne ses collègues');
    expect(seen.text).toContain('<meta property="og:title" content="Claire Dupont · 1 badge numérique');
    expect(seen.text).toContain('<meta name="robots" content="noindex"');
    expect((await fixture.service.get(`${address}/qr.svg`)).headers.get('Content-Type')).toContain(
      'image/svg',
    );

    await page.getByRole('button', { name: fr.publicProfiles.own.remove }).click();
    await page.getByText(fr.account.done['profile-removed']).waitFor();
    const removed = await asOutsider(address);
    const unknown = await asOutsider('/profiles/aaaaaaaaaaaaaaaaaaaaaa');
    expect(removed.status).toBe(404);
    expect(removed.text.replaceAll(address, '')).toBe(
      unknown.text.replaceAll('/profiles/aaaaaaaaaaaaaaaaaaaaaa', ''),
    );
    expect((await asOutsider(`${address}/qr.svg`)).status).toBe(404);

    // A new profile has a new address.
    await make();
    expect(await addressOf()).not.toBe(address);
  });
});

/** Finds the faults with axe, which needs scripts. */
async function errorsOfScripted(url: string): Promise<readonly string[]> {
  const scripted = await browser.newContext({ locale: 'fr-FR' });
  const other = await openAs(scripted, claire);
  await other.goto(url);
  const errors = await errorsOf(other);
  await scripted.close();
  return errors;
}

describe('a profile that is online', () => {
  let address: string;
  beforeEach(async () => {
    await claire.post(`/my/badges/${fixture.badge}/show`);
    await accept({ name: 'full', visibility: 'public' });
    await make();
    address = await addressOf();
  });

  it('has no fault for axe, on a phone and on a desk, nor has its own form', async () => {
    expect(await errorsOfScripted(`${TEST_ORIGIN}${address}?lang=fr`)).toEqual([]);
    expect(await errorsOfScripted(`${TEST_ORIGIN}/my/profile?lang=en`)).toEqual([]);
  });

  it('loses a badge once it is hidden or names its holder in another form, and then disappears', async () => {
    expect((await asOutsider(address)).status).toBe(200);
    await claire.post(`/my/badges/${fixture.badge}/hide`);
    expect((await asOutsider(address)).status).toBe(404);
    expect(await (await claire.get('/my/profile?lang=fr')).text()).toContain(fr.publicProfiles.own.is.empty);
    await claire.post(`/my/badges/${fixture.badge}/show`);
    expect((await asOutsider(address)).status).toBe(200);
    await accept({ name: 'initials', visibility: 'public' });
    expect((await asOutsider(address)).status).toBe(404);
    expect((await make()).status).toBe(400);
    expect((await make({ name: 'initials' })).status).toBe(303);
    const { text } = await asOutsider(address);
    expect(text).toMatch(/<h1>C\. D\. est RUPN engagé·e<\/h1>/);
    expect(text).not.toContain('Dupont');
  });

  it('names no one where its badges name no one', async () => {
    await accept({ name: 'none', visibility: 'public' });
    await make({ name: 'none' });
    const { text } = await asOutsider(address);
    expect(text).toContain(fr.credential.hiddenName);
    expect(text).not.toMatch(/Claire|Dupont|C\. D\./);
  });

  it('is found by search engines only by choice, and never with a badge that is not', async () => {
    const isIndexed = async () => !(await asOutsider(address)).text.includes('content="noindex"');
    expect(await isIndexed()).toBe(false);
    await make({ visibility: 'public' });
    expect(await isIndexed()).toBe(true);
    await accept({ name: 'full', visibility: 'unlisted' });
    expect(await isIndexed()).toBe(false);
  });

  it('lists no badge of another person, nor of a school', async () => {
    const paul = await signInAs(fixture.service, PAUL);
    const thirdParty = { name: 'full', visibility: 'unlisted', badges: fixture.badge };
    expect((await paul.post('/my/profile', thirdParty)).status).toBe(400);
    expect((await make({ badges: fixture.schoolBadge })).status).toBe(400);
  });

  it('is changed under the same address, and a form without a badge reports the fault', async () => {
    const empty = await claire.post('/my/profile', { name: 'full', visibility: 'public' });
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain(fr.forms.faults['none-chosen']);
    await make({ visibility: 'public' });
    expect(await addressOf()).toBe(address);
  });

  it('drops a badge that is revoked', async () => {
    await fixture.service.services.revokeCredential({
      id: fixture.badge as never,
      reason: 'Erreur',
      actor: 'dane',
    });
    expect((await asOutsider(address)).status).toBe(404);
  });
});
