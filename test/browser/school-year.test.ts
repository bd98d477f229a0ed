import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press, pressAndAwaitJob, startYearSite, words, type YearSite } from './year-site.ts';

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
    await site.service.services.keepUp();
    await confirm(await site.signIn('Marie Chevalier', options), teacher);
    await grant(await site.signIn('Denis Danois', options), teacher);

    const stranger = await site.open(options);
    const publicPath = await openOwnBadge(teacherPage);
    expect((await stranger.goto(publicPath))?.status()).toBe(404);
    await previewThenAccept(teacherPage, { teacher, initials });
    const address = await teacherPage.getByRole('textbox', { name: 'Le lien de la page' }).inputValue();
    expect(address).toBe(`${site.service.url}${publicPath}`);
    await teacherPage.getByRole('link', { name: 'Ouvrir la page publique' }).click();
    await teacherPage.getByText('Authentique et valable').first().waitFor();
    expect(new URL(teacherPage.url()).pathname).toBe(publicPath);
    await verifyAsStranger(stranger, address, { teacher, initials });
    expect(site.complaints).toEqual([]);
  });
});

async function declare(page: Page): Promise<void> {
  await page.goto('/my/engagements/new');
  await page.getByLabel('Chercher un établissement').fill('guyot arnay');
  await press(page, 'Chercher', 'Un établissement trouvé.');
  await page.getByLabel('Collège Claude Guyot, Arnay-le-Duc').check();
  await page.getByLabel('Premier jour').fill('2023-09-01');
  await page.getByLabel('Dernier jour').fill('2024-08-31');
  for (const mission of ['A1', 'A2', 'B1']) await page.locator(`#mission-${mission}`).check();
  await press(page, 'Envoyer la demande de confirmation', 'Votre engagement est enregistré.');
  expect(await words(page)).toContain('Collège Claude Guyot');
}

async function confirm(page: Page, teacher: string): Promise<void> {
  await page.goto(`${SCHOOL}/confirmations`);
  const request = page.getByRole('row').filter({ hasText: teacher });
  expect(await request.innerText()).toContain('demandé aujourd’hui');
  expect(await page.getByLabel(`Confirmer l’engagement de ${teacher}`).isChecked()).toBe(true);
  await press(page, 'Confirmer les demandes cochées', 'engagement est confirmé');
  const decided = await page.getByRole('row').filter({ hasText: teacher }).innerText();
  expect(decided).toContain('confirmé par le chef d’établissement');
  expect(decided).toContain('Marie Chevalier');
}

async function grant(page: Page, teacher: string): Promise<void> {
  await page.goto('/dane/decisions');
  await pressAndAwaitJob(page, 'Juger tout le monde maintenant');
  await page.getByRole('link', { name: 'Aller aux badges proposés' }).click();
  await page.getByLabel(`Choisir : RUPN engagé·e, ${teacher}`).check();
  await pressAndAwaitJob(page, 'Attribuer les badges choisis');
  const [granted, signed] = await Promise.all(
    ['badges attribués', 'badges signés'].map((outcome) =>
      page.locator(`dt:text-is("${outcome}") + dd`).innerText(),
    ),
  );
  expect({ granted, signed }).toEqual({ granted: '1', signed: '1' });
}

/** The address where the badge will be shown. */
async function openOwnBadge(page: Page): Promise<string> {
  await page.goto('/my/badges');
  await page.locator('main a[href*="/my/badges/"]').first().click();
  await page.getByText('il n’a pas de page publique').waitFor();
  return `/credentials/${new URL(page.url()).pathname.split('/').at(-1)}`;
}

interface Named {
  readonly teacher: string;
  readonly initials: string;
}

async function previewThenAccept(page: Page, { teacher, initials }: Named): Promise<void> {
  await page.getByLabel('Mes initiales').check();
  await press(page, 'Voir ce que verra le public', 'Ce choix n’est pas encore enregistré');
  expect(await words(page)).toContain(initials);
  expect(await page.content()).not.toContain(teacher);
  await page.getByRole('link', { name: 'Revenir à mon choix' }).click();
  await page.getByLabel('Mes initiales').check();
  await press(page, 'Accepter ce badge', 'C’est publié');
}

async function verifyAsStranger(page: Page, address: string, { teacher, initials }: Named): Promise<void> {
  await page.goto('/verify');
  await page.getByLabel('Un lien').fill(address);
  await press(page, 'Vérifier', 'Ce badge est authentique et valable.');
  expect(await words(page)).toContain(initials);
  expect(await page.content()).not.toContain(teacher);
}
