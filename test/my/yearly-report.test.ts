import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSmtpCatcher } from '../mail/smtp-catcher.ts';
import { CHEF, DANE, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { THIS_YEAR, todayInParis } from '../support/now.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const UAI = '0210001M';
const NEED = 'Un second chariot de tablettes.';
const ANSWERS = {
  uai: UAI,
  'q-fait-A': 'Dix prises en main.',
  'q-besoins': NEED,
  'q-formations': 'Classe mobile',
};

let service: TestService;
let paul: SignedInBrowser;
let dane: SignedInBrowser;
let chef: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...SCHOOL_FIXTURE,
    'evenements.csv': `code;nature;intitule;debut\nF-ECRANS;EV-PAF;Écrans et apprentissages;${todayInParis()}\n`,
    'participations.csv': `email;evenement;preuve\n${PAUL};F-ECRANS;3\n`,
  });
  [paul, dane, chef] = [
    await signInAs(service, PAUL),
    await signInAs(service, DANE),
    await signInAs(service, CHEF),
  ];
  await paul.post('/my/contributions/new', {
    kind: 'session',
    title: 'Tablettes au CDI',
    on: todayInParis(),
  });
});
afterEach(() => service.stop());

const text = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
const facts = async () => (await service.ports.store.readPersonRecords([paul.personId]))[0]?.reviews ?? [];
const saveReport = (more: Record<string, string> = {}) =>
  paul.post('/my/yearly-report', { ...ANSWERS, ...more });
const handIn = (more: Record<string, string> = {}) => saveReport({ act: 'hand-in', ...more });

