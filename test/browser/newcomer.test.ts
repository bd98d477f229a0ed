import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorsOf } from '../support/axe.ts';
import { fr } from '../support/fr.ts';
import { overflowOf } from '../support/page-viewer.ts';
import { toPersona, YEAR_FIXTURE, YEAR_PERSONAS } from './year-fixture.ts';
import { startYearSite, visibleText, type YearSite } from './year-site.ts';

/** No one of the files. */
const INVITED = 'Ines Nouvelle';
const UNINVITED = 'Tom Arrivant';
const IMPOSTOR = 'Ludivine Vasseur';
const SCHOOL = '/school/0210001M';
/** The most clicks of the whole channel, on both sides. */
const MOST_CLICKS = 8;

let site: YearSite;
beforeAll(async () => {
  const newcomers = [INVITED, UNINVITED, IMPOSTOR].map((name) => toPersona(name, 'unknown'));
  site = await startYearSite(YEAR_FIXTURE, [...YEAR_PERSONAS, ...newcomers]);
});
afterAll(() => site.stop());

/** A hand that counts its clicks. */
function makeHand() {
  const hand = {
    clicks: 0,
    /** Opens first what folds the thing away, which is a click too. */
    async click(page: Page, role: 'button' | 'link' | 'checkbox', name: string | RegExp) {
      const folded = page.getByRole(role, { name, includeHidden: true });
      const fold = page.locator('details:not([open])').filter({ has: folded }).locator('> summary');
      if (role === 'checkbox' && (await fold.count()) > 0) {
        await fold.first().click();
        hand.clicks += 1;
      }
      await page
        .getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) })
        .first()
        .click();
      hand.clicks += 1;
    },
  };
  return hand;
}

/** Looks at the page on a phone and on a desk: no fault for axe, nothing next to the screen. `SHOTS` keeps
 *  pictures in that folder. */
async function checkPage(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await errorsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
}

/** The newcomer's browser after the provider, on the page that asks who they are. */
async function arrive(name: string, hand: ReturnType<typeof makeHand>): Promise<Page> {
  const page = await site.open();
  await page.goto('/sign-in');
  await hand.click(page, 'link', fr.account.signIn.providers.local.name);
  await hand.click(page, 'button', fr.persona.enter(name));
  await page.getByRole('heading', { level: 1, name: fr.newcomers.mine.title }).waitFor();
  return page;
}

