import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { giveBadges, startYearSite, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
});
afterAll(() => site.stop());

const texts = fr.my.moment;

describe('the choice of no name', () => {
  it('unticks the schools, and shows a warning once they are ticked again', async () => {
    await giveBadges(site, 'Luc Bernard', ['RUPN-ENG']);
    const page = await site.signIn('Luc Bernard');
    await page.goto('/my/badges/new');
    const schools = page.getByLabel(texts.schools.label);
    const warning = page.getByText(texts.schoolsWarning);
    await page.getByLabel(fr.my.badges.one.names.full.label).check();
    await schools.check();
    expect(await warning.isVisible()).toBe(false);
    await page.getByLabel(fr.my.badges.one.names.none.label).check();
    expect(await schools.isChecked()).toBe(false);
    expect(await warning.isVisible()).toBe(false);
    await schools.check();
    expect(await warning.isVisible()).toBe(true);
    expect(site.complaints).toEqual([]);
  });

  it('shows the warning and asks for a confirmation without scripts', async () => {
    await giveBadges(site, 'Anne Autre', ['RUPN-ENG']);
    const page = await site.signIn('Anne Autre', { javaScriptEnabled: false });
    await page.goto('/my/badges/new');
    await page.getByLabel(fr.my.badges.one.names.none.label).check();
    await page.getByLabel(texts.schools.label).check();
    expect(await page.getByText(texts.schoolsWarning).isVisible()).toBe(true);
    await page.getByRole('button', { name: texts.accept(1) }).click();
    await page.getByRole('link', { name: texts.fields.aware }).click();
    await page.getByLabel(texts.aware).check();
    await page.getByRole('button', { name: texts.accept(1) }).click();
    await page.getByRole('heading', { name: texts.published.title }).waitFor();
    expect(site.complaints).toEqual([]);
  });
});
