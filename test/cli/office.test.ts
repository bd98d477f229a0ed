import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';

const ORIGIN = 'https://jalon.test';
const folder = mkdtempSync(join(tmpdir(), 'jalon-office-'));
const environmentOf = (name: string) => ({
  PUBLIC_URL: ORIGIN,
  DATABASE_URL: `sqlite:${join(folder, `${name}.db`)}`,
  KEYS_DIR: join(folder, 'keys'),
  DEMO: '0',
});
const here = environmentOf('here');
const there = environmentOf('there');
const run = (...texts: string[]) => jalon([...texts, '--json'], { environment: here });
const EXAMPLE = 'data/example-office';
let server: RunningServer;
let remote: (...texts: string[]) => ReturnType<typeof jalon>;

beforeAll(async () => {
  expect((await run('keys', 'generate')).code).toBe(0);
  const made = await jalon(['token', 'create', '--role', 'dane', '--name', 'office', '--json'], {
    environment: there,
  });
  const token = String(made.lines[0]?.['token']);
  server = await startServer(there, ORIGIN);
  remote = (...texts) =>
    jalon([...texts, '--remote', server.url, '--json'], { environment: { ...here, JALON_TOKEN: token } });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Gives a copy of a pack another value in one of its files. */
function change(pack: string, file: string, over: (value: never) => unknown): void {
  const path = join(pack, file);
  writeFileSync(path, JSON.stringify(over(JSON.parse(readFileSync(path, 'utf8')) as never)));
}

it('writes the pack in use, finds no fault in it, and has nothing to adopt', async () => {
  const pack = join(folder, 'dijon');
  expect((await run('office', 'export', pack)).code).toBe(0);
  expect(readdirSync(pack).toSorted()).toEqual([
    'badges.json',
    'columns.json',
    'events.json',
    'framework.json',
    'office.json',
    'questionnaire.json',
  ]);
  expect(JSON.parse(readFileSync(join(pack, 'badges.json'), 'utf8'))).toEqual(
    JSON.parse(readFileSync('data/dijon/badges.json', 'utf8')),
  );
  const checked = await run('office', 'check', pack);
  expect([checked.code, checked.lines.at(-1)]).toEqual([
    0,
    { kind: 'summary', faults: 0, difference: 'none' },
  ]);
  expect((await run('office', 'export', pack)).code).toBe(2);
  expect((await run('office', 'look', pack)).code).toBe(2);
});

it('writes and takes a pack as one archive, and says what is no archive', async () => {
  const archive = join(folder, 'dijon.zip');
  expect((await run('office', 'export', archive)).code).toBe(0);
  expect((await run('office', 'export', archive)).code).not.toBe(0);
  const checked = await run('office', 'check', archive);
  expect([checked.code, checked.lines.at(-1)]).toEqual([
    0,
    { kind: 'summary', faults: 0, difference: 'none' },
  ]);
  const broken = join(folder, 'broken.zip');
  writeFileSync(broken, 'PK no archive');
  const refused = await jalon(['office', 'check', broken], { environment: here });
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain('archive ZIP');
});

it('names each fault with its file, its place, its value and its fix, and adopts nothing', async () => {
  const pack = join(folder, 'faulty');
  await run('office', 'export', pack);
  change(pack, 'office.json', (office: object) => ({ ...office, email: 'nobody' }));
  change(pack, 'events.json', () => ({ kinds: [] }));
  for (const texts of [
    ['office', 'check', pack],
    ['office', 'adopt', pack, '--from', '2099-09-01'],
  ]) {
    const stated = await run(...texts);
    expect(stated.code).toBe(1);
    expect(stated.lines).toEqual([
      { kind: 'fault', file: 'office.json', path: '/email', reason: 'wrong-form', value: '"nobody"' },
      { kind: 'fault', file: 'events.json', path: '/kinds', reason: 'too-short', value: '[]' },
      { kind: 'summary', faults: 2 },
    ]);
  }
  const texts = await jalon(['office', 'check', pack, '--lang', 'en'], { environment: here });
  expect(texts.stdout).toContain(
    'office.json /email: this value has not the form expected ("nobody"). To mend it:',
  );
});

it('names each badge without its two sentences, with an example, and calls this no fault', async () => {
  const pack = join(folder, 'silent');
  await run('office', 'export', pack);
  change(pack, 'office.json', ({ badges, ...office }: { badges: Record<string, object> }) => {
    const { 'RUPN-ENG': _, ...others } = badges;
    return { ...office, badges: others };
  });
  const checked = await run('office', 'check', pack);
  expect(checked.code).toBe(0);
  expect(checked.lines.filter(({ kind }) => kind === 'missing-sentences')).toEqual([
    { kind: 'missing-sentences', badge: 'RUPN-ENG' },
  ]);
  const { stdout } = await jalon(['office', 'check', pack], { environment: here });
  expect(stdout).toContain('il manque ce que demande le badge RUPN-ENG et comment l’obtenir');
  expect(stdout).toContain('"RUPN-ENG": { "requires": { "fr": ');
});

it('begins a new service far away with another pack, and adds a badge to it from today', async () => {
  const first = await remote('office', 'adopt', EXAMPLE);
  expect(first.lines).toEqual([
    { kind: 'adopted', version: 1, difference: 'changes', criteria: { version: 1, from: '2020-09-01' } },
  ]);
  const again = await remote('office', 'adopt', EXAMPLE);
  expect([again.code, again.lines]).toEqual([0, [{ kind: 'unchanged' }]]);
  const catalogue = await (await fetch(`${server.url}/badges`)).text();
  expect(catalogue).toContain('Tisseur·se de réseau');
  const pack = join(folder, 'valorme');
  expect((await remote('office', 'export', pack)).code).toBe(0);
  expect(readFileSync(join(pack, 'drawings/bridge.svg'), 'utf8')).toBe(
    readFileSync(join(EXAMPLE, 'drawings/bridge.svg'), 'utf8'),
  );
  change(pack, 'badges.json', (badges: { achievements: object[] }) => ({
    ...badges,
    achievements: [...badges.achievements, { ...badges.achievements[0], code: 'VAL-NEUF' }],
  }));
  const checked = await remote('office', 'check', pack);
  expect(checked.lines.at(-1)).toEqual({ kind: 'summary', faults: 0, difference: 'adds' });
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
  const added = await remote('office', 'adopt', pack, '--from', today);
  expect(added.lines).toMatchObject([
    { version: 2, difference: 'adds', criteria: { version: 2, from: today } },
  ]);
  change(pack, 'badges.json', (badges: { achievements: object[] }) => ({
    ...badges,
    achievements: badges.achievements.slice(1),
  }));
  const early = await remote('office', 'adopt', pack, '--from', today);
  expect([early.code, early.stderr]).toEqual([1, expect.stringMatching(/demain|tomorrow/)]);
  const database = new Sqlite(join(folder, 'there.db'), { readonly: true });
  const lines = database.prepare('SELECT subject FROM audit WHERE action = ?').pluck().all('office-adopted');
  database.close();
  expect(lines.toSorted()).toEqual(['office/1', 'office/2']);
});
