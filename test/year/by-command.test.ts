import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandResult, jalon } from '../support/command-line.ts';
import { type Academy, AGENT_OF_ACADEMY, makeAcademy } from '../support/fixtures/academy.ts';
import { type AcademyFiles, writeAcademyFiles } from '../support/fixtures/academy-files.ts';
import { fr } from '../support/fr.ts';
import { todayInParis } from '../support/now.ts';
import { formsOf } from '../support/page-forms.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';
import { recount, recountPastYear } from './recount.ts';

/** The académie of the findings (JALON_FULL_SIZE=1), or a third of it. */
const IS_FULL = Boolean(process.env['JALON_FULL_SIZE']);
const SIZE = IS_FULL ? { schools: 180, rupn: 600 } : { schools: 60, rupn: 200 };
/** A part of the year is commands and pages by the dozen. */
const TIMEOUT_MS = IS_FULL ? 900_000 : 180_000;

let folder: string;
let service: TestService;
let given: AcademyFiles;
/** What is true now: the records of the files, with what was done since. */
let truth: Academy;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-year-'));
  given = writeAcademyFiles(makeAcademy({ ...SIZE, today: todayInParis() }));
  truth = given.truth;
  mkdirSync(join(folder, 'given'));
  for (const [name, bytes] of given.files) {
    const path = join(folder, 'given', name);
    if (name.endsWith('/')) mkdirSync(path);
    else writeFileSync(path, bytes);
  }
  service = await startTestService();
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const run = (...words: string[]): Promise<CommandResult> =>
  jalon([...words, '--json'], { environment: service.environment });
const sum = (result: CommandResult) => result.lines.at(-1);
const ofKind = (result: CommandResult, kind: string) => result.lines.filter((one) => one['kind'] === kind);

/** What an import said of lines and files, in the form of the fates. */
function fatesIn(result: CommandResult): readonly string[] {
  return result.lines
    .filter(({ kind }) => kind === 'refused' || kind === 'notice')
    .map(({ kind, file, line, code }) => `${kind} ${file} ${line} ${code}`)
    .toSorted();
}

const expectedFates = () =>
  given.fates.map(({ kind, file, line, code }) => `${kind} ${file} ${line} ${code}`).toSorted();
const refusedLines = () => given.fates.filter(({ kind }) => kind === 'refused').length;

/** Judges everybody by command, and compares with the recount, badge by badge. */
async function expectSameBadges(): Promise<number> {
  const judged = await run('evaluate');
  const met = judged.lines
    .filter((one) => one['met'])
    .map((one) => `${one['email'] ?? one['uai']} ${one['badge']}`);
  const counted = [...recount(truth).met];
  expect(met.toSorted()).toEqual(counted.toSorted());
  return counted.length;
}

/** The whole export, file by file, in one text. */
async function exported(name: string): Promise<string> {
  const to = join(folder, name);
  expect((await run('export', to)).code).toBe(0);
  const texts = readdirSync(to)
    .toSorted()
    .map((file) => `${file}\n${readFileSync(join(to, file), 'utf8')}`);
  return texts.join('\n');
}

/** Surveys the coverage on the page, and compares its file with the recount, school by school. */
async function expectSameCoverage(): Promise<void> {
  const agent = await signInAs(service, AGENT_OF_ACADEMY);
  const begun = await agent.post('/dane/coverage/measure');
  await followJob(agent, begun);
  expect(await readCoverage(agent, truth.year)).toEqual(Object.fromEntries(recount(truth).coverage));
  for (const year of [truth.year - 1, truth.year - 2, truth.year - 4]) {
    expect(await readCoverage(agent, year)).toEqual(Object.fromEntries(recountPastYear(truth, year)));
  }
}

async function readCoverage(agent: Browser, year: number): Promise<Readonly<Record<string, unknown>>> {
  const text = await (await agent.get(`/dane/coverage.csv?year=${year}`)).text();
  const [header = [], ...rows] = text
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
  const cell = (row: readonly string[], column: string) => row[header.indexOf(column)] ?? '';
  const stated = rows.map((row) => [
    cell(row, 'uai'),
    {
      referents: Number(cell(row, 'referents')),
      waiting: Number(cell(row, 'demandes_en_attente')),
      contested: Number(cell(row, 'contestees')),
      situation: cell(row, 'situation'),
      families: ['A', 'B', 'C', 'D', 'E'].filter((one) => cell(row, `famille_${one}`) === 'oui').join(''),
    },
  ]);
  return Object.fromEntries(stated);
}

type Browser = Awaited<ReturnType<typeof signInAs>>;

