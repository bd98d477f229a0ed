import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANY, fr, like } from '../support/fr.ts';
import { THIS_YEAR } from '../support/now.ts';
import { press, pressAndAwaitJob, startYearSite, visibleText, type YearSite } from './year-site.ts';

const FILES = join(import.meta.dirname, '../vectors/spreadsheets');
const SCHOOL = '0210011Y';
const MANY = 500;

/** The records that the messy files refer to: their people, their school and their event, and the agents of
 *  the DANE. */
const BEFORE = {
  'evenements.csv': 'code;nature;intitule;debut;heures\nPAF-1;EV-PAF;Administrer l’ENT;2026-03-03;6\n',
  'engagements.csv': `reference;email;uai;debut;missions;confirmation\nPAUL-1;paul.martin@ac-test.example;${SCHOOL};${THIS_YEAR}-09-01;A1;demandee\n`,
};

let site: YearSite;
let page: Page;
beforeAll(async () => {
  site = await startYearSite();
  await site.service.importText(BEFORE);
  page = await site.signIn('Denis Danois');
});
afterAll(() => site.stop());

/** Drops a file on the page of imports, and stays on the page of its changes. */
async function drop(name: string, content: Buffer, event = ''): Promise<void> {
  await page.goto('/dane/imports');
  await page
    .getByLabel(fr.dane.data.imports.files, { exact: true })
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
  if (event) await page.getByLabel(/^Événement d’une liste Moodle/).fill(event);
  await press(page, fr.dane.data.imports.check, fr.dane.data.imports.checkedTitle);
}

async function takeIn(name: string, event = ''): Promise<string> {
  await drop(name, readFileSync(join(FILES, name)), event);
  const found = await visibleText(page);
  await press(page, fr.dane.data.imports.confirm, fr.account.done.imported);
  return found;
}

/** Opens a past import from the list, by the words of its file. */
async function openPast(file: string): Promise<void> {
  await page.goto('/dane/imports');
  await page
    .getByRole('row')
    .filter({ hasText: file })
    .first()
    .getByRole('link', { name: /^(Voir ou annuler|Annulé)/ })
    .click();
}

describe('the DANE’s September, the files', () => {
  it('imports a workbook with titles and a hidden sheet, and names the sheets that it left out', async () => {
    const found = await takeIn('personnes.ods');
    expect(found).toMatch(/Brouillon.: feuille masquée, non lue/);
    expect(found).toContain(fr.dane.data.imports.checkedLede(3, 0));
    expect(await visibleText(page)).toContain(fr.dane.data.imports.doneLede(3, 0));
  });

  it('imports dates and lists of Excel, Unicode text, and a Moodle course for the named event', async () => {
    expect(await takeIn('engagements.xlsx')).toContain(fr.dane.data.imports.checkedLede(2, 0));
    expect(await takeIn('presences-unicode.csv')).toContain(fr.dane.data.imports.checkedLede(2, 0));
    expect(await takeIn('evenements-sep.csv')).toContain(fr.dane.data.imports.checkedLede(2, 0));
    await drop('moodle-achevement.csv', readFileSync(join(FILES, 'moodle-achevement.csv')));
    expect(await visibleText(page)).toContain(fr.files.refusals['event-needed'].reason({}));
    const named = await takeIn('moodle-achevement.csv', 'PAF-7');
    expect(named).not.toContain('Refusée,');
  });

  it('undoes the plan of trainings completely, and marks it as undone in the list', async () => {
    expect(await takeIn('plan-sofia.xlsx')).toContain(fr.dane.data.imports.checkedLede(3, 0));
    await openPast('plan-sofia.xlsx');
    await press(page, fr.undo.check, fr.undo.plan);
    await press(page, fr.undo.confirm, fr.undo.undoneTitle);
    await page.goto('/dane/events?q=78101');
    expect(await visibleText(page)).not.toContain('Administrer l’ENT');
    await openPast('plan-sofia.xlsx');
    expect(await visibleText(page)).toMatch(like(fr.undo.undone('Denis Danois', ANY)));
  });

  it('keeps the people to whom other records refer, with the reason, and undoes the rest', async () => {
    await openPast('personnes.ods');
    await press(page, fr.undo.check, fr.undo.kept);
    const plan = await visibleText(page);
    expect(plan).toContain('Ada Martin');
    expect(plan).toContain(fr.undo.reasons['in-use']);
    await press(page, fr.undo.confirmRest, fr.undo.undoneTitle);
    await page.goto('/dane/people?q=ada@ac-dijon.fr');
    expect(await visibleText(page)).toContain('Martin');
  });
});

