import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mailTexts } from '../../src/texts/fr/mail/common.ts';
import { OFFICE } from '../../src/texts/office.ts';
import { type SmtpCatcher, startSmtpCatcher } from '../mail/smtp-catcher.ts';
import { CHEF, CLAIRE, DANE, LUC, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';

const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-10-01T08:00:00Z');

let smtp: SmtpCatcher;
let service: TestService;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEGIN });
  smtp = await startSmtpCatcher();
  service = await startTestService(smtp.settings);
  const { 'engagements.csv': _, ...nobodyEngaged } = SCHOOL_FIXTURE;
  await service.importText(nobodyEngaged);
});
afterEach(async () => {
  vi.useRealTimers();
  await service.stop();
  await smtp.stop();
});

async function declare(email: string, { uai = '0210001M', mission = 'A1' } = {}): Promise<string> {
  const browser = await signInAs(service, email);
  const sent = await browser.post('/my/engagements/new', { uai, from: '2026-09-01', missions: [mission] });
  expect(sent.status).toBe(303);
  return sent.headers.get('Location') ?? '';
}

async function waitDays(days: number): Promise<void> {
  vi.setSystemTime(BEGIN + days * DAY_MS);
  await service.services.runMaintenance();
  await service.services.emptyOutbox();
}

const page = async (email: string, path: string) => (await (await signInAs(service, email)).get(path)).text();
const mails = () => smtp.mails.map(({ recipients, headers }) => [recipients[0], headers.get('subject')]);
const { subjects } = mailTexts(OFFICE);

describe('a declaration', () => {
  it('asks the principal at once, by a mail that names school, people and terms, and leads to the requests', async () => {
    await declare(LUC);
    await service.services.emptyOutbox();
    expect(mails()).toEqual([[CHEF, subjects['confirmation-request']]]);
    const text = smtp.mails[0]?.text.replace(/[ \r\n]+/g, ' ') ?? '';
    expect(text).toContain(fr.mail.confirmation.waiting(1, 'Collège Claude Guyot, Arnay-le-Duc'));
    expect(text).toMatch(/https?:\/\/[^ ]+\/school\/0210001M\/confirmations/);
    expect(text).toContain('- Luc Bernard');
    expect(text).toMatch(like(fr.mail.confirmation.withoutAnswer(ANY)));
    expect(smtp.mails[0]?.headers.get('subject')).not.toMatch(/Luc|Bernard/);
  });

  it('waits from that very moment', async () => {
    await declare(LUC);
    vi.setSystemTime(BEGIN + 3 * DAY_MS);
    expect(await page(CHEF, `${SCHOOL}/confirmations`)).toContain(fr.school.decisions.age(3));
  });

  it('is in one mail a day with the others of the school, and none is left out', async () => {
    await declare(LUC);
    await declare(CLAIRE);
    await service.services.emptyOutbox();
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]?.text).toMatch(like(fr.mail.confirmation.waiting(2, ANY)));
    await declare(CLAIRE, { mission: 'A2' });
    await declare(LUC, { mission: 'A2' });
    await service.services.emptyOutbox();
    expect(smtp.mails).toHaveLength(1);
    await waitDays(1);
    expect(smtp.mails).toHaveLength(2);
    expect(smtp.mails[1]?.text).toContain('4 engagements attendent');
  });

  it('is in a single mail where two people declare at the same moment', async () => {
    const [luc, claire] = [await signInAs(service, LUC), await signInAs(service, CLAIRE)];
    const stated = { uai: '0210001M', from: '2026-09-01', missions: ['A1'] };
    const both = await Promise.all([luc, claire].map((one) => one.post('/my/engagements/new', stated)));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    await service.services.emptyOutbox();
    expect(smtp.mails).toHaveLength(1);
  });

  it('has reminders after 15 and 30 days, and can then be confirmed by the DANE on documents', async () => {
    const own = await declare(LUC);
    const reference = own.split(/[/?]/)[3] ?? '';
    await waitDays(0);
    await waitDays(15);
    expect(mails().slice(1)).toEqual([[CHEF, subjects['confirmation-reminder']]]);
    expect(await page(DANE, '/dane/confirmations')).not.toContain('Luc Bernard');
    await waitDays(30);
    expect(mails().slice(2)).toEqual([[CHEF, subjects['confirmation-reminder']]]);
    expect(await page(DANE, '/dane')).toContain(`<strong>1</strong> ${fr.dane.home.figures.silent(1)}`);
    expect(await page(DANE, '/dane/confirmations')).toContain('Luc Bernard');
    const dane = await signInAs(service, DANE);
    const given = { references: [reference], documents: 'Lettre de mission' };
    expect((await dane.post('/dane/confirmations', given)).headers.get('Location')).toContain('done=');
    const [engagement] = await service.ports.store.readEngagements([reference]);
    expect(engagement).toMatchObject({ confirmation: 'confirmed-by-dane' });
    expect(await page(DANE, '/dane/confirmations/documents')).toContain(
      fr.school.papers.kinds['mission-letter'].name,
    );
  });

  it('is taken over by a campaign, and its silence continues', async () => {
    await declare(LUC);
    vi.setSystemTime(BEGIN + 10 * DAY_MS);
    const dane = await signInAs(service, DANE);
    const form = { name: 'Rentrée', schoolYear: '2026', closesOn: '2026-12-18', confirm: 'yes' };
    const job = (await dane.post('/dane/campaigns', form)).headers.get('Location') ?? '';
    const shown = await (await dane.get(job)).text();
    const campaign = /href="(\/dane\/campaigns\/[\w-]+)"/.exec(shown)?.[1] ?? '';
    expect(await page(DANE, campaign)).toContain(fr.campaigns.asked(1));
    const [request] = await service.ports.store.readConfirmationRequests(
      (
        await service.ports.store.readSilentRequests({
          askedUntil: '2027-01-01T00:00:00Z' as never,
          limit: 5,
        })
      ).map(({ engagement }) => engagement.reference),
    );
    expect(request).toMatchObject({ requestedAt: '2026-10-01T08:00:00Z', campaignId: expect.any(String) });
  });

  it('at a school without any address is reported to the DANE', async () => {
    await service.importText({
      'lycee.csv': 'uai;nom;secteur;commune\n0210012Z;Lycée sans chef;Public;Dijon\n',
    });
    await declare(LUC, { uai: '0210012Z' });
    await service.services.emptyOutbox();
    expect(smtp.mails).toEqual([]);
    expect(await page(DANE, '/dane/confirmations')).toContain('Lycée sans chef');
  });
});

describe('a declaration of the only head of a school', () => {
  it('explains that the DANE decides, is sent to no one, and is in the DANE’s list at once', async () => {
    const own = await declare(CHEF);
    expect(own).toContain('done=engagement-declared-to-dane');
    const shown = await page(CHEF, own);
    expect(shown).toContain(fr.my.engagements.forDaneText);
    expect(shown).not.toContain('dès que le chef d’établissement l’aura confirmé');
    await service.services.emptyOutbox();
    expect(smtp.mails).toEqual([]);
    expect(await page(DANE, '/dane/confirmations')).toContain(fr.dane.confirmations.byHead);
    const reference = own.split(/[/?]/)[3] ?? '';
    const dane = await signInAs(service, DANE);
    const sent = await dane.post(`/dane/confirmations/${reference}`, {
      documents: 'Arrêté du 1er septembre',
    });
    expect(sent.status).toBe(303);
    const [engagement] = await service.ports.store.readEngagements([reference]);
    expect(engagement).toMatchObject({ confirmation: 'confirmed-by-dane' });
  });
});
