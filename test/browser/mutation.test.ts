import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANY, fr, like } from '../support/fr.ts';
import { tickMission, unfold } from '../support/unfold.ts';
import { press, startYearSite, visibleText, type YearSite } from './year-site.ts';

const GUYOT = '/school/0210001M';
const JUDIC = '/school/0210011Y';
const ENGAGED = [
  'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le',
  'PAUL-1;paul.martin@ac-test.example;0210001M;01/09/2025;;A1|D1;;confirmee;marie.chevalier@ac-test.example;2025-10-01',
  '',
].join('\n');

let site: YearSite;
beforeAll(async () => {
  site = await startYearSite();
  await site.service.importText({ 'engagements.csv': ENGAGED });
});
afterAll(() => site.stop());

describe('a teacher who moves to another school on 1 February', () => {
  it('proposes the end, both principals decide, and the DANE reads and corrects, without scripts', async () => {
    const options = { javaScriptEnabled: false };
    const teacher = await site.signIn('Paul Martin', options);
    await teacher.goto('/my/engagements');
    await teacher.getByRole('link', { name: /Collège Claude Guyot/ }).click();
    await teacher.getByRole('link', { name: fr.changes.acts.end }).click();
    await teacher.getByLabel(fr.changes.fields.to).fill('2026-01-31');
    await teacher.getByLabel(fr.changes.fields.reason).fill('Mutation au 1er février.');
    await press(teacher, fr.changes.submit.propose, fr.account.done['change-proposed']);
    await teacher.goto('/my/engagements/new');
    await unfold(teacher, '#q');
    await teacher.getByLabel(fr.my.engagements.form.search).fill('judic');
    await press(teacher, fr.my.engagements.form.searchButton, fr.my.engagements.form.found(1));
    await teacher.getByLabel('Lycée Anna Judic, Semur-en-Auxois').check();
    await teacher.getByLabel(fr.my.engagements.form.from).fill('2026-02-01');
    await tickMission(teacher, 'A1');
    await press(teacher, fr.my.engagements.form.submit, fr.account.done['engagement-declared']);

    const former = await site.signIn('Marie Chevalier', options);
    await former.goto(`${GUYOT}/confirmations`);
    await former.getByRole('link', { name: fr.changes.decide.openOf('Paul Martin') }).click();
    expect(await visibleText(former)).toContain(fr.changes.what.end('31 janvier 2026'));
    await press(former, fr.changes.decide.accept, fr.account.done['engagement-ended']);

    const next = await site.signIn('Jeanne Voisin', options);
    await next.goto(`${JUDIC}/confirmations`);
    await next.getByLabel(fr.school.decisions.chooseOne('Luc Bernard')).uncheck();
    await press(next, fr.school.decisions.confirmChosen, fr.school.decisions.together(1, 0, 0));

    const agent = await site.signIn('Denis Danois', options);
    await agent.goto('/dane/people?q=martin');
    await agent
      .getByRole('link', { name: /Martin/ })
      .first()
      .click();
    const record = await visibleText(agent);
    expect(record).toContain('du 1er septembre 2025 au 31 janvier 2026');
    expect(record).toContain(fr.my.engagements.since('1er février 2026'));
    expect(record).toMatch(like(fr.changes.history.accepted('Marie Chevalier', ANY)));
    await agent.getByRole('link', { name: /Corriger : Collège Claude Guyot/ }).click();
    await agent.locator('#mission-D1').uncheck();
    await agent.getByLabel(fr.changes.fields.reason).fill('La mission D1 était tenue par une collègue.');
    await press(agent, fr.changes.submit.decide.correction, fr.account.done['engagement-corrected']);
    expect(await visibleText(agent)).toContain('Décidé par Denis Danois');

    await teacher.goto('/my/engagements/PAUL-1');
    expect(await visibleText(teacher)).toContain('La mission D1 était tenue par une collègue.');
    expect(site.complaints).toEqual([]);
  });
});
