import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inDays, THIS_YEAR, TODAY } from '../support/now.ts';
import { THIRTY_ASKING, THIRTY_WORLD } from '../support/thirty-world.ts';
import { press, pressAndAwaitJob, startYearSite, words, type YearSite } from './year-site.ts';
import { toPersona } from './year-world.ts';

const SCHOOL = '/school/0210001M';
const PHONE = { viewport: { width: 390, height: 844 } };
const LAST_DAY = `${THIS_YEAR + 1}-01-31`;
const FIRST_DAY = `${THIS_YEAR + 1}-02-01`;

const PERSONAS = [
  toPersona('Marie Chevalier', 'principal', 'chef'),
  toPersona('Jeanne Voisin', 'principal', 'voisine'),
  toPersona('Denis Danois', 'dane', 'dane'),
  toPersona('Chloé Benali', 'rupn', 'p5'),
  toPersona('Alice Carre', 'rupn', 'p6'),
];

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite(THIRTY_WORLD, PERSONAS);
});
afterAll(() => site.stop());

it('the year of one school goes from last year’s split to the badges, on a phone', async () => {
  const principal = await site.signIn('Marie Chevalier', PHONE);
  const colleague = await site.signIn('Chloé Benali', PHONE);
  const agent = await site.signIn('Denis Danois', PHONE);
  await carryOver(principal);
  await acceptMissions(colleague);
  await confirmMany(principal);
  await printLetters(principal);
  await helpAColleague(colleague, agent);
  await changeSchool(principal);
  await leave(principal);
  await review(principal);
  await awardAndAccept(agent, colleague);
  expect(site.complaints).toEqual([]);
});

async function carryOver(page: Page): Promise<void> {
  await page.goto(`${SCHOOL}/new-year?year=${THIS_YEAR}`);
  await page.getByRole('link', { name: 'Reconduire : Reconduire la répartition' }).click();
  await press(page, 'Proposer la répartition cochée', '26 parts sont proposées');
  await fits(page);
}

async function acceptMissions(page: Page): Promise<void> {
  await page.goto('/my');
  await page.getByRole('link', { name: /^Lire et répondre/ }).click();
  expect(await words(page)).toContain('Proposé par Marie Chevalier');
  await fits(page);
  await press(page, 'Accepter', 'C’est noté : ces missions sont à vous, et votre engagement est confirmé.');
}

/** Of thirty-one requests, the page leaves two kinds unticked: those with a role that another person holds,
 *  and the principal’s own. */
async function confirmMany(page: Page): Promise<void> {
  await site.service.importText({ 'engagements.csv': THIRTY_ASKING });
  await page.goto(`${SCHOOL}/confirmations`);
  const ticked = await page.getByLabel(/^Confirmer l’engagement d/).count();
  expect(ticked).toBeGreaterThan(25);
  await fits(page);
  await press(page, 'Confirmer les demandes cochées', `${ticked} engagements sont confirmés`);
  expect(await page.getByLabel(/^Confirmer l’engagement d/).count()).toBe(0);
}

