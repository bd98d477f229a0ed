import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const TOOL = join(ROOT, 'tools/transactions.mjs');
/** A file with a function that is exempt, because it has the connection to itself. */
const SQLITE = 'src/adapters/storage/engines/sqlite.node.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-transactions-'));
  mkdirSync(join(folder, 'src'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function runLint(
  code: string,
  file = 'src/one.ts',
): { readonly exitCode: number | null; readonly said: string } {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), code);
  const { status, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
  return { exitCode: status, said: stderr };
}

describe('the check of transactions', () => {
  it.each([
    ['an async function', 'db.transaction(async () => { insert(); })'],
    ['a function that awaits further in', 'db.transaction(() => { const f = async () => await g(); f(); })'],
    ['a transaction of Kysely that awaits', 'db.transaction().execute(async (one) => { await one.x(); })'],
    ['a beginning written out', "db.exec('BEGIN IMMEDIATE')"],
    ['a beginning without more', 'db.exec(`begin`)'],
    ['an end written out', "await client.query('COMMIT')"],
    ['a savepoint', 'await send(client, [`SAVEPOINT one`])'],
  ])('refuses %s', (_, code) => {
    const { exitCode, said } = runLint(code);
    expect(said).toMatch(/^src\/one\.ts:1: a transaction /);
    expect(exitCode).toBe(1);
  });

  it.each([
    ['a function that runs to its end', 'db.transaction(() => { insert(); })'],
    ['a name in a type', "type Needs = Pick<Store, 'commit' | 'begin'>"],
    ['a sentence', "say('begins on Monday')"],
  ])('lets pass %s', (_, code) => {
    expect(runLint(code)).toEqual({ exitCode: 0, said: '' });
  });

  it('accepts the exempt function of the SQLite engine', () => {
    expect(runLint(readFileSync(join(ROOT, SQLITE), 'utf8'), SQLITE)).toEqual({ exitCode: 0, said: '' });
  });

  it('refuses a wait inside a transaction in another function of the same file', () => {
    const source = readFileSync(join(ROOT, SQLITE), 'utf8');
    const taken = 'await patiently(patienceMilliseconds, () => lock.immediate());';
    expect(source).toContain(taken);
    const { exitCode, said } = runLint(
      source.replace(
        taken,
        "connection.exec('BEGIN IMMEDIATE');\nawait setImmediate();\nconnection.exec('ROLLBACK');",
      ),
      SQLITE,
    );
    expect(said.match(/: a transaction written out/g)).toHaveLength(2);
    expect(exitCode).toBe(1);
  });

  it.each([
    ['a function inside the exempt one', "function migrateUnderLock() { const f = () => db.exec('BEGIN'); }"],
    [
      'a function of the same name elsewhere',
      "function migrateUnderLock() { db.exec('BEGIN'); }",
      'src/a.ts',
    ],
    ['the top of the file', "db.exec('BEGIN');"],
  ])('refuses a transaction written out in %s', (_, code, file = SQLITE) => {
    expect(runLint(code, file).exitCode).toBe(1);
  });

  it('refuses a folder without sources', () => {
    rmSync(join(folder, 'src'), { recursive: true });
    expect(spawnSync(process.execPath, [TOOL, folder]).status).toBe(1);
  });
});
