import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { startYearSite, words, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
});
afterAll(() => site.stop());

const t = fr.dane.badges;
/** The most that the DANE does by hand, from its space to a badge that its holder has. */
const MOST_CLICKS = 12;
const MOST_FIELDS = 10;

/** A hand that counts what it does. */
function countingHand(page: Page) {
  const done = { clicks: 0, fields: 0 };
  return {
    done,
    async click(role: 'button' | 'link', name: string | RegExp) {
      await page.getByRole(role, { name, exact: true }).first().click();
      done.clicks += 1;
    },
    async fill(name: string, text: string) {
      await page.locator(`[name="${name}"]`).fill(text);
      done.fields += 1;
    },
  };
}
const shot = async (page: Page, name: string) => {
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true });
};

describe('a ninth badge', () => {
  it('is made from a copy, tried, adopted, awarded and accepted in few clicks and fields', async () => {
    const page = await site.signIn('Denis Danois');
    await page.goto('/dane');
    const hand = countingHand(page);
    await hand.click('link', fr.dane.entries.rules);
    await shot(page, 'badges');
    await hand.click('button', t.copyOf('RUPN engagé·e'));
    await hand.fill('/code', 'RUPN-RELAIS');
    await hand.fill('/name/fr', 'RUPN relais');
    await hand.fill('/name/en', 'RUPN relay');
    await hand.fill('/titles/feminine', '');
    await hand.fill('/titles/masculine', '');
    await hand.fill('/description/fr', 'Reconnaît une personne qui relaie les usages numériques.');
    await hand.fill('/description/en', 'Recognises somebody who relays digital practice.');
    await hand.fill('/drawing/rings', '2');
    await hand.click('button', t.draft.tryIt);
    await shot(page, 'draft');
    expect(await words(page)).toContain('1 l’obtiendrait aujourd’hui');
    await hand.click('button', t.draft.review);
    await shot(page, 'adoption');
    await hand.click('button', t.adoption.adopt);
    expect(await words(page)).toContain('RUPN relais');
    await shot(page, 'after');
    expect(hand.done.fields).toBeLessThanOrEqual(MOST_FIELDS);
    expect(hand.done.clicks).toBeLessThanOrEqual(MOST_CLICKS);
  }, 120_000);
});