async function printLetters(page: Page): Promise<void> {
  await page.goto(`${SCHOOL}/new-year?year=${THIS_YEAR}`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Préparer et ouvrir toutes les lettres' }).click(),
  ]);
  const pdf = await file.createReadStream().then((stream) => stream.toArray());
  expect(Buffer.concat(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto(`${SCHOOL}/new-year?year=${THIS_YEAR}`);
  const letters = page.getByRole('row').filter({ hasText: 'Lettres de mission' });
  expect(await letters.innerText()).toContain('fait');
}

async function helpAColleague(colleague: Page, agent: Page): Promise<void> {
  await colleague.goto('/my/support');
  await colleague.getByRole('link', { name: 'Demander un accompagnement' }).click();
  await colleague.getByLabel('Accompagnement technique (serveurs)').check();
  await colleague.getByLabel('Objet').fill('Serveur AMON');
  await colleague.getByLabel('Votre demande').fill('Le filtrage bloque l’ENT.');
  await press(colleague, 'Envoyer la demande', 'Votre demande est envoyée.');
  await agent.goto('/dane/support');
  await agent.getByRole('link', { name: 'Serveur AMON' }).click();
  await agent.getByLabel('Votre réponse').fill('La règle est corrigée.');
  await agent.getByRole('button', { name: 'Répondre', exact: true }).click();
  await agent.getByText('Votre mot est envoyé.').waitFor();
  await colleague.goto('/my/support');
  await colleague.getByRole('link', { name: 'Serveur AMON' }).click();
  expect(await words(colleague)).toContain('La règle est corrigée.');
  await fits(colleague);
  await press(colleague, 'Clore la demande', 'La demande est close.');
}

/** On 1 February, the former principal accepts the end, and the next one confirms the new segment. */
async function changeSchool(principal: Page): Promise<void> {
  const mover = await site.signIn('Alice Carre', PHONE);
  await mover.goto('/my/engagements/Q-6/change/end');
  await mover.getByLabel('Dernier jour').fill(LAST_DAY);
  await mover.getByLabel('Motif').fill('Mutation au 1er février.');
  await press(mover, 'Envoyer la proposition', 'Votre proposition est envoyée.');
  await mover.goto('/my/engagements/new');
  await mover.getByLabel('Chercher un établissement').fill('judic');
  await press(mover, 'Chercher', 'Un établissement trouvé.');
  await mover.getByLabel('Lycée Anna Judic, Semur-en-Auxois').check();
  await mover.getByLabel('Premier jour').fill(FIRST_DAY);
  await mover.locator('#mission-A1').check();
  await press(mover, 'Envoyer la demande de confirmation', 'Votre engagement est enregistré.');
  await principal.goto(`${SCHOOL}/confirmations`);
  await principal.getByRole('link', { name: 'Décider de la proposition d’Alice Carre' }).click();
  await press(principal, 'Accepter', 'L’engagement s’arrête au jour choisi.');
  const next = await site.signIn('Jeanne Voisin', PHONE);
  await next.goto('/school/0210011Y/confirmations');
  await press(next, 'Confirmer les demandes cochées', '1 engagement est confirmé');
  await mover.goto('/my/engagements');
  const own = await words(mover);
  expect(own).toContain(`au 31 janvier ${THIS_YEAR + 1}`);
  expect(own).toContain(`depuis le 1er février ${THIS_YEAR + 1}`);
}

async function leave(page: Page): Promise<void> {
  await page.goto(`${SCHOOL}?on=${TODAY}`);
  await page.getByRole('link', { name: /Terminer ou changer les missions de Bruno Carre/ }).click();
  await page.getByLabel('Dernier jour').fill(inDays(1));
  await press(page, 'Enregistrer le départ', 'Le départ est enregistré');
  await fits(page);
}

async function review(page: Page): Promise<void> {
  await page.goto(`${SCHOOL}/reviews?year=${THIS_YEAR}`);
  await page.getByRole('link', { name: /Enregistrer le compte rendu .* de Chloé Benali/ }).click();
  await page.getByLabel('Ce qui a bien fonctionné').fill('Le relais entre collègues.');
  await fits(page);
  await press(page, 'Enregistrer le compte rendu', 'Le point d’étape est enregistré.');
}

/** A year with two families and a review earns the first badge. */
async function awardAndAccept(agent: Page, holder: Page): Promise<void> {
  await agent.goto('/dane/decisions');
  await pressAndAwaitJob(agent, 'Juger tout le monde maintenant');
  await agent.getByRole('link', { name: 'Aller aux badges proposés' }).click();
  await agent.getByLabel('Choisir : RUPN engagé·e, Chloé Benali').check();
  await pressAndAwaitJob(agent, 'Attribuer les badges choisis');
  await holder.goto('/my');
  await holder.getByRole('link', { name: 'Voir ce badge' }).click();
  await holder.getByLabel('Mon prénom et mon nom').check();
  await holder.getByLabel('Au féminin').check();
  await press(holder, 'Accepter ce badge', 'C’est publié');
  await fits(holder);
  const address = await holder.getByLabel('Le lien de la page').inputValue();
  const stranger = await site.open(PHONE);
  await stranger.goto(address);
  expect(await words(stranger)).toContain('Chloé Benali est RUPN engagée');
  expect(await words(stranger)).toContain('Authentique et valable');
}

/** Checks that nothing is wider than the phone. */
async function fits(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider, page.url()).toBeLessThanOrEqual(0);
}
