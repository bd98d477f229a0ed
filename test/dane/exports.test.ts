import { read, utils } from '@e965/xlsx';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILE_NAMES } from '../../src/application/files/export/records.ts';
import { REGISTER_FILES } from '../../src/application/store/file-readers.ts';
import { localDateInParis } from '../../src/domain/time/calendar.ts';
import { CLAIRE, sendFiles, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
  await service.importText({
    'evenements.csv': 'code;nature;intitule;debut;heures\nF1;EV-PAF;"=cmd|\' /C calc\'!A0";2025-11-04;1,5\n',
    'presences.csv': `email;evenement;preuve\n${CLAIRE};F1;2\n`,
    'points.csv': `email;uai;date\n${CLAIRE};0210001M;2024-06-01\n`,
  });
});
afterEach(() => service.stop());

const bytes = async (path: string) => new Uint8Array(await (await agent.get(path)).arrayBuffer());
const today = () => localDateInParis(service.ports.clock.now());

describe('an export', () => {
  it('as CSV has the date in its name, decimals as French spreadsheets write them, and no formula', async () => {
    const response = await agent.get('/dane/exports/evenements.csv');
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="evenements-${today()}.csv"`,
    );
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('code;nature;intitule;debut;fin;heures;etiquettes;uai');
    expect(lines[1]).toContain(`'=cmd`);
    expect(lines[1]).toContain(';1,5;');
    expect((await agent.get('/dane/exports/inconnu.csv')).status).toBe(404);
  });

  it('of more rows than are held at once is one table', async () => {
    const people = Array.from({ length: 4500 }, (_, at) => `p${at}@ac-test.example;P;N`);
    await service.importText({ 'many.csv': `email;prenom;nom\n${people.join('\n')}\n` });
    const text = new TextDecoder().decode(await bytes('/dane/exports/personnes.csv'));
    const lines = text.trimEnd().split('\r\n');
    expect(lines.filter((line) => line.startsWith('email;'))).toHaveLength(1);
    expect(lines).toHaveLength(4500 + 3 + 1);
  });

  it('of 100,001 events is a workbook with each of them, in sheets that an import reads', async () => {
    const database = new Sqlite(service.environment['DATABASE_URL']?.slice('sqlite:'.length));
    database.exec(`WITH RECURSIVE n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 100001)
      INSERT INTO event (code, kind, title, starts_on, hours, tags) SELECT 'E-' || at, 'EV-PAF', 'T', '2025-11-04', 1, '[]' FROM n`);
    database.close();
    const workbook = read(await bytes('/dane/exports/jalon.xlsx'), { type: 'array', dense: true });
    const sheets = workbook.SheetNames.filter((name) => name.startsWith('evenements'));
    expect(sheets).toHaveLength(6);
    const rows = sheets.map((name) => (workbook.Sheets[name]?.['!data']?.length ?? 0) - 1);
    expect(rows.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(100_001);
    expect(Math.max(...rows)).toBe(20_000);
  });

  it('contains all other records, with motives and authors, in files that no import reads', async () => {
    await issueEverything(service);
    await agent.post('/dane/campaigns', {
      name: 'Rentrée',
      schoolYear: '2026',
      closesOn: '2099-12-31',
      confirm: 'yes',
    });
    const csv = async (name: string) => new TextDecoder().decode(await bytes(`/dane/exports/${name}.csv`));
    expect(await csv('decisions')).toMatch(/;RUPN-ENG;1;claire\.dupont@ac-test\.example;/);
    expect(await csv('journal')).toContain(';records-exported;'.replace('records', 'register'));
    const workbook = read(await bytes('/dane/exports/registre.xlsx'));
    expect(workbook.SheetNames).toEqual(REGISTER_FILES.filter((name) => name !== 'journal'));
    const files = await Promise.all(
      REGISTER_FILES.map(async (name) => [`${name}.csv`, await bytes(`/dane/exports/${name}.csv`)] as const),
    );
    const sent = await sendFiles(service, agent, Object.fromEntries(files));
    const report = await (await agent.get(sent.headers.get('Location') ?? '')).text();
    expect(report).toContain(fr.dane.data.imports.checkedLede(0, 0));
    expect(report.match(/Refusée<\/td>/g)).toHaveLength(REGISTER_FILES.length);
  });

  it('changes nothing when imported again, file by file and as one workbook', async () => {
    const files: Record<string, Uint8Array> = { 'tout.xlsx': await bytes('/dane/exports/jalon.xlsx') };
    for (const name of FILE_NAMES) files[`${name}.csv`] = await bytes(`/dane/exports/${name}.csv`);
    const sheets = read(files['tout.xlsx']).SheetNames;
    expect(sheets).toEqual([...FILE_NAMES]);
    for (const [name, content] of Object.entries(files)) {
      const response = await sendFiles(service, agent, { [name]: content });
      const report = await (await agent.get(response.headers.get('Location') ?? '')).text();
      const rows = name.endsWith('.xlsx') || !/autorisations|contributions/.test(name);
      if (rows)
        expect([name, report]).toEqual([name, expect.stringContaining(fr.dane.data.imports.nothingNew)]);
    }
  });

  it('is in the audit, with its author and its number of lines', async () => {
    await bytes('/dane/exports/presences.csv');
    await bytes('/dane/exports/attributions.csv');
    expect(await service.ports.store.readAuditOf('presences', 5)).toMatchObject([
      { action: 'records-exported', actor: agent.personId, details: { presences: 1 } },
    ]);
    expect(await service.ports.store.readAuditOf('all', 5)).toMatchObject([
      { action: 'awards-exported', actor: agent.personId },
    ]);
  });
});

describe('the register of awards', () => {
  it('shows the holder and the day of each badge, and no motive', async () => {
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    await service.services.acceptCredential({ id: badge.id, actor: 'test' });
    const register = async () => {
      const { Sheets, SheetNames } = read(await bytes('/dane/exports/attributions.xlsx'));
      return utils.sheet_to_json<Record<string, string>>(Sheets[SheetNames[0] ?? ''] ?? {});
    };
    expect(await register()).toMatchObject([
      { badge: 'RUPN-ENG', version: 1, destinataire: CLAIRE, hors_criteres: 'non', etat: 'accepte' },
    ]);
    const reason = 'Un motif qui reste ici';
    await service.services.revokeCredential({ id: badge.id, reason, actor: 'test' });
    expect(await register()).toMatchObject([{ etat: 'revoque' }]);
    const csv = new TextDecoder().decode(await bytes('/dane/exports/attributions.csv'));
    expect(csv).toContain('revoque');
    expect(csv).not.toContain(reason);
  });

  it('names no erased person', async () => {
    await issueEverything(service);
    const [claire] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    await service.services.erasePerson({ id: claire?.id as never, actor: 'test' });
    const csv = new TextDecoder().decode(await bytes('/dane/exports/attributions.csv'));
    expect(csv).toContain('efface');
    expect(csv).not.toContain(CLAIRE);
  });
});
