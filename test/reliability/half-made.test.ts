import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupSqlite, restoreSqlite } from '../../src/adapters/storage/engines/backup.node.ts';
import { migrateDatabaseFile } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { ROOT } from '../support/command-line.ts';
import { MIGRATIONS } from '../support/migrations.ts';

const ROWS = 60_000;
const KILLS = 6;

let folder: string;
let file: string;
let backup: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-half-made-'));
  file = join(folder, 'jalon.db');
  backup = join(folder, 'copies', 'backup.db');
  await migrateDatabaseFile({ file, migrationsFolder: MIGRATIONS });
  const database = new Sqlite(file);
  const insert = database.prepare(
    "insert into audit (id, at, actor, action, subject, details) values (hex(randomblob(16)), '2026-01-01T00:00:00Z', ?, 'x', ?, ?)",
  );
  database.transaction(() => {
    for (let row = 0; row < ROWS; row += 1) insert.run(`actor ${row}`, `subject ${row}`, 'y'.repeat(300));
  })();
  database.close();
}, 240_000);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const left = (place: string) => readdirSync(place).filter((name) => name.startsWith('.jalon-tmp-'));
const audits = (of: string) => {
  const database = new Sqlite(of, { readonly: true });
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return database.prepare('select count(*) from audit').pluck().get();
  } finally {
    database.close();
  }
};

/** Runs a verb, and kills it a moment after its half-made folder has appeared; returns whether it was killed
 *  then. */
async function killHalfWay(texts: readonly string[], place: string, turn: number): Promise<boolean> {
  const child = spawn(process.execPath, [`${ROOT}dist/cli.js`, ...texts], {
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: `sqlite:${file}`, DEMO: '0' },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const before = existsSync(place) ? left(place) : [];
  const isBegun = () => existsSync(place) && left(place).some((name) => !before.includes(name));
  while (child.exitCode === null && !isBegun()) await wait(1);
  await wait(turn * 10);
  child.kill('SIGKILL');
  return (await ended) === 'SIGKILL';
}

it('of two backups of one name at once, one is made and the other is refused in words', async () => {
  const made = await Promise.allSettled(
    [1, 2].map(() => backupSqlite({ from: file, to: backup, migrationsFolder: MIGRATIONS })),
  );
  expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const rejection = made.find((one) => one.status === 'rejected')?.reason;
  expect(rejection).toMatchObject({ code: 'unreadable-file', params: { reason: 'exists' } });
  expect(audits(backup)).toBe(ROWS);
});

describe('a process killed in the middle of', { timeout: 240_000 }, () => {
  it('a backup leaves no incomplete file of that name, and the next one removes its leftovers', async () => {
    const place = join(folder, 'copies');
    let killed = 0;
    for (let turn = 0; turn < KILLS; turn += 1) {
      if (await killHalfWay(['backup', backup], place, turn)) killed += 1;
      for (const name of left(place)) expect(statSync(join(place, name)).mode & 0o077).toBe(0);
      if (existsSync(backup)) expect(audits(backup)).toBe(ROWS);
      rmSync(backup, { force: true });
    }
    expect(killed).toBeGreaterThan(0);
    await backupSqlite({ from: file, to: backup, migrationsFolder: MIGRATIONS });
    expect(left(place)).toEqual([]);
    expect(audits(backup)).toBe(ROWS);
    expect(statSync(backup).mode & 0o077).toBe(0);
  });

  it('a restoration leaves the database as it was, or as the backup, and nothing to remove', async () => {
    await backupSqlite({ from: file, to: backup, migrationsFolder: MIGRATIONS });
    const database = new Sqlite(file);
    database.exec('delete from audit');
    database.close();
    let killed = 0;
    for (let turn = 0; turn < KILLS; turn += 1) {
      if (await killHalfWay(['restore', backup], folder, turn * 4)) killed += 1;
      expect([0, ROWS]).toContain(audits(file));
    }
    expect(killed).toBeGreaterThan(0);
    await restoreSqlite({ from: backup, to: file, migrationsFolder: MIGRATIONS });
    expect(audits(file)).toBe(ROWS);
    expect(left(folder)).toEqual([]);
  });
});
