import { spawn } from 'node:child_process';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { jalon, ROOT } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { digestOfTables, importToUndo } from '../support/import-to-undo.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const LINES = 6000;
const LIMIT_MS = 240_000;

let service: TestService;
let database: Sqlite.Database;
let id: string;
let before: Awaited<ReturnType<typeof digest>>;
beforeEach(async () => {
  service = await startTestService();
  const files = importToUndo(LINES);
  await service.importText(files.before);
  database = new Sqlite(service.environment['DATABASE_URL']?.replace('sqlite:', ''), { readonly: true });
  before = await digest();
  await service.importText(files.undone);
  id = (await service.ports.store.readImportRuns(1))[0]?.id ?? '';
}, LIMIT_MS);
afterEach(async () => {
  database.close();
  await service.stop();
});

function digest() {
  const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  const ask = async (sql: string) => database.prepare(sql).all() as readonly object[];
  return digestOfTables(ask, tables as readonly string[]);
}

const countUndone = () =>
  database.prepare("select count(*) from import_change where verdict = 'undone'").pluck().get() as number;

/** Runs `imports undo` and sends it a signal once this many records are undone. */
async function undoUntil(records: number, signal: 'SIGKILL' | 'SIGTERM') {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'imports', 'undo', id, '--json'], {
    env: { PATH: process.env['PATH'] ?? '', ...service.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const look = setInterval(() => {
    if (countUndone() < records) return;
    clearInterval(look);
    child.kill(signal);
  }, 5);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  const undone = countUndone();
  expect(undone).toBeGreaterThanOrEqual(records);
  expect(undone).toBeLessThan(LINES);
  return { code, stderr };
}

/** Undoes the rest, and compares the database with its state before the import. */
async function expectTheSameEnd() {
  const last = await jalon(['imports', 'undo', id, '--json'], { environment: service.environment });
  expect(last.code).toBe(0);
  const sums = { removed: 0, restored: 0, stays: 0 };
  for (const line of last.lines) {
    for (const name of ['removed', 'restored', 'stays'] as const) sums[name] += Number(line[name]);
  }
  expect(sums).toEqual({ removed: LINES - LINES / 5, restored: LINES / 5, stays: 0 });
  expect(await digest()).toEqual(before);
  expect((await service.ports.store.readImportRun(id))?.undone).toBeDefined();
  expect(await contradictionsOf(service)).toEqual([]);
}

it(
  'undoes an import to the same end where it is killed in the middle, again and again',
  async () => {
    // Each run waits until the claim of the previous run has expired.
    for (const records of [1, LINES / 2]) {
      expect(await undoUntil(records, 'SIGKILL')).toMatchObject({ code: null });
    }
    await expectTheSameEnd();
  },
  LIMIT_MS,
);

it(
  'stops after the records in progress at a signal, reports this, and continues when asked again',
  async () => {
    const { code, stderr } = await undoUntil(LINES / 4, 'SIGTERM');
    expect(code).toBe(1);
    expect(stderr).toContain(fr.cli.undoingStopped);
    const undone = countUndone();
    for (const job of await service.ports.store.readDueJobs(service.ports.clock.now(), 5)) {
      expect((await service.ports.store.readJob(job))?.command.kind).not.toBe('undo-import');
    }
    expect(countUndone()).toBe(undone);
    await expectTheSameEnd();
  },
  LIMIT_MS,
);
