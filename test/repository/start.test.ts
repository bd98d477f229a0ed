import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../support/servers/free-port.ts';

const ROOT = join(import.meta.dirname, '../..');
const FIRST_START_SECONDS = 90;
const SECOND_START_SECONDS = 15;

/** The results and the output of one start of the server. */
interface Start {
  readonly seconds: number;
  readonly output: string;
  readonly exitCode: number | null;
  readonly files: ReadonlyMap<string, number>;
  readonly tables: ReadonlyMap<string, readonly unknown[]>;
}

/** A copy of this repository like a fresh clone, with the installed packages next to it, because installing
 *  again would take minutes. Its `npm` records each call and fails. */
function makeClone(): string {
  const clone = mkdtempSync(join(tmpdir(), 'jalon-start-'));
  const listed = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    cpSync(join(ROOT, file), join(clone, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  mkdirSync(join(clone, 'var/bin'), { recursive: true });
  writeFileSync(
    join(clone, 'var/bin/npm'),
    `#!/bin/sh\necho "$@" >> '${join(clone, 'var/npm-calls')}'\nexit 1\n`,
  );
  chmodSync(join(clone, 'var/bin/npm'), 0o755);
  return clone;
}

async function waitUntilReady(child: ChildProcess, url: string): Promise<number> {
  const began = Date.now();
  while (child.exitCode === null && Date.now() - began < FIRST_START_SECONDS * 1000) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return (Date.now() - began) / 1000;
    await wait(50);
  }
  return Number.POSITIVE_INFINITY;
}

function modificationTimes(folder: string, names: readonly string[]): Map<string, number> {
  const files = names
    .filter((name) => existsSync(join(folder, name)))
    .flatMap((name) => filesUnder(folder, name));
  return new Map(files.map((file) => [file, lstatSync(join(folder, file)).mtimeMs]));
}

function filesUnder(folder: string, name: string): string[] {
  if (!lstatSync(join(folder, name)).isDirectory()) return [name];
  return readdirSync(join(folder, name)).flatMap((inner) => filesUnder(folder, join(name, inner)));
}

/** Every row of every table, so that any loss or repetition is noticed. */
function readTables(file: string): Map<string, readonly unknown[]> {
  const database = new Database(file, { readonly: true });
  const names = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  const tables = new Map(
    names.map((name) => [String(name), database.prepare(`SELECT * FROM "${name}"`).all()]),
  );
  database.close();
  return tables;
}

/** The lines of the audit in which a start notes the word of its operator on the clock. */
function trustOf(tables: Start['tables']): readonly unknown[] {
  return (tables.get('audit') ?? []).filter(isTrust);
}

/** Without that line, and without the places that the start gives to lines that waited. */
function withoutTrust(tables: Start['tables']): Start['tables'] {
  const saved = [...tables].filter(([name]) => !name.startsWith('audit_') && name !== 'invariant_answer');
  return new Map(
    saved.map(([name, rows]) => {
      const all = rows.filter((row) => !isNightly(row));
      return [name, name === 'audit' ? all.filter((row) => !isTrust(row)).map(unplaced) : all];
    }),
  );
}

/** In the first hour of a day, the timer of one start or the other begins to ask the invariants. */
const isNightly = (row: unknown) => JSON.stringify(row).includes('ask-invariants');

function unplaced(row: unknown): object {
  return { ...(row as object), position: undefined };
}

function isTrust(row: unknown): boolean {
  return (row as { readonly action: string }).action === 'clock-trusted';
}

describe('the first and the second start of a fresh clone', () => {
  let clone: string;
  let url: string;
  let first: Start;
  let second: Start;

  async function start(): Promise<Start> {
    const child = spawn(process.execPath, ['bin/jalon.mjs', 'serve'], {
      cwd: clone,
      env: {
        HOME: process.env['HOME'],
        PATH: [join(clone, 'var/bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
        PORT: new URL(url).port,
        DATABASE_URL: `sqlite:${join(clone, 'var/test.db')}`,
        KEYS_DIR: join(clone, 'keys'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => (stdout += text));
    child.stderr.on('data', (text) => (stderr += text));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const seconds = await waitUntilReady(child, url);
    child.kill('SIGTERM');
    const exitCode = await ended;
    const watched = ['dist', 'keys', 'node_modules/.jalon-installed', 'var/npm-calls'];
    const files = modificationTimes(clone, watched);
    const database = join(clone, 'var/test.db');
    const tables = existsSync(database) ? readTables(database) : new Map<string, readonly unknown[]>();
    return { seconds, output: stdout + stderr, exitCode, files, tables };
  }

  beforeAll(async () => {
    clone = makeClone();
    url = `http://localhost:${await findFreePort()}`;
    first = await start();
    second = await start();
  }, 240_000);

  afterAll(() => {
    rmSync(clone, { recursive: true, force: true });
  });

  it('both become ready and stop in good order on request', () => {
    expect(first, first.output).toMatchObject({ exitCode: 0 });
    expect(second, second.output).toMatchObject({ exitCode: 0 });
    expect(first.seconds).toBeLessThan(FIRST_START_SECONDS);
    expect(second.seconds).toBeLessThan(SECOND_START_SECONDS);
  });

  it('both name the page to open', () => {
    expect(first.output).toContain(url);
    expect(second.output).toContain(url);
  });

  it('the first builds, makes a key, migrates and loads the demonstration', () => {
    expect(first.output).toContain('Building…');
    expect([...first.files.keys()]).toContain('dist/cli.js');
    expect(
      [...first.files.keys()].filter((file) => /^keys\/(?!README\.md|\.gitignore)/.test(file)),
    ).not.toEqual([]);
    expect(
      [...first.tables].filter(([name, rows]) => name.includes('migration') && rows.length > 0),
    ).not.toEqual([]);
    expect([...first.tables.values()].flat().length).toBeGreaterThan(300);
  });

  it('neither installs packages that are there', () => {
    expect([...second.files.keys()]).toContain('node_modules/.jalon-installed');
    expect([...second.files.keys()]).not.toContain('var/npm-calls');
  });

  it('the second installs, builds and generates nothing', () => {
    expect(second.output).not.toMatch(/Installing|Building|Fetching/);
    expect(second.files).toEqual(first.files);
  });

  it('the second migrates nothing, loads nothing again and loses nothing', () => {
    expect(second.tables.size).toBeGreaterThan(0);
    expect(withoutTrust(second.tables)).toEqual(withoutTrust(first.tables));
  });

  it('each notes that its operator trusts the clock, where the tests run on another day', () => {
    const trusting = process.env['JALON_CLOCK'] ? 1 : 0;
    expect([first, second].map(({ tables }) => trustOf(tables).length)).toEqual([trusting, 2 * trusting]);
  });
});
