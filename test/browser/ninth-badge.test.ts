import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { makeHand } from './hand.ts';
import { startYearSite, visibleText, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
});
afterAll(() => site.stop());

const t = fr.dane.badges;
/** The most that people do by hand, from the DANE's space to a badge that its holder has accepted. */
const MOST_CLICKS = 12;
const MOST_FIELDS = 10;

describe('a ninth badge', () => {
  it('goes from a copy to a badge that a stranger reads, in few clicks and fields', async () => {
    const hand = makeHand();
    const page = await site.signIn('Denis Danois');
    await page.goto('/dane');
    await hand.click(page, 'link', fr.dane.entries.rules);
    await hand.click(page, 'button', t.copyOf('RUPN engagé·e'));
    await hand.fill(page, '/code', 'RUPN-RELAIS');
    await hand.fill(page, '/name/fr', 'RUPN relais');
    await hand.fill(page, '/name/en', 'RUPN relay');
    await hand.fill(page, '/titles/feminine', '');
    await hand.fill(page, '/titles/masculine', '');
    await hand.fill(page, '/description/fr', 'Reconnaît une personne qui relaie les usages numériques.');
    await hand.fill(page, '/description/en', 'Recognises somebody who relays digital practice.');
    await hand.fill(page, '/drawing/rings', '2');
    await hand.click(page, 'button', t.draft.tryIt);
    expect(await visibleText(page)).toContain(t.trial.met(1));
    await hand.click(page, 'button', t.draft.review);
    await hand.click(page, 'button', t.adoption.adopt);
    await page.getByRole('row').filter({ hasText: 'RUPN relais' }).getByRole('checkbox').check();
    hand.done.clicks += 1;
    await hand.click(page, 'button', fr.dane.decisions.grant);
    await page.waitForURL(/jobs/);
    await page.getByRole('status').getByText('Terminé').waitFor();

    const holder = await site.signIn('Anne Autre');
    await hand.click(holder, 'link', fr.my.moment.home.see(1));
    await hand.click(holder, 'radio', fr.my.badges.one.names.full.label);
    await hand.click(holder, 'button', fr.my.moment.accept(1));
    await holder.getByRole('heading', { name: fr.my.moment.published.title }).waitFor();
    const address = await holder.getByLabel(fr.credential.address).first().inputValue();
    const outsider = await site.open();
    await outsider.goto(address);
    expect(await visibleText(outsider)).toContain('Anne Autre est RUPN relais');
    expect(site.complaints).toEqual([]);
    expect(hand.done.fields).toBeLessThanOrEqual(MOST_FIELDS);
    expect(hand.done.clicks).toBeLessThanOrEqual(MOST_CLICKS);
  }, 120_000);
});
