import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreSqlite } from '../../src/adapters/storage/engines/backup.node.ts';
import { openD1Store } from '../../src/adapters/storage/engines/d1.worker.ts';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { moveToPostgres } from '../../src/adapters/storage/move/to-postgres.node.ts';
import type { Store } from '../../src/application/ports.ts';
import { ADA, FIXTURE } from '../contracts/store-values.ts';
import { ROOT } from '../support/command-line.ts';
import { LOCAL_WRANGLER } from '../support/local-wrangler.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { makePostgresDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import { openPlatform, type Platform } from './d1-platform.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-leave-d1-'));
let platform: Platform;
let expected: unknown;
let exported: string;
let database: PostgresDatabase;

beforeAll(async () => {
  platform = await openPlatform();
  const store = openD1Store(platform.database);
  await store.commit(FIXTURE);
  expected = await everythingOf(store);
  exported = exportSql(platform.folder);
  database = await makePostgresDatabase();
}, 120_000);
afterAll(async () => {
  await platform.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const everythingOf = async (store: Store) => ({
  counts: await store.countRows(),
  person: await store.exportPerson(ADA),
});

/** The command in the README: `wrangler d1 export`. */
function exportSql(persisted: string): string {
  const file = join(folder, 'd1.sql');
  // It has no option for the place of the local database: it looks below the folder of its settings.
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  mkdirSync(join(folder, '.wrangler'));
  symlinkSync(persisted, join(folder, '.wrangler/state'));
  copyFileSync(join(ROOT, 'wrangler.toml'), join(folder, 'wrangler.toml'));
  const texts = ['d1', 'export', 'DB', '--local', '--output', file];
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...LOCAL_WRANGLER } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [wrangler, ...texts], options);
  if (status !== 0) throw new Error(stdout + stderr);
  return file;
}

describe('a service that leaves D1', { timeout: 60_000 }, () => {
  it('continues with SQLite on Node from the export of wrangler', async () => {
    const file = join(folder, 'jalon.db');
    expect(await restoreSqlite({ from: exported, to: file, migrationsFolder: MIGRATIONS })).toEqual([]);
    const store = await openSqliteStore({ file, migrationsFolder: MIGRATIONS });
    expect(await everythingOf(store)).toEqual(expected);
    await store.close();
  });

  it('moves to PostgreSQL from the same file', async () => {
    const moved = await moveToPostgres({
      file: join(folder, 'jalon.db'),
      url: database.url,
      migrationsFolder: MIGRATIONS,
    });
    expect(moved.find(({ table }) => table === 'person')?.rows).toBeGreaterThan(0);
    const store = await database.open();
    expect(await everythingOf(store)).toEqual(expected);
    await store.close();
  });

  it('moves to PostgreSQL from a copy of the very file of D1', async () => {
    const place = join(platform.folder, 'v3/d1/miniflare-D1DatabaseObject');
    const names = readdirSync(place).filter((name) => !name.startsWith('metadata'));
    for (const name of names) {
      copyFileSync(join(place, name), join(folder, name.replace(/^.*\.sqlite/, 'copy.db')));
    }
    const second = await makePostgresDatabase();
    try {
      await moveToPostgres({
        file: join(folder, 'copy.db'),
        url: second.url,
        migrationsFolder: MIGRATIONS,
      });
      const store = await second.open();
      expect(await everythingOf(store)).toEqual(expected);
      await store.close();
    } finally {
      await second.drop();
    }
  });
});
