import { readdirSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabaseFile, openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { ADA, FIXTURE, person } from '../contracts/store-values.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { makeNextMigrations, NEXT_MIGRATION } from '../support/next-version.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

let folder: Folder;
beforeEach(() => {
  folder = openFolder();
});
afterEach(() => folder.remove());

/** One column of the result of a query on the database file. */
function ask(sql: string): readonly unknown[] {
  const db = new Sqlite(folder.file, { readonly: true });
  try {
    return db.prepare(sql).pluck().all();
  } finally {
    db.close();
  }
}

describe('a SQLite file', () => {
  it('loses nothing when it is closed and opened again, and only its owner can read it', async () => {
    const store = await folder.open();
    await store.commit(FIXTURE);
    await store.close();
    const again = await folder.open();
    expect((await again.countRows()).people).toBe(2);
    await again.close();
    expect(statSync(folder.file).mode & 0o077).toBe(0);
  });

  it('reports which migrations ran, and none the second time', async () => {
    const options = { file: folder.file, migrationsFolder: MIGRATIONS };
    expect(await migrateDatabaseFile(options)).toEqual(readdirSync(MIGRATIONS).sort());
    expect(await migrateDatabaseFile(options)).toEqual([]);
  });

  it('of an earlier version is migrated, unless it is in use and only a new one may be', async () => {
    const earlier = await folder.open();
    await earlier.close();
    const options = { file: folder.file, migrationsFolder: makeNextMigrations(folder.path) };
    await expect(openSqliteStore({ ...options, migrating: 'if-new' })).rejects.toMatchObject({
      code: 'migrations-pending',
      params: { migrations: [NEXT_MIGRATION] },
    });
    expect(await migrateDatabaseFile(options)).toEqual([NEXT_MIGRATION]);
    await (await openSqliteStore({ ...options, migrating: 'if-new' })).close();
  });

  it('is left unchanged by a migration that fails half-way', async () => {
    const twice = 'CREATE TABLE next (id TEXT);\nCREATE TABLE next (id TEXT);\n';
    const migrationsFolder = makeNextMigrations(folder.path, twice);
    await migrateDatabaseFile({ file: folder.file, migrationsFolder: MIGRATIONS });
    await expect(migrateDatabaseFile({ file: folder.file, migrationsFolder })).rejects.toThrow(
      'already exists',
    );
    expect(ask("select count(*) from sqlite_master where name = 'next'")).toEqual([0]);
    expect(ask('select count(*) from person')).toEqual([0]);
  });

  it('is not touched by a dry run', async () => {
    const store = await folder.open();
    const dry = await store.openDryRun();
    await dry.commit([{ kind: 'person-saved', person: person(ADA) }]);
    await dry.close();
    expect((await store.countRows()).people).toBe(0);
    await store.close();
  });

  it('has no table with a person that is not exported', async () => {
    const store = await folder.open();
    await store.commit(FIXTURE);
    const exported = Object.keys((await store.exportPerson(ADA)) ?? {});
    await store.close();
    const withPerson = ask(
      `select distinct m.name from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' and c.name in ('person_id', 'recipient_id', 'award_id')`,
    );
    expect(withPerson.length).toBeGreaterThan(5);
    expect(exported).toEqual(expect.arrayContaining([...withPerson]));
  });
});
