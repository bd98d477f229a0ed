import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupSqlite, restoreSqlite } from '../../src/adapters/storage/engines/backup.node.ts';
import { migrateDatabaseFile } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { ADA, WORLD } from '../contracts/store-values.ts';
import { jalon } from '../support/command-line.ts';
import { type Folder, MIGRATIONS, openFolder } from './sqlite-folder.ts';

const ALL = readdirSync(MIGRATIONS).sort();
/** What an earlier version had. */
const EARLIER = ALL.slice(0, 5);

let folder: Folder;
let backup: string;
beforeEach(async () => {
  folder = openFolder();
  backup = join(folder.path, 'backup.db');
  const store = await folder.open();
  await store.commit(WORLD);
  await store.close();
});
afterEach(() => folder.remove());

const restore = (from = backup) => restoreSqlite({ from, to: folder.file, migrationsFolder: MIGRATIONS });

async function makeEarlierBackup(): Promise<void> {
  const migrationsFolder = join(folder.path, 'migrations');
  mkdirSync(migrationsFolder);
  for (const name of EARLIER) copyFileSync(join(MIGRATIONS, name), join(migrationsFolder, name));
  await migrateDatabaseFile({ file: backup, migrationsFolder });
  const connection = new Sqlite(backup);
  connection.exec("insert into person (id, given_name, family_name) values ('then', 'Claire', 'Dupont')");
  connection.close();
}

async function namesThere(): Promise<readonly string[]> {
  const store = await folder.open();
  const people = await store.readPeople([ADA, 'then' as never]);
  await store.close();
  return people.map(({ familyName }) => familyName);
}

describe('restoring a backup', () => {
  it('migrates one that an earlier version made, and leaves the file as it was', async () => {
    await makeEarlierBackup();
    const before = readFileSync(backup);
    expect(await restore()).toEqual(ALL.slice(EARLIER.length));
    expect(readFileSync(backup)).toEqual(before);
    expect(await namesThere()).toEqual(['Dupont']);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('.restore'))).toEqual([]);
  });

  it('refuses one that a later version made, and touches nothing', async () => {
    await backupSqlite({ from: folder.file, to: backup });
    const connection = new Sqlite(backup);
    connection.exec(
      "insert into kysely_migration values ('9999_next.sql', '2026-11-24'); delete from person_email",
    );
    connection.close();
    const before = await namesThere();
    await expect(restore()).rejects.toMatchObject({
      code: 'newer-database',
      params: { migrations: ['9999_next.sql'] },
    });
    expect(await namesThere()).toEqual(before);
  });

  it('is followed by the word that the service is to be started again and what was revoked is valid', async () => {
    await makeEarlierBackup();
    const { code, lines, stderr } = await jalon(['restore', backup, '--json', '--lang', 'en'], {
      environment: { DATABASE_URL: `sqlite:${folder.file}`, PUBLIC_URL: 'https://jalon.test' },
    });
    expect(code).toBe(0);
    expect(lines).toEqual([{ kind: 'restored', file: backup, migrations: ALL.length - EARLIER.length }]);
    expect(stderr).toContain('a badge revoked since is valid again');
    expect(statSync(folder.file).size).toBeGreaterThan(0);
  });
});
