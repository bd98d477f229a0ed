import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { TEST_ORIGIN } from '../support/service.ts';
import { signInAs } from '../support/sign-in.ts';
import { openAs } from './browse.ts';
import { CLAIRE, type MyWorld, startMyWorld } from './world.ts';

let world: MyWorld;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  world = await startMyWorld();
  browser = await launchChromium();
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  page = await openAs(context, await signInAs(world.service, CLAIRE));
});
afterAll(async () => {
  await browser.close();
  await world.service.stop();
});

describe('without a script', () => {
  it('a school is searched with the Enter key, nothing filled in is lost, and the engagement is declared', async () => {
    await page.goto(`${TEST_ORIGIN}/my/engagements/new?lang=fr`);
    await page.getByLabel('Premier jour').fill('2025-09-01');
    await page.getByLabel('Chercher un établissement').fill('dole');
    await page.keyboard.press('Enter');
    await page.getByText('Un établissement trouvé.').waitFor();
    expect(await page.getByLabel('Premier jour').inputValue()).toBe('2025-09-01');
    expect(await page.getByLabel('Lycée Étienne Lacaille, Dole').isChecked()).toBe(true);
    await page.locator('#mission-A1').check();
    await page.getByRole('button', { name: 'Envoyer la demande de confirmation' }).click();
    await page.getByText('Votre engagement est enregistré.').waitFor();
    expect(await page.locator('h1').textContent()).toContain('Lycée Étienne Lacaille');
  });

  it('a choice is previewed before it is made, and then made', async () => {
    await page.goto(`${TEST_ORIGIN}/my/badges/${world.badge}?lang=fr`);
    await page.getByLabel('Mes initiales').check();
    await page.getByRole('button', { name: 'Voir ce que verra le public' }).click();
    await page.getByRole('heading', { name: 'C. D. est RUPN engagé·e' }).waitFor();
    await page.getByRole('link', { name: 'Revenir à mon choix' }).click();
    expect(await page.getByLabel('Mes initiales').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Accepter ce badge' }).click();
    await page.getByRole('heading', { name: 'C’est publié' }).waitFor();
    expect((await world.service.get(`/credentials/${world.badge}`)).status).toBe(200);
  });
});
