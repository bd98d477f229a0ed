import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SmtpCatcher } from '../mail/smtp-catcher.ts';
import { openAs } from '../my/browse.ts';
import { launchChromium } from '../support/chromium.ts';
import { schoolWithMailOf } from '../support/fixtures/school.ts';
import { CHEF, CLAIRE, DANE, NEIGHBOUR, PAUL, SCHOOL } from '../support/fixtures/schools.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { inDays, todayInParis } from '../support/now.ts';
import { TEST_ORIGIN, type TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const BASE = `${SCHOOL}/missions`;
const ANNE = 'autre@ac-test.example';

let smtp: SmtpCatcher;
let service: TestService;
let chef: SignedInBrowser;
let paul: SignedInBrowser;
let anne: SignedInBrowser;
startBeforeEach(schoolWithMailOf({ chef: CHEF, paul: PAUL, anne: ANNE }), (fixture) => {
  ({ smtp, service, chef, paul, anne } = fixture);
});

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
type Fields = Readonly<Record<string, string | readonly string[]>>;
const proposalFields = (fields: Fields): Fields => ({ from: todayInParis(), missions: ['B2'], ...fields });
async function propose(fields: Fields): Promise<string> {
  const sent = await chef.post(`${BASE}/new`, proposalFields(fields));
  expect(sent.status).toBe(303);
  const all = await service.ports.store.readMissionProposalsAt('0210001M' as never);
  return all.find(({ settlement }) => settlement === undefined)?.id ?? '';
}
const engagementsOf = async (browser: SignedInBrowser) => {
  const [record] = await service.ports.store.readPersonRecords([browser.personId]);
  const sorted = (record?.engagements ?? []).toSorted((a, b) => a.period.from.localeCompare(b.period.from));
  return sorted.map((one) => [one.period.from, one.missions.join(), one.confirmation, one.confirmedBy ?? '']);
};
async function mails(to: string): Promise<readonly string[]> {
  await service.services.runMaintenance();
  return smtp.mails.filter(({ recipients }) => recipients.includes(to)).map(({ text }) => text);
}

describe('a mission that no one covers', () => {
  it('is proposed to a member, who accepts: their engagement is cut, and the principal has confirmed it', async () => {
    expect(await read(chef, SCHOOL)).toContain(`${BASE}/new?mission=B2&amp;from=${todayInParis()}`);
    const id = await propose({ person: paul.personId, words: 'Vous connaissez bien le matériel.' });
    expect(await read(chef, `${SCHOOL}?on=2019-11-26`)).not.toContain('/missions/new');
    expect(await read(chef, SCHOOL)).toContain(fr.missionProposals.proposedTo('Paul Martin'));
    expect(await read(paul, '/my')).toContain(`/my/missions/${id}`);
    expect(await read(paul, `/my/missions/${id}`)).toContain('Vous connaissez bien le matériel.');
    expect((await mails(PAUL)).join()).toContain(`/my/missions/${id}`);
    expect((await paul.post(`/my/missions/${id}`, { outcome: 'accepted' })).status).toBe(303);
    expect(await engagementsOf(paul)).toEqual([
      ['2025-09-01', 'A1,A2,D1', 'confirmed', CHEF],
      [todayInParis(), 'A1,A2,B2,D1', 'confirmed', CHEF],
    ]);
    expect(await read(chef, SCHOOL)).not.toContain('mission=B2&amp;');
    expect(await read(paul, '/my')).not.toContain('/my/missions');
    expect((await mails(CHEF)).join()).toMatch(like(fr.mail.missions.accepted(ANY, ANY)));
    expect((await paul.post(`/my/missions/${id}`, { outcome: 'declined' })).status).toBe(409);
  });

  it('is proposed to a person known by an address or a whole name, and to no stranger', async () => {
    const stated = async (known: string) => {
      const answer = await chef.post(`${BASE}/new`, proposalFields({ known }));
      return answer.status === 303 ? 303 : (await answer.text()).match(/role="alert"[^>]*><p>([^<]+)/)?.[1];
    };
    expect(await stated('Autr')).toBe(fr.missionProposals.form.unknown);
    expect(await stated('')).toBe(fr.missionProposals.form.nobody);
    expect(await stated('Marie Chevalier')).toBeDefined();
    expect(await service.ports.store.readMissionProposalsAt('0210001M' as never)).toEqual([]);
    expect(await stated('AUTRE Anne')).toBe(303);
    expect(await stated(ANNE)).toBe(fr.refusals['missions-proposed']({}));
    const [waiting] = await service.ports.store.readMissionProposalsOf(anne.personId);
    expect((await anne.post(`/my/missions/${waiting?.id}`, { outcome: 'accepted' })).status).toBe(303);
    expect(await engagementsOf(anne)).toEqual([
      ['2025-09-01', 'A1', 'requested', ''],
      [todayInParis(), 'B2', 'confirmed', CHEF],
    ]);
  });

  it('is declined without a reason, and the principal is told; or is withdrawn before', async () => {
    const first = await propose({ known: ANNE });
    expect((await anne.post(`/my/missions/${first}`, { outcome: 'declined' })).status).toBe(303);
    expect(await read(chef, BASE)).toMatch(like(fr.missionProposals.outcomes.declined(ANY)));
    expect((await mails(CHEF)).join()).toMatch(like(fr.mail.missions.declined(ANY)));
    const second = await propose({ known: ANNE });
    const neighbour = await signInAs(service, NEIGHBOUR);
    expect((await neighbour.post(`${BASE}/${second}/withdrawal`)).status).toBe(403);
    expect((await neighbour.post(`/school/0210011Y/missions/${second}/withdrawal`)).status).toBe(404);
    expect((await chef.post(`${BASE}/${second}/withdrawal`)).status).toBe(303);
    expect(await read(anne, '/my')).not.toContain('/my/missions');
    const late = await anne.post(`/my/missions/${second}`, { outcome: 'accepted' });
    expect(late.status).toBe(409);
    expect(await late.text()).toMatch(like(fr.missionProposals.mine.withdrawn(ANY)));
    expect((await engagementsOf(anne)).length).toBe(1);
  });

  it('includes no single role of another person, and is not proposed to oneself', async () => {
    const conflict = await chef.post(`${BASE}/new`, proposalFields({ known: ANNE, roles: ['contact-dane'] }));
    expect(conflict.status).toBe(409);
    expect(await conflict.text()).toContain(fr.refusals['role-held']({}));
    expect((await chef.post(`${BASE}/new`, proposalFields({ known: CHEF }))).status).toBe(409);
    const id = await propose({ known: ANNE, roles: ['contact-collectivite'] });
    const taken = {
      reference: 'CLAIRE-2',
      uai: '0210001M',
      period: { from: todayInParis() },
      missions: ['C1'],
    };
    const claire = await signInAs(service, CLAIRE);
    await service.ports.store.commit([
      {
        kind: 'engagement-imported',
        engagement: {
          ...(taken as never as object),
          personId: claire.personId,
          roles: ['contact-collectivite'],
          confirmation: 'confirmed',
        } as never,
      },
    ]);
    const late = await anne.post(`/my/missions/${id}`, { outcome: 'accepted' });
    expect(late.status).toBe(409);
    expect((await engagementsOf(anne)).length).toBe(1);
  });

  it('is not confirmed where its author does not head the school any more', async () => {
    const id = await propose({ known: ANNE });
    const { store } = service.ports;
    const [person] = await store.readPeople([chef.personId]);
    if (!person) throw new Error('nobody heads the school');
    const { headOf: _left, ...left } = person;
    await store.commit([{ kind: 'person-saved', person: left }]);
    const answer = await anne.post(`/my/missions/${id}`, { outcome: 'accepted' });
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining(fr.refusals['proposer-left']({})),
    ]);
    expect((await anne.post(`/my/missions/${id}`, { outcome: 'declined' })).status).toBe(303);
  });

  it('can be read by the DANE, which proposes nothing', async () => {
    await propose({ known: ANNE, from: inDays(30) });
    const dane = await signInAs(service, DANE);
    const page = await read(dane, BASE);
    expect(page).toContain('Anne Autre');
    expect(page).not.toContain('withdrawal');
    expect(await read(dane, SCHOOL)).not.toContain('/missions/new');
  });
});