describe('the DANE’s September, the campaign', () => {
  it('shows the recipients and the mail itself before anything leaves, then sends', async () => {
    await page.goto('/dane/campaigns');
    await page.getByLabel('Nom', { exact: true }).fill('Rentrée');
    await page.getByLabel(fr.campaigns.closesOn).fill(`${new Date().getFullYear() + 1}-12-31`);
    await press(page, fr.campaigns.openButton, 'Avant d’envoyer');
    const shown = await visibleText(page);
    const requested = Number(/(\d+) engagements? ser/.exec(shown)?.[1]);
    expect(requested).toBeGreaterThan(0);
    expect(shown).toContain(fr.mail.subjects['confirmation-request']);
    expect(await site.service.ports.store.readConfirmationRequests(['PAUL-1'])).toEqual([]);
    const send = page.getByRole('button', { name: /^Envoyer l/ });
    await press(page, await send.innerText(), 'Terminé');
    await page.getByRole('link', { name: fr.dane.jobs.toCampaign }).click();
    expect(await visibleText(page)).toMatch(new RegExp(`${requested} engagements? demandé`));
  });
});

describe('the DANE’s September, the decisions', () => {
  it('grants five hundred badges at once after a closer look, and takes one mistake back', async () => {
    await site.service.importText(manyPeople());
    await page.goto('/dane/decisions');
    await pressAndAwaitJob(page, fr.dane.decisions.judge);
    await page.goto('/dane/decisions?badge=RUPN-ENG');
    expect(await visibleText(page)).toContain('2 propositions sont à regarder une par une');
    const all = /Attribuer les (\d+) badges qui n’ont rien à regarder/;
    const button = page.getByRole('button', { name: all });
    const many = Number(all.exec(await button.innerText())?.[1]);
    expect(many).toBeGreaterThanOrEqual(MANY);
    await press(page, await button.innerText(), fr.dane.decisions.batch.title.grant(many));
    await press(page, fr.dane.decisions.batch.confirm.grant(many), like(fr.dane.jobs.waits(many, ANY)));

    // The mistake: the decision is taken back before it is carried out, and all proposals wait again.
    await press(page, fr.dane.jobs.takeBack, like(fr.dane.jobs.takenBack(ANY)));
    await page.goto('/dane/decisions?badge=RUPN-ENG');
    expect(await button.innerText()).toBe(fr.dane.decisions.cautions.grantClear(many));

    await press(page, await button.innerText(), fr.dane.decisions.batch.title.grant(many));
    await press(page, fr.dane.decisions.batch.confirm.grant(many), like(fr.dane.jobs.waits(many, ANY)));
    await pressAndAwaitJob(page, fr.dane.jobs.startNow);
    expect(await visibleText(page)).toMatch(new RegExp(`badges attribués\\s+${many}`));
    await page.goto('/dane/decisions?badge=RUPN-ENG');
    expect(await visibleText(page)).toContain('Claire Dupont');
    expect(await visibleText(page)).not.toContain('Ana Abel');
  }, 300_000);

  it('suspends a badge with its public reason alone, and ends the suspension', async () => {
    await page.goto('/dane/people?q=Abel7');
    await page.getByRole('row').getByRole('link').first().click();
    await page.getByRole('link', { name: fr.suspension.suspend }).first().click();
    await page.getByLabel(fr.suspension.causes.check).check();
    await page.getByLabel(fr.suspension.reason).fill('Une date est à vérifier.');
    const address = page.url();
    await press(page, fr.suspension.button, fr.account.done.suspended);
    await page.goto(address);
    await press(page, fr.suspension.endButton, fr.account.done.resumed);
    expect(site.complaints).toEqual([]);
  });
});

/** People who were engaged in 2023-2024, and so earn the first badge; one more person has no review. */
function manyPeople(): Readonly<Record<string, string>> {
  const each = Array.from({ length: MANY }, (_, at) => at);
  return {
    'personnes.csv': [
      'email;prenom;nom;profil',
      ...each.map((at) => `p${at}@ac-test.example;Ana;Abel${at};rupn`),
      '',
    ].join('\n'),
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...each.map((at) => `M-${at};p${at}@ac-test.example;${SCHOOL};2023-09-01;2024-08-31;A1|B1;;confirmee`),
      // There was no review this year, so a person should look at this proposal.
      `M-${MANY};claire.dupont@ac-test.example;${SCHOOL};2023-09-01;2024-08-31;A1|B1;;confirmee`,
      '',
    ].join('\n'),
    'points-etape.csv': [
      'email;uai;date;nature',
      ...each.map((at) => `p${at}@ac-test.example;${SCHOOL};2024-06-03;point-etape`),
      '',
    ].join('\n'),
  };
}
