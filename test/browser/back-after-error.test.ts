import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { giveBadges, startYearSite, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
});
afterAll(() => site.stop());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const isChecked = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).isChecked();

/** Waits for the refused form, leaves it, and goes back to it. */
async function leaveAndReturn(page: Page, leave: () => Promise<void>): Promise<void> {
  await page.locator('.fault').first().waitFor();
  const { pathname } = new URL(page.url());
  await leave();
  await page.waitForURL((url) => url.pathname !== pathname);
  await page.goBack();
  await page.locator('.fault').first().waitFor();
}

/** Sends the form of a person whose address is taken. */
async function sendRefusedPerson(page: Page): Promise<void> {
  await page.goto('/dane/people/new');
  await page.locator('input[name=givenName]').fill('Maud');
  await page.locator('input[name=familyName]').fill('Essai');
  await page.locator('input[name=email]').fill('anne.autre@ac-test.example');
  await press(page, fr.forms.save);
}

const toHelp = (page: Page) => () => page.locator('footer a[href^="/help"]').click();

describe.each([
  ['with scripts', true, 'Luc Bernard'],
  ['without scripts', false, 'Claire Dupont'],
] as const)('Back to a refused form %s', (_with, javaScriptEnabled, name) => {
  const names = fr.my.badges.one.names;
  const texts = fr.my.moment;

  it('shows the seven choices about new badges, after the preview too', async () => {
    await giveBadges(site, name, ['RUPN-ENG', 'RUPN-ACC']);
    const page = await site.signIn(name, { javaScriptEnabled });
    await page.goto('/my/badges/new');
    await page.getByRole('radio', { name: names.full.label, exact: true }).check();
    await page.locator('input[name=visibility][value=public]').check();
    await page.locator('input[name=email]').check();
    await press(page, texts.accept(2));
    await leaveAndReturn(page, toHelp(page));
    expect(await isChecked(page, names.full.label)).toBe(true);
    expect(await page.locator('input[name=visibility][value=public]').isChecked()).toBe(true);
    expect(await page.locator('input[name=email]').isChecked()).toBe(true);
    await page.getByRole('radio', { name: texts.forms.masculine, exact: true }).check();
    await leaveAndReturn(page, () => press(page, texts.preview));
    expect(await isChecked(page, names.full.label)).toBe(true);
    expect(await page.locator('input[name=email]').isChecked()).toBe(true);
    // The form that was shown again can be sent.
    await page.getByRole('radio', { name: texts.forms.masculine, exact: true }).check();
    await press(page, texts.accept(2));
    await page.getByRole('heading', { name: texts.published.title }).waitFor();
  });

  it('shows the public profile as it was sent', async () => {
    const page = await site.signIn(name, { javaScriptEnabled });
    await page.goto('/my/profile');
    for (const box of await page.locator('input[name=badges]').all()) await box.uncheck();
    await page.locator('input[name=visibility][value=public]').check();
    await press(page, fr.publicProfiles.own.save);
    await leaveAndReturn(page, toHelp(page));
    expect(await page.locator('input[name=visibility][value=public]').isChecked()).toBe(true);
    expect(await page.locator('input[name=badges]:checked').count()).toBe(0);
  });

  it('shows a person whom the DANE adds, and nothing of it once the session has ended', async () => {
    const page = await site.signIn('Denis Danois', { javaScriptEnabled });
    await sendRefusedPerson(page);
    await leaveAndReturn(page, toHelp(page));
    expect(await page.locator('input[name=familyName]').inputValue()).toBe('Essai');
    const shown = page.url();
    const other = await page.context().newPage();
    await other.goto(shown);
    expect(await other.locator('input[name=familyName]').inputValue()).toBe('Essai');
    await page.locator('details:has(form[action="/sign-out"]) > summary').click();
    await press(page, fr.account.signOut);
    await page.waitForURL(/signed-out/);
    // On a shared computer, neither Back nor the address gives anything to the next person.
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
    expect(await page.content()).not.toContain('Essai');
    await other.goto('/help');
    await other.goBack();
    await other.waitForURL(/\/sign-in/);
    expect(await other.content()).not.toContain('Essai');
  });

  it('shows nothing once the session was ended elsewhere, nor to the next person', async () => {
    const page = await site.signIn('Denis Danois', { javaScriptEnabled });
    await sendRefusedPerson(page);
    await page.locator('.fault').first().waitFor();
    const shown = new URL(page.url()).pathname;
    await toHelp(page)();
    await page.waitForURL(/help/);
    const elsewhere = await site.signIn('Denis Danois');
    await elsewhere.goto('/sessions');
    await press(elsewhere, fr.account.sessions.everywhere);
    await elsewhere.waitForURL(/signed-out/);
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
    expect(await page.content()).not.toContain('Essai');
    const next = await site.signIn(name);
    await next.goto(shown);
    expect(await next.content()).not.toContain('Essai');
    expect(await next.getByRole('heading', { level: 1 }).innerText()).toBe(fr.account.typed.none.title);
  });
});
