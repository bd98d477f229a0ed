import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { THIRTY_ASKING, THIRTY_PEOPLE_FIXTURE } from '../support/fixtures/thirty-people.ts';
import { fr } from '../support/fr.ts';
import { inDays, THIS_YEAR, todayInParis } from '../support/now.ts';
import { tickMission, unfold } from '../support/unfold.ts';
import { toPersona } from './year-fixture.ts';
import { press, pressAndAwaitJob, startYearSite, visibleText, type YearSite } from './year-site.ts';

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
  site = await startYearSite(THIRTY_PEOPLE_FIXTURE, PERSONAS);
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
  await page.getByRole('link', { name: `${fr.yearPages.links.carry} : ${fr.yearPages.items.carry}` }).click();
  await press(page, fr.carryOver.carry, '26 parts sont proposées');
  await fits(page);
}

async function acceptMissions(page: Page): Promise<void> {
  await page.goto('/my');
  await page.getByRole('link', { name: fr.missionProposals.mine.open }).click();
  expect(await visibleText(page)).toContain('Proposé par Marie Chevalier');
  await fits(page);
  await press(page, fr.missionProposals.mine.accept, fr.account.done['missions-accepted']);
}

/** Of thirty-one requests, the page leaves two kinds unticked: those with a role that another person holds,
 *  and the principal’s own. */
async function confirmMany(page: Page): Promise<void> {
  await site.service.importText({ 'engagements.csv': THIRTY_ASKING });
  await page.goto(`${SCHOOL}/confirmations`);
  const ticked = await page.getByLabel(/^Confirmer l’engagement d/).count();
  expect(ticked).toBeGreaterThan(25);
  await fits(page);
  await press(page, fr.school.decisions.confirmChosen, `${ticked} engagements sont confirmés`);
  expect(await page.getByLabel(/^Confirmer l’engagement d/).count()).toBe(0);
}

async function printLetters(page: Page): Promise<void> {
  await page.goto(`${SCHOOL}/new-year?year=${THIS_YEAR}`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: fr.yearPages.prints['mission-letter'] }).click(),
  ]);
  const pdf = await file.createReadStream().then((stream) => stream.toArray());
  expect(Buffer.concat(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto(`${SCHOOL}/new-year?year=${THIS_YEAR}`);
  const letters = page.getByRole('row').filter({ hasText: 'Lettres de mission' });
  expect(await letters.innerText()).toContain('fait');
}

async function helpAColleague(colleague: Page, agent: Page): Promise<void> {
  await colleague.goto('/my/support');
  await colleague.getByRole('link', { name: fr.framework.support.ask }).click();
  await colleague.getByLabel(fr.support.kinds.technical).check();
  await colleague.getByLabel(fr.support.form.title).fill('Serveur AMON');
  await colleague.getByLabel(fr.support.form.text).fill('Le filtrage bloque l’ENT.');
  await press(colleague, fr.support.form.send, fr.account.done['support-asked']);
  await agent.goto('/dane/support');
  await agent.getByRole('link', { name: 'Serveur AMON' }).click();
  await agent.getByLabel(fr.support.dane.answer).fill('La règle est corrigée.');
  await agent.getByRole('button', { name: fr.support.dane.send, exact: true }).click();
  await agent.getByText(fr.account.done['support-answered']).waitFor();
  await colleague.goto('/my/support');
  await colleague.getByRole('link', { name: 'Serveur AMON' }).click();
  expect(await visibleText(colleague)).toContain('La règle est corrigée.');
  await fits(colleague);
  await press(colleague, fr.support.one.end.close, fr.account.done['support-closed']);
}

/** On 1 February, the former principal accepts the end, and the next one confirms the new engagement. */
async function changeSchool(principal: Page): Promise<void> {
  const mover = await site.signIn('Alice Carre', PHONE);
  await mover.goto('/my/engagements/Q-6/change/end');
  await mover.getByLabel(fr.changes.fields.to).fill(LAST_DAY);
  await mover.getByLabel(fr.changes.fields.reason).fill('Mutation au 1er février.');
  await press(mover, fr.changes.submit.propose, fr.account.done['change-proposed']);
  await mover.goto('/my/engagements/new');
  await unfold(mover, '#q');
  await mover.getByLabel(fr.my.engagements.form.search).fill('judic');
  await press(mover, fr.my.engagements.form.searchButton, fr.my.engagements.form.found(1));
  await mover.getByLabel('Lycée Anna Judic, Semur-en-Auxois').check();
  await mover.getByLabel(fr.my.engagements.form.from).fill(FIRST_DAY);
  await tickMission(mover, 'A1');
  await press(mover, fr.my.engagements.form.submit, fr.account.done['engagement-declared']);
  await principal.goto(`${SCHOOL}/confirmations`);
  await principal.getByRole('link', { name: fr.changes.decide.openOf('Alice Carre') }).click();
  await press(principal, fr.changes.decide.accept, fr.account.done['engagement-ended']);
  const next = await site.signIn('Jeanne Voisin', PHONE);
  await next.goto('/school/0210011Y/confirmations');
  await press(next, fr.school.decisions.confirmChosen, fr.school.decisions.together(1, 0, 0));
  await mover.goto('/my/engagements');
  const own = await visibleText(mover);
  expect(own).toContain(`au 31 janvier ${THIS_YEAR + 1}`);
  expect(own).toContain(fr.my.engagements.since(`1er février ${THIS_YEAR + 1}`));
}

async function leave(page: Page): Promise<void> {
  await page.goto(`${SCHOOL}?on=${todayInParis()}`);
  await page.getByRole('link', { name: 'Bruno Carre', exact: true }).click();
  await page.getByText(fr.changes.person.leaving).click();
  await page.getByLabel(fr.changes.fields.to).fill(inDays(1));
  await press(page, fr.changes.person.leave, fr.account.done['departure-saved']);
  await fits(page);
}

async function review(page: Page): Promise<void> {
  await page.goto(`${SCHOOL}/reviews?year=${THIS_YEAR}`);
  await page.getByRole('link', { name: /Enregistrer le compte rendu .* de Chloé Benali/ }).click();
  await page.getByLabel(fr.school.reviews.form.worked).fill('Le relais entre collègues.');
  await fits(page);
  await press(page, fr.school.reviews.form.save, fr.account.done['review-recorded']);
}

/** A year with two families and a review earns the first badge. */
async function awardAndAccept(agent: Page, holder: Page): Promise<void> {
  await agent.goto('/dane/decisions');
  await pressAndAwaitJob(agent, fr.dane.decisions.judge);
  await agent.getByRole('link', { name: fr.dane.jobs.toQueue }).click();
  await agent.getByLabel(fr.dane.decisions.selectOne('Chloé Benali', 'RUPN engagé·e')).check();
  await pressAndAwaitJob(agent, fr.dane.decisions.grant);
  await holder.goto('/my');
  await holder.getByRole('link', { name: fr.my.moment.home.see(1) }).click();
  await holder.getByLabel(fr.my.badges.one.names.full.label).check();
  await holder.getByLabel(fr.my.moment.forms.feminine).check();
  await press(holder, fr.my.moment.take, fr.my.moment.published.title);
  await fits(holder);
  const address = await holder.getByLabel(fr.credential.address).inputValue();
  const outsider = await site.open(PHONE);
  await outsider.goto(address);
  expect(await visibleText(outsider)).toContain('Chloé Benali est RUPN engagée');
  expect(await visibleText(outsider)).toContain(fr.credential.seal);
}

/** Checks that nothing is wider than the phone. */
async function fits(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider, page.url()).toBeLessThanOrEqual(0);
}
