import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { D1Database, D1Statement } from '../../src/adapters/storage/engines/d1.worker.ts';
import { ROOT } from '../support/command-line.ts';
import { readTemplate } from '../support/fixtures/template.ts';
import { LOCAL_WRANGLER } from '../support/local-wrangler.ts';
import { openD1InWorkerd } from './d1-in-workerd.ts';

export interface Platform {
  /** Throws where a statement exceeds a limit of Cloudflare. */
  readonly database: D1Database;
  /** The number of statements so far. */
  readonly statements: () => number;
  /** The folder of its files. */
  readonly folder: string;
  /** Empties every table. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** D1 as wrangler runs it on this machine, migrated by `wrangler d1 migrations apply`. */
export async function openPlatform(): Promise<Platform> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-d1-'));
  cpSync(await makeMigrated(), folder, { recursive: true });
  const { database, close } = openD1InWorkerd({ folder: join(folder, 'v3'), id: databaseId() });
  return {
    ...watched(database),
    folder,
    clear: await makeClear(database),
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Wrangler names the files of a database by its id. */
function databaseId(): string {
  const [, id] = /^database_id = "([^"]+)"$/m.exec(readFileSync(join(ROOT, 'wrangler.toml'), 'utf8')) ?? [];
  if (id === undefined) throw new Error('wrangler.toml names no database');
  return id;
}

/** An empty database, migrated. Wrangler takes ten seconds of processor time for it, so the first test file makes
 *  it for all of this run, and each gets a copy. */
async function makeMigrated(): Promise<string> {
  const template = await readTemplate();
  const folder = join(template, 'd1');
  if (isFirst(join(template, 'd1-begun'))) {
    const beside = mkdtempSync(`${folder}-`);
    applyMigrations(beside);
    renameSync(beside, folder);
  }
  // The hook that waits here has its own limit.
  while (!existsSync(folder)) await wait(100);
  return folder;
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}

function applyMigrations(folder: string): void {
  const texts = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folder];
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/wrangler/bin/wrangler.js'), ...texts],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...LOCAL_WRANGLER } },
  );
  if (status !== 0) throw new Error(stderr);
}

async function makeClear(database: D1Database): Promise<() => Promise<void>> {
  const { results } = await database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'd1\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all();
  const tables = results.map((row) => String(row['name']));
  const isFilled = inGroups(tables).map((group) => {
    const columns = group.map((table) => `EXISTS (SELECT 1 FROM "${table}") AS "${table}"`);
    return database.prepare(`SELECT ${columns.join(', ')}`);
  });
  return async () => {
    // Most tests fill few tables, and each statement costs a good deal more than it does on a file.
    const answers = await database.batch(isFilled);
    const filled = answers.flatMap(({ results: [row = {}] }) =>
      Object.keys(row).filter((table) => row[table]),
    );
    const deletions = filled.map((table) => database.prepare(`DELETE FROM "${table}"`));
    await database.batch([database.prepare('PRAGMA defer_foreign_keys = on'), ...deletions]);
  };
}

/** A query has at most a hundred columns. */
function inGroups(tables: readonly string[]): readonly (readonly string[])[] {
  const groups = Array.from({ length: Math.ceil(tables.length / 50) }, (_, turn) => turn * 50);
  return groups.map((from) => tables.slice(from, from + 50));
}

/** https://developers.cloudflare.com/d1/platform/limits/ */
const PARAMETERS_A_STATEMENT = 100;
const BYTES_A_STATEMENT = 100_000;
const BYTES_A_TEXT = 2_000_000;

function watched(database: D1Database) {
  let count = 0;
  const encoder = new TextEncoder();
  const prepare = (sql: string): D1Statement => {
    count += 1;
    if (encoder.encode(sql).length > BYTES_A_STATEMENT) throw new Error('a statement is too long for D1');
    const statement = database.prepare(sql);
    return {
      ...statement,
      all: () => statement.all(),
      bind: (...values) => {
        if (values.length > PARAMETERS_A_STATEMENT)
          throw new Error(`${values.length} parameters in one statement`);
        const tooLong = values.some(
          (value) => typeof value === 'string' && encoder.encode(value).length > BYTES_A_TEXT,
        );
        if (tooLong) throw new Error('a parameter is too long for D1');
        return statement.bind(...values);
      },
    };
  };
  return {
    statements: () => count,
    database: { prepare, batch: (statements) => database.batch(statements) } satisfies D1Database,
  };
}
