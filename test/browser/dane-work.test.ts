import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANY, fr, like } from '../support/fr.ts';
import { press, pressAndAwaitJob, startYearSite, visibleText, type YearSite } from './year-site.ts';

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
});
afterAll(() => site.stop());

describe('the criteria workshop', () => {
  it('shows who would lose a badge by another figure, and adopts the figure for a future day', async () => {
    const page = await site.signIn('Denis Danois');
    await page.goto('/dane/criteria');
    await page.getByRole('link', { name: fr.dane.criteria.workshop }).click();
    await page.locator('summary').filter({ hasText: 'RUPN engagé·e' }).click();
    const families = page.locator('input[name^="/achievements/0/"][name*="families"]');
    expect(await families.inputValue()).toBe('2');
    await families.fill('3');
    await pressAndAwaitJob(page, fr.dane.criteria.tryIt);

    const row = page.getByRole('row').filter({ hasText: 'RUPN engagé·e' });
    expect((await row.getByRole('cell').allInnerTexts()).slice(0, 3)).toEqual(['1', '0', 'personne']);
    await row.locator('summary').click();
    expect(await row.getByRole('link').allInnerTexts()).toEqual(['Anne Autre']);

    await page.getByRole('link', { name: fr.dane.criteria.changeOrAdopt }).click();
    expect(await visibleText(page)).toContain('3 au lieu de 2');
    const year = new Date().getFullYear() + 1;
    await page.getByLabel(fr.dane.criteria.adoptFrom).fill(`${year}-09-01`);
    await press(page, fr.dane.criteria.adoptButton, fr.dane.criteria.recapMoves);
    expect(await visibleText(page)).toContain('3 au lieu de 2');
    await press(page, fr.dane.criteria.confirmAdoption(2), fr.account.done['criteria-adopted']);
    expect(await visibleText(page)).toContain(`Version 2 à partir du 1er septembre ${year}`);
  });
});

describe('an import with faults', () => {
  const FAULTY = [
    'email;prenom;nom;profil',
    'nadia.petit@ac-test.example;Nadia;Petit;rupn',
    'pas-une-adresse;Jean;Grand;rupn',
    '',
  ].join('\n');

  it('explains the faults line by line, and imports the corrected file', async () => {
    const page = await site.signIn('Denis Danois');
    await send(page, 'personnes.csv', FAULTY);
    const refused = page
      .getByRole('row')
      .filter({ hasText: like(fr.files.refusals['invalid-email'].reason({ value: 'pas-une-adresse' })) });
    expect(await refused.innerText()).toMatch(
      /3\s+personnes\.csv\s+Refusée\s+email \(«\s*pas-une-adresse\s*»\)/,
    );
    await press(page, fr.dane.data.imports.confirm, fr.account.done.imported);
    expect(await found(page, 'Petit')).toContain('Petit Nadia');

    await page.goBack();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: like(fr.dane.data.imports.correctionsCsv(ANY)) }).click();
    const download = await downloading;
    const corrections = await readFile(await download.path(), 'utf8');
    expect(corrections).toContain('pas-une-adresse');
    expect(corrections).not.toContain('Nadia');

    const mended = corrections.replaceAll('pas-une-adresse', 'jean.grand@ac-test.example');
    await send(page, download.suggestedFilename(), mended);
    expect(await visibleText(page)).toContain('Aucune n’est refusée.');
    await press(page, fr.dane.data.imports.confirm, fr.account.done.imported);
    expect(await found(page, 'Grand')).toContain('Grand Jean');
  });
});

async function send(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/dane/imports');
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel(fr.dane.data.imports.files, { exact: true }).setInputFiles(file);
  await press(page, fr.dane.data.imports.check, fr.dane.data.imports.checkedTitle);
}

/** The register's answer to a search. */
async function found(page: Page, name: string): Promise<string> {
  await page.goto(`/dane/people?q=${name}`);
  return page.locator('table').innerText();
}

describe('a contest', () => {
  const MOTIVE = 'Les missions n’ont commencé qu’en janvier.';
  const ANSWER = 'La formation de septembre figure au compte rendu.';
  const REASON = 'Le compte rendu fait foi.';

  it('is opened by the principal, answered by the teacher and decided by the DANE; no one else reads it', async () => {
    const principal = await site.signIn('Jeanne Voisin');
    await contest(principal, MOTIVE);
    const teacher = await site.signIn('Luc Bernard');
    await teacher.goto('/my/contests');
    await teacher.getByRole('link', { name: fr.my.engagements.readContest }).click();
    expect(await visibleText(teacher)).toContain(MOTIVE);
    await teacher.getByLabel(fr.contests.answerForm.answer).fill(ANSWER);
    await press(teacher, fr.contests.answerForm.submit, fr.account.done['contest-answered']);

    const dane = await site.signIn('Denis Danois');
    await dane.goto('/dane/contests');
    await dane.getByRole('link', { name: /Luc Bernard/ }).click();
    expect(await visibleText(dane)).toContain(ANSWER);
    await dane.getByLabel(fr.contests.form.lifted).check();
    await dane.getByLabel(fr.contests.form.reason).fill(REASON);
    await press(dane, fr.contests.form.submit, fr.account.done['contest-settled']);

    const id = new URL(dane.url()).pathname.split('/').at(-1);
    const school = `/school/0210011Y/contests/${id}`;
    for (const [page, path] of [
      [principal, school],
      [teacher, `/my/contests/${id}`],
    ] as const) {
      await page.goto(path);
      const stated = await visibleText(page);
      for (const part of [MOTIVE, ANSWER, REASON]) expect(stated).toContain(part);
    }
    await expectClosed([`/my/contests/${id}`, `/dane/contests/${id}`, school], [MOTIVE, ANSWER, REASON]);
    expect(site.complaints).toEqual([]);
  });
});

async function contest(page: Page, motive: string): Promise<void> {
  await page.goto('/school/0210011Y/confirmations');
  await page.getByRole('link', { name: /^(Réserve ou contestation|Choisir|Décider).*Luc Bernard/ }).click();
  await page.getByLabel(fr.school.decisions.form.contest).check();
  await press(page, fr.school.decisions.form.submit, fr.forms.faultsTitle(1));
  await page.getByLabel(fr.school.decisions.form.motive).fill(motive);
  await press(page, fr.school.decisions.form.submit, 'L’engagement est contesté.');
}

/** A colleague, the head of another school and a person without an account cannot read the contest. */
async function expectClosed(paths: readonly string[], secrets: readonly string[]): Promise<void> {
  const others = [
    { page: await site.signIn('Anne Autre'), status: 403, title: 'Cette page ne vous est pas ouverte' },
    { page: await site.signIn('Marie Chevalier'), status: 403, title: 'Cette page ne vous est pas ouverte' },
    { page: await site.open(), status: 200, title: 'Se connecter' },
  ];
  for (const { page, status, title } of others) {
    for (const path of paths) {
      expect((await page.goto(path))?.status()).toBe(status);
      expect(await page.locator('h1').innerText()).toBe(title);
      const content = await page.content();
      for (const secret of secrets) expect(content).not.toContain(secret);
    }
  }
}