/** Reads the page of long work until it is done. */
async function followJob(browser: Browser, begun: Response): Promise<string> {
  expect(begun.status).toBe(303);
  for (let look = 0; look < 200; look += 1) {
    const shown = await (await browser.get(begun.headers.get('Location') ?? '')).text();
    if (!shown.includes('http-equiv="refresh"')) return shown;
  }
  throw new Error('The work does not end.');
}

/** The records of the académie with some engagements changed. */
function change(
  isChanged: (one: Academy['segments'][number]) => boolean,
  state: 'confirmee' | 'contestee',
): void {
  const changed = { state, ...(state === 'confirmee' && { confirmedOn: truth.today }) };
  truth = {
    ...truth,
    segments: truth.segments.map((one) => (isChanged(one) ? { ...one, ...changed } : one)),
  };
}

it('is recounted by code that shares nothing with the service', () => {
  for (const file of [
    'year/recount.ts',
    'support/fixtures/academy.ts',
    'support/fixtures/academy-files.ts',
  ]) {
    expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8')).not.toMatch(/from '[^']*\/src\//);
  }
});

describe('the year of an académie, by command', () => {
  it(
    'is looked at first: each line has the fate that was planted, and nothing is written',
    async () => {
      const looked = await run('import', join(folder, 'given'), '--dry-run');
      expect(looked.code).toBe(1);
      expect(fatesIn(looked)).toEqual(expectedFates());
      expect(sum(looked)).toMatchObject({ created: given.records, updated: 0, refused: refusedLines() });
      expect(await service.ports.store.readPeopleByEmail([AGENT_OF_ACADEMY])).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'is imported but for the refused lines, which a file of corrections keeps',
    async () => {
      const fix = join(folder, 'a-corriger.xlsx');
      const imported = await run('import', join(folder, 'given'), '--corrections', fix);
      expect(fatesIn(imported)).toEqual(expectedFates());
      expect(sum(imported)).toMatchObject({ created: given.records, updated: 0, refused: refusedLines() });
      const again = await run('import', fix);
      expect(sum(again)).toMatchObject({ created: 0, updated: 0 });
    },
    TIMEOUT_MS,
  );

  it(
    'is unchanged by the same files',
    async () => {
      const again = await run('import', join(folder, 'given'));
      expect(sum(again)).toMatchObject({ created: 0, updated: 0, unchanged: given.records });
    },
    TIMEOUT_MS,
  );

  it(
    'is judged as it is recounted, badge by badge, and covered school by school',
    async () => {
      await expectSameBadges();
      expect(new Set([...recount(truth).met].map((one) => one.split(' ')[1])).size).toBeGreaterThan(6);
      await expectSameCoverage();
    },
    TIMEOUT_MS,
  );

  it(
    'is asked about in one campaign, for as many engagements as wait',
    async () => {
      const agent = await signInAs(service, AGENT_OF_ACADEMY);
      const fields = {
        name: 'Rentrée',
        schoolYear: String(truth.year),
        closesOn: `${truth.year + 1}-12-31`,
        confirm: 'yes',
      };
      const job = await followJob(agent, await agent.post('/dane/campaigns', fields));
      const campaign = /href="(\/dane\/campaigns\/[\w-]+)"/.exec(job)?.[1] ?? '';
      const waiting = [...recount(truth).coverage.values()].reduce((all, one) => all + one.waiting, 0);
      expect(waiting).toBeGreaterThan(50);
      expect(await (await agent.get(campaign)).text()).toContain(fr.campaigns.asked(waiting));
    },
    TIMEOUT_MS,
  );

  it(
    'is confirmed by the principals, but for one contest, a role conflict and one’s own',
    async () => {
      const left = new Set(['PLANT-CLASH']);
      for (const { uai } of truth.schools) {
        const head = truth.people.find(({ headOf }) => headOf === uai)?.email ?? '';
        const here = truth.segments.filter((one) => one.uai === uai && one.state === 'demandee');
        const [one] = here;
        if (!one) continue;
        const browser = await signInAs(service, head);
        if (uai === truth.schools[1]?.uai) {
          const path = `/school/${uai}/confirmations/${one.reference}`;
          await browser.post(path, { decision: 'contest', motive: 'Les missions n’ont pas commencé.' });
          change(({ reference }) => reference === one.reference, 'contestee');
        }
        const path = `/school/${uai}/confirmations`;
        const form = formsOf(await (await browser.get(path)).text()).find(({ action }) => action === path);
        const answer = await browser.send(path, {
          method: 'POST',
          headers: { Origin: service.ports.origin },
          body: form?.drawn ?? new URLSearchParams(),
        });
        expect(answer.status).toBe(303);
        change((it) => it.uai === uai && it.state === 'demandee' && !left.has(it.reference), 'confirmee');
      }
      await expectSameBadges();
      await expectSameCoverage();
    },
    TIMEOUT_MS,
  );

  it(
    'is reviewed by a principal, whose record counts',
    async () => {
      const [school] = truth.schools.slice(2);
      const uai = school?.uai ?? '';
      const head = truth.people.find(({ headOf }) => headOf === uai)?.email ?? '';
      const browser = await signInAs(service, head);
      const here = truth.segments.filter((one) => one.uai === uai && one.from.startsWith(`${truth.year}-`));
      const emails = [...new Set(here.map(({ email }) => email))].filter(
        (email) => !truth.reviews.some((one) => one.email === email && one.on === todayInParis()),
      );
      const people = await service.ports.store.readPeopleByEmail(emails);
      for (const {
        id,
        emails: [email = ''],
      } of people) {
        const answer = await browser.post(`/school/${uai}/reviews/${id}/record`, {
          on: todayInParis(),
          worked: 'Le relais.',
        });
        expect(answer.status).toBe(303);
        truth = {
          ...truth,
          reviews: [...truth.reviews, { email, uai, on: todayInParis(), kind: 'point-etape' }],
        };
      }
      expect(people.length).toBeGreaterThan(0);
      await expectSameBadges();
    },
    TIMEOUT_MS,
  );

  it(
    'ends in as many badges as are met, signed and accepted, and those to look at are left',
    async () => {
      const met = await expectSameBadges();
      const agent = await signInAs(service, AGENT_OF_ACADEMY);
      await followJob(agent, await agent.post('/dane/decisions/judge'));
      const queue = () => service.ports.store.countProposals({});
      expect(await queue()).toBe(met);
      const looked = await run('grant', '--all-met', '--dry-run');
      const { grantable = 0, toLookAt = 0 } = sum(looked) as Record<string, number>;
      expect(grantable + toLookAt).toBe(met);
      const granted = await run('grant', '--all-met');
      expect(sum(granted)).toMatchObject({ granted: grantable, toLookAt });
      // A badge that would not be met by the hours of the events themselves is looked at first.
      const within = truth.attendances.map((one) => ({ ...one, hours: one.hours === 60 ? 6 : one.hours }));
      const without = recount({ ...truth, attendances: within as Academy['attendances'] }).met;
      const resting = [...recount(truth).met].filter((one) => !without.has(one));
      const named = (kind: string) => ofKind(granted, kind).map(({ email, badge }) => `${email} ${badge}`);
      expect(resting.length).toBeGreaterThan(0);
      expect(named('granted').filter((one) => resting.includes(one))).toEqual([]);
      expect(named('to-look-at')).toEqual(expect.arrayContaining(resting));
      // What the command awards leaves the queue of the screen.
      expect(await queue()).toBe(toLookAt);
      expect(sum(await run('grant', '--all-met', '--also-to-look-at'))).toMatchObject({ granted: toLookAt });
      expect(await queue()).toBe(0);
      expect(sum(await run('grant', '--all-met'))).toMatchObject({ granted: 0, toLookAt: 0, skipped: met });
      expect(sum(await run('issue'))).toMatchObject({ issued: met });
      expect(sum(await run('accept', '--all', '--visibility', 'public', '--name', 'initials'))).toMatchObject(
        {
          accepted: met,
        },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'is exported, and its export imported again changes nothing',
    async () => {
      await exported('all');
      const again = await run('import', join(folder, 'all'));
      expect(sum(again)).toMatchObject({ created: 0, updated: 0, refused: 0 });
    },
    TIMEOUT_MS,
  );

  it(
    'is as before once a wrong import is undone',
    async () => {
      const before = await exported('before');
      const { code = '' } = truth.events.find(({ nature }) => nature === 'EV-PAF') ?? {};
      const rows = truth.people.map(({ email }) => `${email};${code};60;3\r\n`);
      const wrong = join(folder, 'presences-en-trop.csv');
      writeFileSync(wrong, `email;evenement;heures;preuve\r\n${rows.join('')}`);
      const imported = await run('import', wrong);
      expect(ofKind(imported, 'notice').map((one) => one['code'])).toEqual(rows.map(() => 'hours-above'));
      const [last] = ofKind(await run('imports', 'list'), 'import');
      expect(JSON.stringify(last)).toContain('presences-en-trop.csv');
      const id = String(last?.['id']);
      const undone = await run('imports', 'undo', id);
      expect(undone.code).toBe(0);
      expect(await exported('after')).toBe(before);
      await expectSameBadges();
    },
    TIMEOUT_MS,
  );
});
