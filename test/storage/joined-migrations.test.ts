import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreSqlite } from '../../src/adapters/storage/engines/backup.node.ts';
import { migratePostgres, openPostgresStore } from '../../src/adapters/storage/engines/postgres.node.ts';
import { migrateDatabaseFile, openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { moveToPostgres } from '../../src/adapters/storage/move/to-postgres.node.ts';
import type { Store } from '../../src/application/ports.ts';
import { ADA, FIXTURE } from '../contracts/store-values.ts';
import { LEGACY_MIGRATIONS, toLegacyDatabase } from '../support/legacy/database.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { makeNextMigrations, NEXT_MIGRATION } from '../support/next-version.ts';
import { makeMigratedDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

/** The list of a new database. */
const ALL = readdirSync(MIGRATIONS).sort();
/** After the first migration alone, in the middle, and before the last one. */
const MIDWAY = [0, 7, LEGACY_MIGRATIONS.length - 1];

let folder: Folder;
beforeEach(async () => {
  folder = openFolder();
  const store = await folder.open();
  await store.commit(FIXTURE);
  await store.close();
});
afterEach(() => folder.remove());

const options = () => ({ file: folder.file, migrationsFolder: MIGRATIONS });
const everythingOf = async (store: Store) => ({
  counts: await store.countRows(),
  person: await store.exportPerson(ADA),
});

function write(sql: string): void {
  const connection = new Sqlite(folder.file);
  connection.exec(sql);
  connection.close();
}

function ask(sql: string, file = folder.file): readonly unknown[] {
  const connection = new Sqlite(file, { readonly: true });
  const answer = connection.prepare(sql).pluck().all();
  connection.close();
  return answer;
}

const LIST = 'select name from kysely_migration order by name';

async function everythingThere(): Promise<unknown> {
  const store = await openSqliteStore({ ...options(), migrating: 'if-new' });
  const everything = await everythingOf(store);
  await store.close();
  return everything;
}

describe('a SQLite file of before the migrations were joined', () => {
  it('that had all of them is up to date, has every row and the list of a new one', async () => {
    const expected = await everythingThere();
    write(toLegacyDatabase());
    expect(await everythingThere()).toEqual(expected);
    expect(ask(LIST)).toEqual(ALL);
    expect(await migrateDatabaseFile(options())).toEqual([]);
  });

  it('gets the migration of the next version, and not unasked in production', async () => {
    write(toLegacyDatabase());
    const next = { ...options(), migrationsFolder: makeNextMigrations(folder.path) };
    await expect(openSqliteStore({ ...next, migrating: 'if-new' })).rejects.toMatchObject({
      code: 'migrations-pending',
      params: { migrations: [NEXT_MIGRATION] },
    });
    expect(await migrateDatabaseFile(next)).toEqual([NEXT_MIGRATION]);
    expect(ask(LIST)).toEqual([...ALL, NEXT_MIGRATION]);
  });

  it.each(MIDWAY)('that stopped after %i of them is refused as it is', async (count) => {
    write(toLegacyDatabase(count));
    const before = ask(LIST);
    await expect(migrateDatabaseFile(options())).rejects.toMatchObject({ code: 'development-database' });
    expect(ask(LIST)).toEqual(before);
    expect(ask("select name from sqlite_schema where name = 'program_credential'")).toEqual([]);
  });

  it('that a newer version wrote into is refused as it is', async () => {
    write(toLegacyDatabase());
    write(`insert into kysely_migration values ('${NEXT_MIGRATION}', '2026-11-27')`);
    await expect(migrateDatabaseFile(options())).rejects.toMatchObject({
      code: 'newer-database',
      params: { migrations: [NEXT_MIGRATION] },
    });
    expect(ask(LIST)).toHaveLength(ALL.length + LEGACY_MIGRATIONS.length + 1);
  });

  it('is restored from its backup, and from what D1 exported', async () => {
    const expected = await everythingThere();
    write(toLegacyDatabase());
    const backup = join(folder.path, 'backup.db');
    copyFileSync(folder.file, backup);
    write('delete from person_email');
    const restored = { from: backup, to: folder.file, migrationsFolder: MIGRATIONS };
    expect(await restoreSqlite(restored)).toEqual([]);
    expect(await everythingThere()).toEqual(expected);

    const ofD1 = new Sqlite(backup);
    ofD1.exec(`create table d1_migrations (id integer primary key, name text, applied_at text not null);
      insert into d1_migrations (name, applied_at) select name, '2026-11-25 10:00:00' from kysely_migration;
      drop table kysely_migration; drop table kysely_migration_lock`);
    ofD1.close();
    expect(await restoreSqlite(restored)).toEqual([]);
    expect(await everythingThere()).toEqual(expected);
    expect(ask(LIST)).toEqual(ALL);
  });

  it('is not restored where its backup stopped midway', async () => {
    const expected = await everythingThere();
    const backup = join(folder.path, 'backup.db');
    copyFileSync(folder.file, backup);
    const connection = new Sqlite(backup);
    connection.exec(toLegacyDatabase(7));
    connection.close();
    const restored = restoreSqlite({ from: backup, to: folder.file, migrationsFolder: MIGRATIONS });
    await expect(restored).rejects.toMatchObject({ code: 'development-database' });
    expect(await everythingThere()).toEqual(expected);
  });
});

describe('a PostgreSQL database of before the migrations were joined', () => {
  let database: PostgresDatabase;
  beforeEach(async () => {
    database = await makeMigratedDatabase();
  });
  afterEach(() => database.drop());

  const list = async () => (await database.ask(LIST)).map((row) => row['name']);
  const migrate = () => migratePostgres({ url: database.url, migrationsFolder: MIGRATIONS });

  it('that had all of them is up to date, has every row and the list of a new one', async () => {
    const before = await database.open();
    await before.commit(FIXTURE);
    const expected = await everythingOf(before);
    await before.close();
    await database.ask(toLegacyDatabase());
    const store = await openPostgresStore({
      url: database.url,
      migrationsFolder: MIGRATIONS,
      migrating: 'if-new',
    });
    expect(await everythingOf(store)).toEqual(expected);
    await store.close();
    expect(await list()).toEqual(ALL);
    expect(await migrate()).toEqual([]);
  });

  it.each(MIDWAY)('that stopped after %i of them is refused as it is', async (count) => {
    await database.ask(toLegacyDatabase(count));
    const before = await list();
    await expect(migrate()).rejects.toMatchObject({ code: 'development-database' });
    expect(await list()).toEqual(before);
  });

  it('takes the rows of a SQLite file of that time, where it is empty', async () => {
    const expected = await everythingThere();
    write(toLegacyDatabase());
    await database.ask(toLegacyDatabase());
    await moveToPostgres({ ...options(), url: database.url });
    const store = await database.open();
    expect(await everythingOf(store)).toEqual(expected);
    await store.close();
    expect(await list()).toEqual(ALL);
  });
});
