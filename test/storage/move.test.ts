import { readdirSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migratePostgres } from '../../src/adapters/storage/engines/postgres.node.ts';
import { migrateDatabaseFile } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { openMoveSource } from '../../src/adapters/storage/move/source.node.ts';
import { moveToPostgres } from '../../src/adapters/storage/move/to-postgres.node.ts';
import { ADA, FIXTURE, person } from '../contracts/store-values.ts';
import { jalon } from '../support/command-line.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { makeNextMigrations } from '../support/next-version.ts';
import { makePostgresDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

let folder: Folder;
let database: PostgresDatabase;
beforeEach(async () => {
  folder = openFolder();
  database = await makePostgresDatabase();
  const store = await folder.open();
  await store.commit(FIXTURE);
  await store.close();
});
afterEach(async () => {
  await database.drop();
  folder.remove();
});

const move = (more: object = {}) =>
  moveToPostgres({ file: folder.file, url: database.url, migrationsFolder: MIGRATIONS, ...more });
const peopleThere = async () =>
  Number((await database.ask('select count(*) as people from person'))[0]?.['people']);

function write(sql: string): void {
  const connection = new Sqlite(folder.file);
  connection.exec(sql);
  connection.close();
}

/** The project's migrations and one more, like those of the next version. */
function migrationsOfTheNextVersion(): string {
  const tables = [
    'CREATE TABLE z_letter (id TEXT NOT NULL PRIMARY KEY, person_id TEXT REFERENCES person (id));',
    // This name comes earlier in the alphabet than the table that it refers to.
    'CREATE TABLE a_note (id TEXT NOT NULL PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES z_letter (id), weight DOUBLE PRECISION, text TEXT, state TEXT NOT NULL);',
  ];
  return makeNextMigrations(folder.path, `${tables.join('\n')}\n`);
}

describe('moving to PostgreSQL', () => {
  it('copies every table of the database, a new one too, with any references', async () => {
    const migrationsFolder = migrationsOfTheNextVersion();
    await migrateDatabaseFile({ file: folder.file, migrationsFolder });
    write(`insert into z_letter values ('z', '${ADA}');
      insert into a_note values ('n', 'z', 0.1, 'é"''\\ 😀' || char(10) || char(9), 'open');
      insert into a_note values ('o', 'z', 1e300, null, '')`);
    const moved = await move({ migrationsFolder });
    const there = await database.ask(
      "select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' order by 1",
    );
    expect(moved.map(({ table }) => table).sort()).toEqual(there.map((row) => row['tablename']));
    expect(moved.find(({ table }) => table === 'a_note')?.rows).toBe(2);
    expect(await database.ask('select * from a_note order by id')).toEqual([
      { id: 'n', letter_id: 'z', weight: 0.1, text: 'é"\'\\ 😀\n\t', state: 'open' },
      { id: 'o', letter_id: 'z', weight: 1e300, text: null, state: '' },
    ]);
  });

  it('reports its progress', async () => {
    const seen: (readonly [number, number])[] = [];
    const moved = await move({ onProgress: (done: number, total: number) => seen.push([done, total]) });
    const rows = moved.reduce((sum, count) => sum + count.rows, 0);
    expect(rows).toBeGreaterThan(5);
    expect(seen.at(-1)).toEqual([rows, rows]);
  });

  it('refuses a database with a row, and leaves it unchanged', async () => {
    await move();
    await expect(move()).rejects.toMatchObject({ code: 'cannot-move', params: { because: 'not-empty' } });
    expect(await peopleThere()).toBe(FIXTURE.filter(({ kind }) => kind === 'person-saved').length);
  });

  it('refuses a database of another program, and adds nothing to it', async () => {
    await database.ask('create table invoice (id text)');
    await expect(move()).rejects.toMatchObject({
      code: 'cannot-move',
      params: { because: 'not-ours', table: 'invoice' },
    });
    expect(await database.ask("select tablename from pg_tables where schemaname = 'public'")).toHaveLength(1);
  });

  it('refuses a database that a newer version prepared', async () => {
    await migratePostgres({ url: database.url, migrationsFolder: migrationsOfTheNextVersion() });
    await expect(move()).rejects.toMatchObject({
      code: 'cannot-move',
      params: { because: 'newer', migrations: ['9999_next.sql'] },
    });
  });

  it('refuses a source of a newer version, of which it does not know every table', async () => {
    write("insert into kysely_migration values ('9999_next.sql', '2026-11-24')");
    const params = { migrations: ['9999_next.sql'] };
    await expect(move()).rejects.toMatchObject({ code: 'newer-database', params });
    expect(await database.ask("select tablename from pg_tables where schemaname = 'public'")).toEqual([]);
  });

  it('leaves nothing if the last table cannot be copied', async () => {
    // PostgreSQL stores no text with this character, and the line is one of the last to be copied.
    write(
      "insert into outbox (id, kind, payload, created_at, due_at, attempts) values ('z', 'x', 'a' || char(0), '', '', 0)",
    );
    await expect(move()).rejects.toMatchObject({ code: 'cannot-move', params: { because: 'failed' } });
    expect(await peopleThere()).toBe(0);
    write("delete from outbox where id = 'z'");
    await move();
    expect(await peopleThere()).toBeGreaterThan(0);
  });

  it('copies nothing if another process writes in the meantime, because its line would be lost', async () => {
    const store = await folder.open();
    let written: Promise<void> | undefined;
    const onProgress = () => {
      written ??= store.commit([{ kind: 'person-saved', person: person('late' as never) }]);
    };
    await expect(move({ onProgress })).rejects.toMatchObject({
      code: 'cannot-move',
      params: { because: 'changed' },
    });
    await written;
    await store.close();
    expect(await peopleThere()).toBe(0);
  });

  it('prevents writing between its last look and its end', async () => {
    const source = openMoveSource(folder.file);
    expect(source.freeze()).toEqual({ hasChanged: false });
    const other = new Sqlite(folder.file, { timeout: 0 });
    const erase = () => other.exec('delete from api_token');
    expect(erase).toThrow('database is locked');
    source.close();
    erase();
    other.close();
  });

  it('lets only one of two concurrent moves succeed', async () => {
    await migratePostgres({ url: database.url, migrationsFolder: MIGRATIONS });
    const ends = await Promise.allSettled([move(), move()]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'cannot-move', params: { because: 'not-empty' } },
    });
  });
});