describe('without a script', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('a gap leads to a proposal, the proposal to an acceptance, and the row is filled', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
    const page = await openAs(context, chef);
    await page.goto(`${TEST_ORIGIN}${SCHOOL}?lang=fr`);
    await page.getByRole('link', { name: /^Proposer cette mission.: B2/ }).click();
    expect(await page.locator('#mission-B2').isChecked()).toBe(true);
    await page.getByLabel(fr.missionProposals.form.person).selectOption({ label: 'Paul Martin' });
    await page.getByRole('button', { name: fr.missionProposals.form.send }).click();
    await page.getByText(fr.account.done['missions-proposed']).waitFor();
    const own = await openAs(context, paul);
    await own.goto(`${TEST_ORIGIN}/my?lang=fr`);
    await own.getByRole('link', { name: fr.missionProposals.mine.open }).click();
    await own.getByRole('button', { name: fr.missionProposals.mine.accept }).click();
    await own.getByText(fr.account.done['missions-accepted']).waitFor();
    await page.goto(`${TEST_ORIGIN}${SCHOOL}?lang=fr`);
    await page.getByText(fr.school.overview.table).click();
    const row = page.getByRole('row', { name: /^B2/ }).first();
    expect(await row.textContent()).toContain(fr.school.overview.signs.held);
    await context.close();
  });
});
