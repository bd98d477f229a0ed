import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorsOf } from '../support/axe.ts';
import { fr } from '../support/fr.ts';
import { tickMission } from '../support/unfold.ts';
import { startYearSite, visibleText, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
  await site.service.importText({
    'ecoles.csv': [
      'uai;type;nom;commune;secteur',
      '0210056X;Collège;Collège Marcel Dumas;Dijon;Public',
      '0210019G;Lycée;Lycée polyvalent Le Castel;Dijon;Public',
      '0210018F;Lycée;Lycée général et technologique Carnot;Dijon;Public',
      '',
    ].join('\n'),
  });
});
afterAll(() => site.stop());

const PHONE = { viewport: { width: 390, height: 664 } };

const openForm = async (options?: BrowserContextOptions): Promise<Page> => {
  const page = await site.signIn('Anne Autre', options);
  await page.goto('/my/engagements/new?blank=yes');
  return page;
};

describe('declaring an engagement on one screen', () => {
  it('shows matching schools during typing, and the coming questions during ticking', async () => {
    const page = await openForm(PHONE);
    await page.getByLabel(fr.my.engagements.form.search).pressSequentially('clg dumas dijon');
    await page.getByText(fr.my.engagements.form.found(1)).waitFor();
    const dumas = page.getByLabel('Collège Marcel Dumas, Dijon');
    expect(await dumas.isChecked()).toBe(true);
    await tickMission(page, 'A1');
    await tickMission(page, 'D1');
    const requested = await page.locator('#asked').innerText();
    expect(requested).toContain('Collège Marcel Dumas, Dijon');
    expect(requested).toContain('A1, D1');
    expect(requested).toContain('1er septembre');
    expect(await errorsOf(page)).toEqual([]);
    const send = page.getByRole('button', { name: fr.my.engagements.form.submit });
    await send.click();
    await page.getByText(fr.account.done['engagement-declared']).waitFor();
    expect(site.complaints).toEqual([]);
  });

  it('works without a script, by a button, and keeps the values where one is missing', async () => {
    const page = await openForm({ ...PHONE, javaScriptEnabled: false });
    await tickMission(page, 'B1');
    await page.getByLabel(fr.my.engagements.form.search).fill('lycée le castel');
    await page.getByRole('button', { name: fr.my.engagements.form.searchButton }).click();
    expect(await page.getByLabel('Lycée polyvalent Le Castel, Dijon').isChecked()).toBe(true);
    expect(await page.locator('#mission-B1').isChecked()).toBe(true);
    await page.locator('#mission-B1').uncheck();
    await page.getByLabel(fr.my.engagements.form.from).fill('2025-09-01');
    await page.getByRole('button', { name: fr.my.engagements.form.submit }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel(fr.my.engagements.form.search).inputValue()).toBe('lycée le castel');
    expect(await page.getByLabel(fr.my.engagements.form.from).inputValue()).toBe('2025-09-01');
    await tickMission(page, 'B1');
    await page.getByRole('button', { name: fr.my.engagements.form.submit }).click();
    await page.getByText(fr.account.done['engagement-declared']).waitFor();
    expect(await visibleText(page)).toContain(fr.my.engagements.since('1er septembre 2025'));
  });

  it('proposes the school, missions and roles of the latest engagement, and explains this', async () => {
    const page = await site.signIn('Anne Autre');
    await page.goto('/my/engagements/new');
    expect(await visibleText(page)).toContain(fr.my.engagements.form.proposed);
    expect(await page.locator('#schools input:checked').count()).toBe(1);
    expect(await page.locator('#missions input:checked').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: fr.my.engagements.form.blank }).click();
    expect(await page.locator('#missions input:checked').count()).toBe(0);
    expect(await page.getByLabel(fr.my.engagements.form.from).inputValue()).toMatch(/-09-01$/);
  });

  it('can be done by the keyboard alone', async () => {
    const page = await openForm();
    await page.getByLabel(fr.my.engagements.form.search).focus();
    await page.keyboard.type('carnot');
    await page.getByText(fr.my.engagements.form.found(1)).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('0210018F');
  });
});
