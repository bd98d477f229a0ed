import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { tickMission, unfold } from '../support/unfold.ts';
import { press, pressAndAwaitJob, startYearSite, visibleText, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
});
afterAll(() => site.stop());

const SCHOOL = '/school/0210001M';

describe.each([
  { scripts: 'with scripts', javaScriptEnabled: true, teacher: 'Claire Dupont', initials: 'C. D.' },
  { scripts: 'without scripts', javaScriptEnabled: false, teacher: 'Paul Martin', initials: 'P. M.' },
])('the year of one school $scripts', ({ javaScriptEnabled, teacher, initials }) => {
  const options: BrowserContextOptions = { javaScriptEnabled };

  it('goes from a declaration to a badge that a stranger verifies, through all three people', async () => {
    const teacherPage = await site.signIn(teacher, options);
    await declare(teacherPage);
    // A running service does this every minute.
    await site.service.services.runMaintenance();
    await confirm(await site.signIn('Marie Chevalier', options), teacher);
    await grant(await site.signIn('Denis Danois', options), teacher);

    const outsider = await site.open(options);
    const publicPath = await openOwnBadge(teacherPage);
    expect((await outsider.goto(publicPath))?.status()).toBe(404);
    await previewThenAccept(teacherPage, { teacher, initials });
    const address = await teacherPage.getByRole('textbox', { name: fr.credential.address }).inputValue();
    expect(address).toBe(`${site.service.url}${publicPath}`);
    await teacherPage.getByRole('link', { name: fr.my.badges.one.publicPage }).click();
    await teacherPage.getByText(fr.credential.seal).first().waitFor();
    expect(new URL(teacherPage.url()).pathname).toBe(publicPath);
    await verifyAsOutsider(outsider, address, { teacher, initials });
    expect(site.complaints).toEqual([]);
  });
});

async function declare(page: Page): Promise<void> {
  await page.goto('/my/engagements/new');
  await unfold(page, '#q');
  await page.getByLabel(fr.my.engagements.form.search).fill('guyot arnay');
  await press(page, fr.my.engagements.form.searchButton, fr.my.engagements.form.found(1));
  await page.getByLabel('Collège Claude Guyot, Arnay-le-Duc').check();
  await page.getByLabel(fr.my.engagements.form.from).fill('2023-09-01');
  await page.getByLabel(fr.my.engagements.form.to).fill('2024-08-31');
  for (const mission of ['A1', 'A2', 'B1']) await tickMission(page, mission);
  await press(page, fr.my.engagements.form.submit, fr.account.done['engagement-declared']);
  expect(await visibleText(page)).toContain('Collège Claude Guyot');
}

async function confirm(page: Page, teacher: string): Promise<void> {
  await page.goto(`${SCHOOL}/confirmations`);
  const request = page.getByRole('row').filter({ hasText: teacher });
  expect(await request.innerText()).toContain(fr.school.decisions.age(0));
  expect(await page.getByLabel(fr.school.decisions.chooseOne(teacher)).isChecked()).toBe(true);
  await press(page, fr.school.decisions.confirmChosen, fr.school.decisions.together(1, 0, 0));
  const decided = await page.getByRole('row').filter({ hasText: teacher }).innerText();
  expect(decided).toContain(fr.records.confirmations.confirmed);
  expect(decided).toContain('Marie Chevalier');
}

async function grant(page: Page, teacher: string): Promise<void> {
  await page.goto('/dane/decisions');
  await pressAndAwaitJob(page, fr.dane.decisions.judge);
  await page.getByRole('link', { name: fr.dane.jobs.toQueue }).click();
  await page.getByLabel(fr.dane.decisions.selectOne(teacher, 'RUPN engagé·e')).check();
  await pressAndAwaitJob(page, fr.dane.decisions.grant);
  const [granted, signed] = await Promise.all(
    [fr.dane.jobs.outcomes.granted, fr.dane.jobs.outcomes.issued].map((outcome) =>
      page.locator(`dt:text-is("${outcome}") + dd`).innerText(),
    ),
  );
  expect({ granted, signed }).toEqual({ granted: '1', signed: '1' });
}

/** The address where the badge will be shown. */
async function openOwnBadge(page: Page): Promise<string> {
  await page.goto('/my/badges');
  await page.locator('main a[href*="/my/badges/"]:not(nav a)').first().click();
  await page.getByText('il n’a pas de page publique').waitFor();
  return `/credentials/${new URL(page.url()).pathname.split('/').at(-1)}`;
}

interface Named {
  readonly teacher: string;
  readonly initials: string;
}

async function previewThenAccept(page: Page, { teacher, initials }: Named): Promise<void> {
  await page.getByLabel(fr.my.badges.one.names.initials.label).check();
  await press(page, fr.my.moment.preview, fr.my.badges.one.previewNotice);
  expect(await visibleText(page)).toContain(initials);
  expect(await page.content()).not.toContain(teacher);
  await page.getByRole('link', { name: fr.my.badges.one.previewBack }).click();
  await page.getByLabel(fr.my.badges.one.names.initials.label).check();
  await press(page, fr.my.moment.take, fr.my.moment.published.title);
}

async function verifyAsOutsider(page: Page, address: string, { teacher, initials }: Named): Promise<void> {
  await page.goto('/verify');
  await page.getByLabel('Un lien').fill(address);
  await press(page, fr.verify.submit, fr.credential.seal);
  expect(await visibleText(page)).toContain(initials);
  expect(await page.content()).not.toContain(teacher);
}