describe('the yearly report', () => {
  it('begins with the missions, contributions and trainings of the year, each in its family', async () => {
    const form = await text(paul, '/my/yearly-report');
    const fieldOf = (name: string) =>
      new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(form)?.[1] ?? '';
    expect(fieldOf('q-fait-A').split('\n')).toHaveLength(3);
    expect(fieldOf('q-fait-A')).toContain('Tablettes au CDI');
    expect(fieldOf('q-fait-D').split('\n')).toHaveLength(1);
    expect(fieldOf('q-fait-E')).toContain('Écrans et apprentissages');
    expect([fieldOf('q-fait-B'), fieldOf('q-besoins')]).toEqual(['', '']);
  });

  it('is read by no one else as a draft, and by principal and DANE once handed in', async () => {
    expect((await saveReport()).headers.get('Location')).toContain('report-kept');
    expect(await text(paul, '/my/yearly-report')).toContain(NEED);
    const others = () =>
      Promise.all([
        text(chef, `${SCHOOL}/reviews`),
        text(dane, `/dane/yearly-reports?question=besoins`),
        text(dane, '/dane/wishes?q=mobile'),
        text(dane, '/dane/yearly-reports.csv'),
      ]);
    for (const page of await others()) expect(page).not.toMatch(/second chariot|Classe mobile/);
    expect((await handIn({ seen: '1' })).headers.get('Location')).toContain('report-handed-in');
    const [atSchool, atDane, wishes, csv] = await others();
    expect(atSchool).toContain(NEED);
    expect(atDane).toContain(NEED);
    expect(atDane).not.toContain('Dix prises en main');
    expect(wishes).toContain('Classe mobile');
    expect(csv).toMatch(/;21;0210001M;Collège Claude Guyot;Paul;Martin;[^;]+;[^;]+;;Les besoins;;Un second/);
    expect(csv?.trim().split('\n')).toHaveLength(4);
  });

  it('counts as the self-report of its year once the DANE received it, and on the principal’s page', async () => {
    await handIn();
    const items = async () => text(chef, `${SCHOOL}/year-end`);
    expect(await items()).toContain(fr.yearPages.reports(0, 1, 1));
    expect(await facts()).toEqual([]);
    const sent = { year: String(THIS_YEAR), department: '58' };
    await dane.post('/dane/yearly-reports/receipt', sent);
    expect(await facts()).toEqual([]);
    await dane.post('/dane/yearly-reports/receipt', { ...sent, department: '21' });
    expect(await facts()).toEqual([
      { personId: paul.personId, uai: UAI, on: todayInParis(), kind: 'self-report' },
    ]);
    expect(await items()).toContain(fr.yearPages.reports(1, 1, 0));
    expect(await text(paul, '/my/yearly-report')).toContain(
      fr.yearlyReports.mine.received(fr.day(todayInParis()), fr.day(todayInParis())),
    );
  });

  it('is told to its author by one mail when it is received', async () => {
    const smtp = await startSmtpCatcher();
    const mailing = await startTestService({
      DATABASE_URL: service.environment['DATABASE_URL'] ?? '',
      ...smtp.settings,
    });
    try {
      await handIn();
      const agent = await signInAs(mailing, DANE);
      await agent.post('/dane/yearly-reports/receipt', { year: String(THIS_YEAR) });
      await agent.post('/dane/yearly-reports/receipt', { year: String(THIS_YEAR) });
      await mailing.services.emptyOutbox('send-mail');
      expect(smtp.mails.map(({ recipients }) => recipients)).toEqual([[PAUL]]);
      const [mail] = smtp.mails;
      expect(mail?.headers.get('subject')).toBe(fr.mail.report.subject);
      expect(mail?.text).toContain(`/my/yearly-report?uai=${UAI}`);
    } finally {
      await mailing.close();
      await smtp.stop();
    }
  });

  it('is taken back to be corrected, and then counts for nothing until it is received again', async () => {
    await handIn();
    expect((await saveReport({ seen: '1' })).status).toBe(409);
    await dane.post('/dane/yearly-reports/receipt', { year: String(THIS_YEAR) });
    const back = await paul.post('/my/yearly-report/taking-back', { uai: UAI });
    expect(back.headers.get('Location')).toContain('report-taken-back');
    expect(await facts()).toEqual([]);
    expect(await text(chef, `${SCHOOL}/reviews`)).not.toContain(NEED);
    expect(await text(paul, '/my/yearly-report')).toContain(NEED);
    await handIn({ seen: '3', 'q-besoins': 'Rien de plus.' });
    expect(await text(chef, `${SCHOOL}/reviews`)).toContain('Rien de plus.');
  });

  it('keeps what was typed where two windows write, where it is empty, and where no one is engaged', async () => {
    await saveReport();
    const other = await saveReport({ 'q-besoins': 'Autre chose.' });
    expect(other.status).toBe(409);
    const page = await other.text();
    expect(page).toContain('Autre chose.');
    expect(page).toContain(NEED);
    const empty = await paul.post('/my/yearly-report', { uai: UAI, act: 'hand-in', seen: '1' });
    expect(empty.status).toBe(400);
    expect((await saveReport({ uai: '0210011Y' })).status).toBe(400);
    expect(await text(dane, '/my/yearly-report')).toContain(fr.yearlyReports.mine.none);
  });
});

describe('the questions', () => {
  it('are the office’s, and an answer keeps the words in which it was asked', async () => {
    await handIn();
    const { document } = await service.services.readOffice();
    const questions = [{ code: 'envies', kind: 'text', label: { fr: 'Vos envies', en: 'Your wishes' } }];
    await service.services.adoptOffice({
      document: { ...document, questionnaire: { questions } },
      actor: 'test',
    });
    expect(await text(dane, '/dane/yearly-reports')).toContain('Vos envies');
    expect(await text(dane, '/dane/yearly-reports?question=besoins')).toContain(NEED);
    await paul.post('/my/yearly-report/taking-back', { uai: UAI });
    const form = await text(paul, '/my/yearly-report');
    expect(form).toContain('name="q-envies"');
    expect(form).not.toContain('name="q-besoins"');
  });
});
