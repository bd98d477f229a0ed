import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { fr } from '../support/fr.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';
import { tickMission, unfold } from '../support/unfold.ts';
import { openAs } from './browse.ts';
import { CLAIRE, type MyFixture, startMyFixture } from './fixture.ts';

let fixture: MyFixture;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  fixture = await startMyFixture();
  browser = await launchChromium();
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  page = await openAs(context, await signInAs(fixture.service, CLAIRE));
});
afterAll(async () => {
  await browser.close();
  await fixture.service.stop();
});

describe('without a script', () => {
  it('a school is searched with the Enter key, nothing filled in is lost, and the engagement is declared', async () => {
    await page.goto(`${TEST_ORIGIN}/my/engagements/new?lang=fr`);
    await page.getByLabel(fr.my.engagements.form.from).fill('2025-09-01');
    await unfold(page, '#q');
    await page.getByLabel(fr.my.engagements.form.search).fill('dole');
    await page.keyboard.press('Enter');
    await page.getByText(fr.my.engagements.form.found(1)).waitFor();
    expect(await page.getByLabel(fr.my.engagements.form.from).inputValue()).toBe('2025-09-01');
    expect(await page.getByLabel('Lycée Étienne Lacaille, Dole').isChecked()).toBe(true);
    await tickMission(page, 'A1');
    await page.getByRole('button', { name: fr.my.engagements.form.submit }).click();
    await page.getByText(fr.account.done['engagement-declared']).waitFor();
    expect(await page.locator('h1').textContent()).toContain('Lycée Étienne Lacaille');
  });

  it('a choice is previewed before it is made, and then made', async () => {
    await page.goto(`${TEST_ORIGIN}/my/badges/${fixture.badge}?lang=fr`);
    await page.getByLabel(fr.my.badges.one.names.initials.label).check();
    await page.getByRole('button', { name: fr.my.moment.preview }).click();
    await page.getByRole('heading', { name: 'C. D. est RUPN engagé·e' }).waitFor();
    await page.getByRole('link', { name: fr.my.badges.one.previewBack }).click();
    expect(await page.getByLabel(fr.my.badges.one.names.initials.label).isChecked()).toBe(true);
    await page.getByRole('button', { name: fr.my.moment.take }).click();
    await page.getByRole('heading', { name: fr.my.moment.published.title }).waitFor();
    expect((await fixture.service.get(`/credentials/${fixture.badge}`)).status).toBe(200);
  });
});
