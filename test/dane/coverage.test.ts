import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseUai } from '../../src/domain/uai.ts';
import { fr } from '../support/fr.ts';
import { nextPageOf } from '../support/next-page.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';
const CLAIRE = 'claire.dupont@ac-test.example';
const SCHOOLS = [
  'uai;type;nom;commune;code_departement;departement;secteur;lycee_agricole',
  '0210001M;Collège;Collège Claude Guyot;Arnay-le-Duc;21;Côte-d’Or;Public;0',
  '0210011Y;Collège;Collège Jean Lacaille;Bligny-sur-Ouche;21;Côte-d’Or;Public;0',
  '0580031U;Lycée;Lycée Raoul Follereau;Nevers;58;Nièvre;Public;0',
  '0211033J;Collège;Collège Saint-François;Dijon;21;Côte-d’Or;Privé;0',
].join('\n');

let service: TestService;
let agent: SignedInBrowser;
const start = async (settings: Readonly<Record<string, string>> = {}) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00Z') });
  service = await startTestService(settings);
  await service.importText({
    ...ONE_RUPN,
    'etablissements.csv': SCHOOLS,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n`,
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `SEG-1;${CLAIRE};0210001M;01/09/2026;;A1|B1;;confirmee`,
      `SEG-2;${CLAIRE};0210011Y;01/09/2026;;D1;;demandee`,
      `SEG-3;${CLAIRE};0211033J;01/09/2026;;E1;;confirmee`,
    ].join('\n'),
  });
  agent = await signInAs(service, AGENT);
};
beforeEach(() => start());
afterEach(async () => {
  vi.useRealTimers();
  await service.stop();
});

const page = async (path: string) => (await agent.get(path)).text();

async function measure(): Promise<void> {
  const begun = await agent.post('/dane/coverage/measure');
  expect(begun.status).toBe(303);
  const job = begun.headers.get('Location') ?? '';
  const shown = await page(job);
  expect(shown).toContain(fr.dane.jobs.outcomes.measured);
  expect(shown).toContain('href="/dane/coverage"');
}

/** The line of the whole academy: its schools, and how many are confirmed, are carried over, wait, are contested, have no one. */
const academy = (schools: number, states: readonly number[]) =>
  new RegExp(
    `${fr.dane.coverage.academy}</th>${[schools, ...states].map((one) => `<td[^>]*>${one}</td>`).join('')}`,
  );
const statesOf = ([
  confirmed = 0,
  carriedOver = 0,
  waiting = 0,
  contested = 0,
  nobody = 0,
]: readonly number[]) => ({
  confirmed,
  'carried-over': carriedOver,
  waiting,
  contested,
  nobody,
});

describe('coverage', () => {
  it('says how to measure until it was measured, then counts the public schools', async () => {
    expect(await page('/dane/coverage')).toContain(fr.dane.coverage.neverMeasured('2026-2027'));
    await measure();
    const shown = await page('/dane/coverage');
    expect(shown).toContain(fr.dane.coverage.lede(3, statesOf([1, 0, 1, 0, 1]), '2026-2027'));
    expect(shown).toMatch(new RegExp(`<svg[^>]*class="coverage narrow"><title>${fr.dane.coverage.drawing}`));
    expect(shown).toContain(fr.dane.coverage.measuredAt('24 novembre 2026 à 11\u00a0h\u00a000'));
    const table = shown.slice(shown.indexOf('<table'), shown.lastIndexOf('</table>'));
    expect(table).toMatch(academy(3, [1, 0, 1, 0, 1]));
    expect(table).toMatch(/data-label="Famille A">1 sur 2 \(50\s%\)/);
    expect(table).toMatch(/data-label="Famille E">0 sur 2/);
    expect(shown).toContain('<strong>A</strong> Accompagner l’équipe éducative');
  });

  it('counts all schools where the setting says all', async () => {
    await service.stop();
    await start({ SCOPE: 'all' });
    await measure();
    expect(await page('/dane/coverage')).toContain(
      fr.dane.coverage.lede(4, statesOf([2, 0, 1, 0, 1]), '2026-2027'),
    );
  });

  it('lists the schools of a département with what waits, and finds one by its commune', async () => {
    await measure();
    const shown = await page('/dane/coverage/21');
    expect(shown).toContain(fr.dane.coverage.school.title('Côte-d’Or'));
    expect(shown).toContain('href="/school/0210001M"');
    expect(shown).toContain(`data-label="${fr.dane.coverage.school.families}">A B<`);
    expect(shown).toMatch(
      /Lacaille[\s\S]*data-label="Référent·es" class="zero">0<[\s\S]*data-label="En attente">1</,
    );
    expect(shown).not.toContain('Saint-François');
    const found = await page('/dane/coverage/21?q=bligny');
    expect(found).toContain('Lacaille');
    expect(found).not.toContain('Guyot');
    const alone = await page('/dane/coverage/21?only=waiting');
    expect(alone).toContain('Lacaille');
    expect(alone).not.toContain('Guyot');
    expect((await agent.get('/dane/coverage/99')).status).toBe(404);
  });

  it('is leafed through by key, each school once', async () => {
    const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
    const uais = Array.from({ length: 120 }, (_, turn) => {
      const digits = String(710_000 + turn).padStart(7, '0');
      return parseUai(`${digits}${letters[Number(digits) % 23]}`);
    });
    const lines = uais.map((uai) => `${uai};Collège ${uai};Mâcon;71;Saône-et-Loire;Public`);
    await service.importText({
      'more.csv': `uai;nom;commune;code_departement;departement;secteur\n${lines.join('\n')}\n`,
    });
    await measure();
    const seen: string[] = [];
    let path: string | undefined = '/dane/coverage/71';
    while (path) {
      const shown: string = await page(path);
      seen.push(...[...shown.matchAll(/href="\/school\/(\w+)"/g)].map(([, uai]) => uai ?? ''));
      path = nextPageOf(shown);
    }
    expect(seen).toEqual(uais);
  });

  it('is downloaded school by school, as CSV and as a workbook', async () => {
    await measure();
    const answer = await agent.get('/dane/coverage.csv');
    expect(answer.headers.get('Content-Type')).toContain('text/csv');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="couverture-2026-2027.csv"');
    const lines = (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
    expect(lines).toEqual([
      'uai;nom;commune;code_departement;departement;situation;referents;referents_a_reconduire;famille_A;famille_B;famille_C;famille_D;famille_E;demandes_en_attente;contestees;conflits_de_fonction;annee_scolaire;releve_le;situation_au;origine',
      '0210001M;Collège Claude Guyot;Arnay-le-Duc;21;Côte-d’Or;confirme;1;0;oui;oui;non;non;non;0;0;0;2026-2027;2026-11-24;2026-11-24;releve',
      '0210011Y;Collège Jean Lacaille;Bligny-sur-Ouche;21;Côte-d’Or;en attente;0;0;non;non;non;non;non;1;0;0;2026-2027;2026-11-24;2026-11-24;releve',
      '0580031U;Lycée Raoul Follereau;Nevers;58;Nièvre;personne;0;0;non;non;non;non;non;0;0;0;2026-2027;2026-11-24;2026-11-24;releve',
    ]);
    const workbook = new Uint8Array(await (await agent.get('/dane/coverage.xlsx')).arrayBuffer());
    expect(String.fromCharCode(...workbook.subarray(0, 2))).toBe('PK');
  });

  it('is downloaded as it is drawn, a line a département, with the year and the day of the measure', async () => {
    await measure();
    const text = await (await agent.get('/dane/coverage/departments.csv')).text();
    expect(text.trimEnd().split('\r\n').slice(1)).toEqual([
      '21;Côte-d’Or;2;2;1;0;1;0;0;1;1;0;0;0;1;0;0;2026-2027;2026-11-24;2026-11-24;releve',
      '58;Nièvre;1;1;0;0;0;0;1;0;0;0;0;0;0;0;0;2026-2027;2026-11-24;2026-11-24;releve',
      ';Toute l’académie;3;3;1;0;1;0;1;1;1;0;0;0;1;0;0;2026-2027;2026-11-24;2026-11-24;releve',
    ]);
  });

  it('lists the schools with no one, to which the DANE’s home leads, apart from those that wait', async () => {
    await measure();
    expect(await page('/dane')).toMatch(/href="\/dane\/coverage\/schools\?only=nobody"><strong>1<\/strong>/);
    const names = async (query: string) =>
      [...(await page(`/dane/coverage/schools?${query}`)).matchAll(/href="\/school\/\w+">([^<]+)</g)].map(
        ([, name]) => name,
      );
    expect(await names('only=nobody')).toEqual(['Lycée Raoul Follereau']);
    expect(await names('only=waiting')).toEqual(['Collège Jean Lacaille']);
    expect(await names('only=nobody&department=21')).toEqual([]);
    expect(await names('only=confirmed&department=21')).toEqual(['Collège Claude Guyot']);
    expect(await names('only=clashes')).toEqual([]);
  });

  it('is measured and kept for an earlier school year too', async () => {
    await measure();
    expect(await page('/dane/coverage?year=2025')).toContain(fr.dane.coverage.neverMeasured('2025-2026'));
    const begun = await agent.post('/dane/coverage/measure', { year: '2025' });
    await page(begun.headers.get('Location') ?? '');
    expect(await page('/dane/coverage?year=2025')).toMatch(/Sur 3 établissements en 2025-2026/);
    expect(await page('/dane/coverage')).toMatch(/Sur 3 établissements en 2026-2027/);
  });

  it('is measured by the timer where the last measure is a day old, once', async () => {
    const { store } = service.ports;
    await service.services.runMaintenance();
    const first = await store.readLatestJob('measure-coverage');
    expect(first?.finishedAt).toBeDefined();
    await service.services.runMaintenance();
    expect((await store.readLatestJob('measure-coverage'))?.id).toBe(first?.id);
    vi.setSystemTime(new Date('2026-11-25T09:59:59Z'));
    await service.services.runMaintenance();
    expect((await store.readLatestJob('measure-coverage'))?.id).toBe(first?.id);
    vi.setSystemTime(new Date('2026-11-25T10:00:01Z'));
    await Promise.all([service.services.runMaintenance(), service.services.runMaintenance()]);
    const second = await store.readLatestJob('measure-coverage');
    expect(second?.id).not.toBe(first?.id);
    expect(second?.finishedAt).toBeDefined();
  });

  it('is open to the DANE alone', async () => {
    const claire = await signInAs(service, CLAIRE);
    for (const path of ['/dane/coverage', '/dane/coverage/21', '/dane/coverage.csv', '/dane/coverage.xlsx']) {
      expect((await claire.get(path)).status, path).toBe(403);
      expect((await service.get(path)).status, path).toBe(303);
    }
    expect((await claire.post('/dane/coverage/measure')).status).toBe(403);
  });
});

describe('coverage on a chosen day', () => {
  it('says of which day the figures are', async () => {
    await measure();
    expect(await page('/dane/coverage')).toContain(fr.dane.coverage.situation('24 novembre 2026'));
  });

  it('is the same on the page, in its drawing and in both files', async () => {
    await measure();
    const day = '2026-08-31';
    expect(await page(`/dane/coverage?on=${day}`)).toContain(fr.dane.coverage.dayNotMeasured('31 août 2026'));
    const begun = await agent.post('/dane/coverage/measure', { on: day });
    expect(await page(begun.headers.get('Location') ?? '')).toContain(`/dane/coverage?on=${day}`);
    const shown = await page(`/dane/coverage?on=${day}`);
    expect(shown).toContain(fr.dane.coverage.situation('31 août 2026'));
    expect(shown).toMatch(/<title>Familles de missions couvertes[^<]*31 août 2026/);
    expect(shown).toMatch(academy(3, [0, 0, 0, 0, 3]));
    const csv = await page(`/dane/coverage/departments.csv?on=${day}`);
    expect(csv).toContain('situation_au');
    expect(csv).toContain(day);
    const schools = await page(`/dane/coverage.csv?on=${day}`);
    expect(schools.split('\n').filter((line) => line.includes(day))).toHaveLength(3);
    // The present coverage stays as it was.
    expect(await page('/dane/coverage')).toContain(
      fr.dane.coverage.lede(3, statesOf([1, 0, 1, 0, 1]), '2026-2027'),
    );
  });

  it.each(['2026-11-25', '1999-01-01', 'hier'])('refuses %s', async (day) => {
    await measure();
    const shown = await page(`/dane/coverage?on=${day}`);
    expect(shown).toContain('aria-invalid="true"');
    expect(shown).toContain(fr.dane.coverage.situation('24 novembre 2026'));
  });

  it('leaves the daily measure as it is', async () => {
    const begun = await agent.post('/dane/coverage/measure', { on: '2026-10-01' });
    await page(begun.headers.get('Location') ?? '');
    await service.services.runMaintenance();
    const daily = await service.ports.store.readLatestJob('measure-coverage');
    expect(daily).toBeDefined();
  });
});

describe('coverage of years that go on', () => {
  const OLD = [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `OLD-1;${CLAIRE};0580031U;01/09/2023;;A1;;confirmee`,
  ].join('\n');
  const report = fr.dane.coverage.report;

  it('calls a school carried over, on every page and in every file, until someone confirms again', async () => {
    await service.importText({ 'old.csv': OLD });
    await measure();
    const states = statesOf([1, 1, 1, 0, 0]);
    expect(await page('/dane/coverage')).toContain(fr.dane.coverage.lede(3, states, '2026-2027'));
    expect(await page('/dane/coverage/report')).toContain(fr.dane.coverage.lede(3, states, '2026-2027'));
    expect(await page('/dane/coverage.csv')).toMatch(/^0580031U;.*;a reconduire;1;1;/m);
    expect(await page('/dane/coverage/schools?only=carried-over')).toContain('Raoul Follereau');
    expect(await page('/dane/coverage/schools?only=confirmed')).not.toContain('Raoul Follereau');
    await service.importText({
      'again.csv': OLD.replace('confirmation', 'confirmation;confirme_le').replace(
        'confirmee',
        'confirmee;10/09/2026',
      ),
    });
    await measure();
    expect(await page('/dane/coverage.csv')).toMatch(/^0580031U;.*;confirme;1;0;/m);
  });

  it('computes the past years that have records, and marks them', async () => {
    await service.importText({ 'old.csv': OLD });
    await measure();
    const shown = await page('/dane/coverage/report');
    for (const year of ['2023-2024', '2024-2025', '2025-2026']) {
      expect(shown).toContain(report.computedYear(year));
    }
    expect(shown).not.toContain(report.computedYear('2026-2027'));
    expect(shown).toContain(report.missing(['2022-2023']));
    expect(await page('/dane/coverage?year=2024')).toContain(fr.dane.coverage.computed(3));
    const file = await page('/dane/coverage.csv?year=2024');
    expect(file).toMatch(/^0580031U;.*;a reconduire;1;1;.*;2025-08-31;calcule/m);
    expect(await page('/dane/coverage.csv?year=2023')).toMatch(/^0580031U;.*;confirme;1;0;/m);
  });

  it('keeps the measure of a year after that year, also if records change or someone measures again', async () => {
    await service.importText({ 'old.csv': OLD });
    await measure();
    vi.setSystemTime(new Date('2027-09-15T10:00:00Z'));
    agent = await signInAs(service, AGENT);
    await service.importText({ 'more.csv': OLD.replace('OLD-1', 'OLD-2').replace('0580031U', '0210011Y') });
    await measure();
    const begun = await agent.post('/dane/coverage/measure', { year: '2026' });
    await page(begun.headers.get('Location') ?? '');
    expect(await page('/dane/coverage')).toContain(
      fr.dane.coverage.lede(3, statesOf([0, 3, 0, 0, 0]), '2027-2028'),
    );
    const last = await page('/dane/coverage?year=2026');
    expect(last).toContain(fr.dane.coverage.lede(3, statesOf([1, 1, 1, 0, 0]), '2026-2027'));
    expect(last).toContain(fr.dane.coverage.measuredOnce);
    expect(last).not.toContain(fr.dane.coverage.measure);
  });
});