describe('jalon move', () => {
  const run = (texts: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    jalon(['move', ...texts, '--json', '--lang', 'en'], {
      environment: { DATABASE_URL: `sqlite:${folder.file}`, PUBLIC_URL: 'https://jalon.test', ...more },
    });

  it('takes the address from a variable, and reports each table and the sum', async () => {
    const { code, lines } = await run(['--to-env', 'NEW_HOME'], { NEW_HOME: database.url });
    expect(code).toBe(0);
    expect(lines).toContainEqual({ kind: 'table', table: 'person', rows: await peopleThere() });
    const tables = lines.slice(0, -1);
    const rows = tables.reduce((sum, line) => sum + Number(line['rows']), 0);
    expect(lines.at(-1)).toEqual({ kind: 'moved', tables: tables.length, rows });
  });

  it('never shows the password, in any error', async () => {
    const password = new URL(database.url).password;
    const closed = new URL(database.url);
    closed.port = '1';
    const wrong = new URL(database.url);
    wrong.username = 'nobody';
    const unknown = new URL(database.url);
    unknown.pathname = '/nowhere';
    await migratePostgres({ url: database.url, migrationsFolder: MIGRATIONS });
    await database.ask(
      "insert into api_token (id, name, role, secret_hash, created_at, expires_at) values ('t', 't', 'dane', 'h', '', '')",
    );
    for (const [address, exit] of [
      [closed.href, 3],
      [wrong.href, 3],
      [unknown.href, 3],
      [database.url.replace(password, `${password}%zz`), 3],
      [database.url.replace('postgres:', 'mysql:'), 2],
      [`postgres://${password}`, 2],
      [database.url, 1],
    ] as const) {
      const { code, stdout, stderr } = await run([], { JALON_MOVE_TO: address });
      expect([address, code]).toEqual([address, exit]);
      expect(stderr).not.toBe('');
      expect(stdout + stderr).not.toContain(password);
    }
  });

  it('asks for an address where there is none, and for an existing source', async () => {
    expect((await run([])).code).toBe(2);
    const from = { DATABASE_URL: `sqlite:${folder.path}/nothing.db` };
    expect((await run(['--to', database.url], from)).code).toBe(1);
    expect((await run(['--to', database.url], { DATABASE_URL: database.url })).code).toBe(2);
    expect(readdirSync(folder.path)).not.toContain('nothing.db');
  });
});

describe('the source of a move', () => {
  const late = [{ kind: 'person-saved', person: person('late' as never) }] as const;
  const countPeople = async () => {
    const connection = new Sqlite(folder.file);
    const people = connection.prepare('select count(*) from person').pluck().get();
    connection.close();
    return Number(people);
  };

  it('refuses later commits and gives out no work, also to a process that had it open', async () => {
    const running = await folder.open();
    await move();
    await expect(running.commit(late)).rejects.toMatchObject({ code: 'moved-to' });
    const restarted = await folder.open();
    await expect(restarted.commit(late)).rejects.toMatchObject({ code: 'moved-to' });
    await expect(restarted.ping()).rejects.toMatchObject({ code: 'moved-to' });
    const at = '2026-12-02T12:00:00Z' as never;
    await database.ask('select 1');
    write(`insert into outbox (id, kind, payload, created_at, due_at, attempts, claim_count)
      values ('o', 'send-mail', '{}', '2026-12-01T12:00:00Z', '2026-12-01T12:00:00Z', 0, 0)`);
    expect(await restarted.leaseOutbox({ by: 'me', ended: [], now: at, limit: 9 })).toEqual([]);
    await running.close();
    await restarted.close();
    expect(await countPeople()).toBe(await peopleThere());
    expect(await database.ask('select moved_to from life where moved_to is not null')).toEqual([]);
  });

  it('is written again once the mark was taken back', async () => {
    await move();
    const environment = { DATABASE_URL: `sqlite:${folder.file}`, KEYS_DIR: folder.path };
    const taken = await jalon(['move', '--take-back', '--json'], { environment });
    expect([taken.code, taken.lines]).toEqual([0, [{ kind: 'taken-back', marked: true }]]);
    const store = await folder.open();
    await store.commit(late);
    await store.close();
    expect(await countPeople()).toBe((await peopleThere()) + 1);
  });
});
