import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { makeNextVersion } from '../support/next-version.ts';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';

const UNKNOWN_BADGE = '/credentials/AAAAAAAAAAAAAAAAAAAAAA';
/** The longest time that the answer of a page may take. */
const ANSWERED_WITHIN_MS = 2000;

let folder: string;
let file: string;
let environment: Readonly<Record<string, string>>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-unusable-'));
  file = join(folder, 'data', 'jalon.db');
  environment = {
    DATABASE_URL: `sqlite:${file}`,
    KEYS_DIR: join(folder, 'keys'),
    PUBLIC_URL: 'http://localhost:3000',
  };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...texts: readonly string[]) => jalon([...texts, '--lang', 'en'], { environment });

async function makeDatabase(): Promise<void> {
  expect((await run('migrate')).code).toBe(0);
}

function overwrite(at: number, length: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xff), 0, length, at);
  closeSync(handle);
}

/** Expects one line, without details from inside the program. */
function expectOneLine(stderr: string, texts: string): void {
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(texts)]);
}

describe('a verb on a database that cannot be used', { timeout: 240_000 }, () => {
  it('explains in one line that the file is damaged, no database, or of another program', async () => {
    await makeDatabase();
    overwrite(100, 8000);
    const damaged = await run('evaluate');
    expect(damaged.code).toBe(3);
    expectOneLine(damaged.stderr, 'restore a backup');

    writeFileSync(file, 'x'.repeat(20_000));
    const none = await run('serve');
    expect(none.code).toBe(3);
    expectOneLine(none.stderr, 'is not a database of Jalon');

    rmSync(file);
    const other = new Sqlite(file);
    other.exec('create table moz_places (id integer)');
    other.close();
    chmodSync(file, 0o640);
    const before = readFileSync(file);
    const thirdParty = await run('issue');
    expect(thirdParty.code).toBe(3);
    expectOneLine(thirdParty.stderr, 'is not a database of Jalon');
    expect(readFileSync(file)).toEqual(before);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('stops a server whose file has one damaged page, in one line', async () => {
    await makeDatabase();
    const page = 4096;
    overwrite(statSync(file).size - page, page);
    const served = await jalon(['serve', '--lang', 'en'], {
      environment: { ...environment, PORT: '0', DEMO: '0' },
    });
    expect(served.code).toBe(3);
    expect(served.stderr.trim().split('\n').at(-1)).toContain('restore a backup');
  });

  it('refuses a newer one, one of before the first release, and in production one to be migrated', async () => {
    await makeDatabase();
    const connection = new Sqlite(file);
    connection.exec("insert into kysely_migration values ('9999_next.sql', '2026-11-24')");
    const newer = await run('serve');
    expect(newer.code).toBe(3);
    expectOneLine(newer.stderr, 'A newer version of Jalon wrote this database: 9999_next.sql');

    connection.exec("delete from kysely_migration where name like '9999%'");
    connection.exec('alter table program_credential rename to of_later');
    const ofDevelopment = await run('serve');
    expect(ofDevelopment.code).toBe(3);
    expectOneLine(ofDevelopment.stderr, 'put the folder var/ or .wrangler/state aside');

    connection.exec('alter table of_later rename to program_credential');
    connection.close();
    const production = {
      ...environment,
      ...PRODUCTION_SETTINGS,
      DATABASE_URL: environment['DATABASE_URL'] ?? '',
    };
    const pending = await jalon(['serve', '--lang', 'en'], {
      root: makeNextVersion(folder),
      environment: production,
    });
    expect(pending.code).toBe(3);
    expectOneLine(pending.stderr, 'run `jalon migrate`');
  });

  it('puts a backup in the place of a file that is no database, and keeps its bytes', async () => {
    await makeDatabase();
    const backup = join(folder, 'backup.db');
    expect((await run('backup', backup)).code).toBe(0);
    writeFileSync(file, 'x'.repeat(20_000));
    expect((await run('restore', backup)).code).toBe(0);
    expect(existsSync(`${file}.damaged-1`)).toBe(true);
    expect((await run('evaluate')).code).toBe(0);
  });
});

describe('a server whose database is', { timeout: 240_000 }, () => {
  let server: RunningServer;
  beforeEach(async () => {
    await jalon(['keys', 'generate'], { environment });
    server = await startServer(environment);
  });
  afterEach(() => server.stop());

  const timed = async (path: string, init?: RequestInit) => {
    const began = performance.now();
    const answer = await fetch(`${server.url}${path}`, init);
    const text = await answer.text();
    return { status: answer.status, text, headers: answer.headers, milliseconds: performance.now() - began };
  };

  it('locked by another process: writes are refused in time, the rest continues, and it recovers', async () => {
    const { lines } = await jalon(['token', 'create', '--role', 'dane', '--name', 'x', '--json'], {
      environment,
    });
    const init = {
      method: 'POST',
      headers: { Authorization: `Bearer ${lines[0]?.['token']}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ role: 'reader', name: 'y' }),
    };
    const holder = new Sqlite(file);
    holder.exec('BEGIN IMMEDIATE');
    const writing = timed('/api/v1/tokens', init);
    const beside = await Promise.all(Array.from({ length: 20 }, () => timed('/health/live')));
    const refused = await writing;
    const ready = await timed('/health/ready');
    const forWriting = await timed('/health/ready?for=writing');
    holder.exec('ROLLBACK');
    holder.close();
    expect(refused).toMatchObject({ status: 503 });
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'unavailable' });
    expect(refused.text).not.toContain(folder);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.milliseconds).toBeLessThan(ANSWERED_WITHIN_MS);
    // All of them were answered while the other one waited.
    for (const one of beside) expect(one.milliseconds).toBeLessThan(refused.milliseconds);
    expect(ready.status).toBe(200);
    expect(JSON.parse(ready.text)).toMatchObject({
      warnings: expect.arrayContaining(['database-not-writable']),
      meanings: { 'database-not-writable': expect.stringContaining('verrouillée') },
    });
    expect(forWriting.status).toBe(503);
    expect(JSON.parse(forWriting.text)).toMatchObject({ reason: 'database', warnings: expect.any(Array) });
    expect((await timed('/api/v1/tokens', init)).status).toBe(200);
    expect((await timed('/health/ready?for=writing')).status).toBe(200);
  });

  it('damaged while it runs: pages explain it in words, and the health check is answered', async () => {
    const other = new Sqlite(file);
    // Otherwise the log and the server's memory would hide the damage.
    other.exec('create table trace (a)');
    other.pragma('wal_checkpoint(TRUNCATE)');
    other.close();
    overwrite(100, 400_000);
    const page = await timed(UNKNOWN_BADGE, { headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect(page.status).toBe(503);
    expect(page.text).toContain('The service is briefly unavailable');
    expect(page.milliseconds).toBeLessThan(ANSWERED_WITHIN_MS);
    expect((await timed('/health/live')).status).toBe(200);
    expect((await timed('/health/ready')).status).toBe(503);
  });
});

describe('a database and its folder', { timeout: 240_000 }, () => {
  it('can be read only by their owner from the first byte, with any umask', async () => {
    await makeDatabase();
    const connection = new Sqlite(file);
    connection.exec('create table trace (a)');
    for (const path of [join(folder, 'data'), file, `${file}-wal`, `${file}-shm`]) {
      expect(statSync(path).mode & 0o077).toBe(0);
    }
    connection.close();
  });
});
