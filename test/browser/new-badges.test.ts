import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { giveBadges, startYearSite, visibleText, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
});
afterAll(() => site.stop());

const BADGES = ['RUPN-ENG', 'RUPN-CONF', 'RUPN-ACC'];

/** A person at a page, whose clicks are counted from the sign-in on. */
async function arrive(name: string, path: string, javaScriptEnabled: boolean) {
  const page = await site.open({ javaScriptEnabled, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(path);
  await page.getByRole('link', { name: fr.account.signIn.providers.local.name }).click();
  await page.getByRole('button', { name: fr.persona.enter(name) }).click();
  let clicks = 0;
  return {
    page,
    clicks: () => clicks,
    async click(role: 'link' | 'button' | 'radio', label: string) {
      clicks += 1;
      await page.getByRole(role, { name: label, exact: true }).click();
    },
  };
}

async function publicAddresses(page: Page): Promise<readonly string[]> {
  const fields = await page.getByLabel(fr.credential.address).all();
  return Promise.all(fields.map((field) => field.inputValue()));
}

describe.each([
  ['with scripts', true, 'Luc Bernard', 'Anne Autre'],
  ['without scripts', false, 'Claire Dupont', 'Paul Martin'],
] as const)('three new badges %s', (_with, scripts, fromHome, fromMail) => {
  it('are published, with name and form, in at most five clicks from the sign-in', async () => {
    await giveBadges(site, fromHome, BADGES);
    const { page, click, clicks } = await arrive(fromHome, '/my', scripts);
    await click('link', fr.my.moment.home.see(2));
    await click('radio', fr.my.badges.one.names.full.label);
    await click('radio', fr.my.moment.forms.masculine);
    await click('button', fr.my.moment.accept(2));
    await page.getByRole('heading', { name: fr.my.moment.published.title }).waitFor();
    expect(clicks()).toBeLessThanOrEqual(5);
    const addresses = await publicAddresses(page);
    expect(addresses).toHaveLength(3);
    const outsider = await site.open({ javaScriptEnabled: scripts });
    for (const address of addresses) {
      expect((await outsider.goto(address))?.status()).toBe(200);
      expect(await visibleText(outsider)).toContain(fromHome);
    }
    expect(site.complaints).toEqual([]);
  });

  it('are looked at before they are accepted or declined, from the address in the mail', async () => {
    await giveBadges(site, fromMail, BADGES);
    const { page, click, clicks } = await arrive(fromMail, '/my/badges/new', scripts);
    await page.getByRole('link', { name: `${fr.my.moment.decline} : RUPN confirmé·e` }).click();
    await page.getByRole('button', { name: fr.my.badges.one.declineConfirm }).click();
    await page.getByRole('heading', { name: fr.my.moment.title(2) }).waitFor();
    await click('radio', fr.my.badges.one.names.initials.label);
    await click('button', fr.my.moment.preview);
    await page.getByRole('heading', { name: fr.my.moment.previewTitle }).waitFor();
    expect(await page.locator('.network-card').count()).toBe(2);
    await click('button', fr.my.moment.previewAccept(2));
    await page.getByRole('heading', { name: fr.my.moment.published.title }).waitFor();
    expect(clicks()).toBeLessThanOrEqual(5);
    expect(await publicAddresses(page)).toHaveLength(2);
    expect(site.complaints).toEqual([]);
  });
});

describe('the tools to share a badge', () => {
  it('copy each text by one button, and the signature with its picture', async () => {
    await giveBadges(site, 'Luc Bernard', ['RUPN-VEILLE']);
    const { page, click } = await arrive('Luc Bernard', '/my/badges/new', true);
    await click('button', fr.my.moment.take);
    await page.getByRole('button', { name: fr.credential.copyPhrase }).click();
    await page.getByText(fr.forms.copied).first().waitFor();
    const clipboard = () => page.evaluate('navigator.clipboard.readText()');
    expect(await clipboard()).toContain('J’ai reçu le badge numérique');
    await page.getByText(fr.my.moment.tools.signature).click();
    await page.getByRole('button', { name: fr.my.moment.tools.signatureCopy }).click();
    await page.getByText(fr.forms.copied).nth(1).waitFor();
    expect(await clipboard()).toContain(fr.my.moment.tools.signatureVerify);
    const html = await page.evaluate(
      "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())",
    );
    expect(html).toMatch(/<img [^>]*\/credentials\/[\w-]{22}\/image\.png"/);
    expect(site.complaints).toEqual([]);
  });
});
