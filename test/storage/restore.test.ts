import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupSqlite, restoreSqlite } from '../../src/adapters/storage/engines/backup.node.ts';
import { migrateDatabaseFile } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { FIXTURE } from '../contracts/store-values.ts';
import { jalon } from '../support/command-line.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { makeNextMigrations, makeNextVersion, NEXT_MIGRATION } from '../support/next-version.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

let folder: Folder;
let backup: string;
beforeEach(async () => {
  folder = openFolder();
  backup = join(folder.path, 'backup.db');
  const store = await folder.open();
  await store.commit(FIXTURE);
  await store.close();
});
afterEach(() => folder.remove());

const restore = (migrationsFolder = MIGRATIONS) =>
  restoreSqlite({ from: backup, to: folder.file, migrationsFolder });

/** A backup with a person who is not in the database. */
async function makeOtherBackup(): Promise<void> {
  await migrateDatabaseFile({ file: backup, migrationsFolder: MIGRATIONS });
  const connection = new Sqlite(backup);
  connection.exec(
    "insert into person (id, given_name, family_name, folded_name) values ('then', 'Claire', 'Dupont', '')",
  );
  connection.close();
}

function familyNamesThere(): readonly unknown[] {
  const connection = new Sqlite(folder.file, { readonly: true });
  const names = connection.prepare('select family_name from person order by id').pluck().all();
  connection.close();
  return names;
}

describe('restoring a backup', () => {
  it('migrates one of an earlier version, and leaves the file unchanged', async () => {
    await makeOtherBackup();
    const before = readFileSync(backup);
    expect(await restore(makeNextMigrations(folder.path))).toEqual([NEXT_MIGRATION]);
    expect(readFileSync(backup)).toEqual(before);
    expect(familyNamesThere()).toEqual(['Dupont']);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('.restore'))).toEqual([]);
  });

  it('refuses one of a later version, and touches nothing', async () => {
    await backupSqlite({ from: folder.file, to: backup, migrationsFolder: MIGRATIONS });
    const connection = new Sqlite(backup);
    connection.exec(
      "insert into kysely_migration values ('9999_next.sql', '2026-11-24'); delete from person_email",
    );
    connection.close();
    const before = familyNamesThere();
    await expect(restore()).rejects.toMatchObject({
      code: 'newer-database',
      params: { migrations: ['9999_next.sql'] },
    });
    expect(familyNamesThere()).toEqual(before);
  });

  it('warns that the service must be started again and that revoked badges are valid again', async () => {
    await makeOtherBackup();
    const { code, lines, stderr } = await jalon(['restore', backup, '--json', '--lang', 'en'], {
      root: makeNextVersion(folder.path),
      environment: { DATABASE_URL: `sqlite:${folder.file}`, PUBLIC_URL: 'https://jalon.test' },
    });
    expect(code).toBe(0);
    expect(lines).toEqual([{ kind: 'restored', file: backup, migrations: 1 }]);
    expect(stderr).toContain('a badge revoked since is valid again');
    expect(statSync(folder.file).size).toBeGreaterThan(0);
  });
});