describe('a newcomer', () => {
  it('who was invited has the mission in eight clicks on both sides', async () => {
    const hand = makeHand();
    const head = await site.signIn('Marie Chevalier');
    await head.goto(`${SCHOOL}/missions`);
    await hand.click(head, 'link', fr.missionProposals.propose);
    await head.locator('[name="known"]').fill('ines.nouvelle@ac-test.example');
    await hand.click(head, 'checkbox', /^A1 /);
    await head.locator('[name="words"]').fill('Bienvenue au collège.');
    await hand.click(head, 'button', fr.missionProposals.form.send);
    await head.getByText(fr.account.done['mission-invited']).waitFor();
    expect(await visibleText(head)).toContain('ines.nouvelle@ac-test.example');
    const mail = await head
      .getByRole('link', { name: fr.newcomers.school.mailOf('ines.nouvelle@ac-test.example') })
      .getAttribute('href');
    expect(mail).toMatch(/^mailto:ines\.nouvelle%40ac-test\.example\?subject=/);
    await checkPage(head, 'invited');

    const page = await arrive(INVITED, hand);
    expect(new URL(page.url()).search).toBe('');
    expect(await visibleText(page)).toContain('Bienvenue au collège.');
    expect(await page.locator('[name="givenName"]').inputValue()).toBe('Ines');
    expect(await page.locator('[name="school"]').inputValue()).toContain('0210001M');
    await checkPage(page, 'newcomer');
    await hand.click(page, 'button', fr.newcomers.mine.send);
    // The provider of the tests asks again each time; a real one goes on by itself.
    await page.getByRole('button', { name: fr.persona.enter(INVITED) }).click();
    await page.getByText(`Votre compte : ${INVITED}`).waitFor();
    expect(await visibleText(page)).toContain('Collège Claude Guyot');
    expect(hand.clicks + 1).toBeLessThanOrEqual(MOST_CLICKS);

    await head.goto(SCHOOL);
    expect(await visibleText(head)).toContain(INVITED);
  });

  it('who was not invited is confirmed by the principal, or created by the DANE', async () => {
    const hand = makeHand();
    const page = await arrive(UNINVITED, hand);
    await page.locator('[name="school"]').fill('Guyot');
    await hand.click(page, 'checkbox', /^B1 /);
    await hand.click(page, 'button', fr.newcomers.mine.send);
    await page.getByText(fr.newcomers.mine.waitsText.slice(0, 40)).waitFor();
    expect(await page.locator('[name="missions"]:checked').count()).toBe(1);
    await checkPage(page, 'waits');

    const dane = await site.signIn('Denis Danois');
    await dane.goto('/dane/people/doubts');
    expect(await visibleText(dane)).toContain('B1');
    await checkPage(dane, 'doubts');

    const head = await site.signIn('Marie Chevalier');
    await head.goto(SCHOOL);
    await hand.click(head, 'link', fr.newcomers.count(1));
    await checkPage(head, 'requests');
    await hand.click(head, 'button', fr.newcomers.school.welcomeOf(UNINVITED));
    await head.getByText(fr.account.done['newcomer-welcomed']).waitFor();
    expect(hand.clicks).toBeLessThanOrEqual(MOST_CLICKS);

    const again = await site.signIn(UNINVITED);
    expect(await visibleText(again)).toContain('Collège Claude Guyot');
    await dane.goto('/dane/people/doubts');
    expect(await visibleText(dane)).toContain(fr.dane.people.doubtsPage.none);
  });

  it('who types the name of a colleague is shown under their own, and linked only after a confirmation', async () => {
    const hand = makeHand();
    const page = await arrive(IMPOSTOR, hand);
    expect(await visibleText(page)).toContain(fr.newcomers.identity.mine(IMPOSTOR));
    await page.locator('[name="givenName"]').fill('Claire');
    await page.locator('[name="familyName"]').fill('Dupont');
    await page.locator('[name="school"]').fill('Guyot');
    await hand.click(page, 'checkbox', /^B1 /);
    await hand.click(page, 'button', fr.newcomers.mine.send);
    await page.getByText(fr.newcomers.mine.waitsText.slice(0, 40)).waitFor();
    await checkPage(page, 'impostor');

    const head = await site.signIn('Marie Chevalier');
    await head.goto(`${SCHOOL}/newcomers`);
    await head.getByRole('button', { name: fr.newcomers.school.welcomeOf(IMPOSTOR) }).waitFor();
    await checkPage(head, 'impostor-school');

    const dane = await site.signIn('Denis Danois');
    await dane.goto('/dane/people/doubts');
    await dane.getByRole('heading', { level: 2, name: IMPOSTOR }).waitFor();
    await checkPage(dane, 'impostor-dane');
    await dane.getByLabel(fr.dane.people.doubtsPage.email).fill('claire');
    await dane.getByRole('button', { name: new RegExp(`^${fr.dane.people.doubtsPage.link}`) }).click();
    const box = dane.getByRole('checkbox', { name: fr.newcomers.identity.confirmLink('Claire Dupont') });
    await box.waitFor();
    expect(await visibleText(dane)).toContain(fr.newcomers.identity.linkDiffers(IMPOSTOR, 'Claire Dupont'));
    await checkPage(dane, 'impostor-confirm');
    await box.check();
    await dane.getByRole('button', { name: new RegExp(`^${fr.dane.people.doubtsPage.link}`) }).click();
    await dane.getByText(fr.account.done['doubt-settled']).waitFor();
  });
});
