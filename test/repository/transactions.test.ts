import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const TOOL = join(import.meta.dirname, '../../tools/transactions.mjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-transactions-'));
  mkdirSync(join(folder, 'src'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function runLint(code: string): { readonly exitCode: number | null; readonly said: string } {
  writeFileSync(join(folder, 'src/one.ts'), code);
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

  it('refuses a folder without sources', () => {
    rmSync(join(folder, 'src'), { recursive: true });
    expect(spawnSync(process.execPath, [TOOL, folder]).status).toBe(1);
  });
});
