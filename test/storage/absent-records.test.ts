import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import { openD1Store } from '../../src/adapters/storage/engines/d1.worker.ts';
import type { Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { makeMigratedDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import { openPlatform, type Platform } from './d1-platform.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

/** Properties of a change that are records themselves. */
const RECORDS = new Set<string | symbol>([
  'check',
  'issuer',
  'list',
  'look',
  'means',
  'proof',
  'report',
  'review',
]);

const textOf = (name: string | symbol) => (name === 'schoolYear' ? 1900 : 'absent');

/** What a writer reads of a record that no table has. */
function absentValue(name: string | symbol): unknown {
  if (!RECORDS.has(name)) return textOf(name);
  return new Proxy({}, { has: () => true, get: (_, inner) => textOf(inner) });
}

/** A change of the kind to a record that no table has. */
function changeOfAbsent(kind: Change['kind']): Change {
  const read = (_: object, name: string | symbol) => (name === 'kind' ? kind : absentValue(name));
  return new Proxy({ kind }, { get: read }) as Change;
}

const NAMED = (Object.keys(WRITERS) as Change['kind'][]).filter(
  (kind) => WRITERS[kind].guard.kind === 'named',
);

describe('a change that names an absent record is refused with its whole commit', () => {
  let folder: Folder;
  let platform: Platform;
  let database: PostgresDatabase;
  const stores: Record<string, Store> = {};
  beforeAll(async () => {
    folder = openFolder();
    stores['SQLite'] = await folder.openCopy();
    platform = await openPlatform();
    stores['D1'] = openD1Store(platform.database);
    database = await makeMigratedDatabase();
    stores['PostgreSQL'] = await database.open();
  }, 120_000);
  afterAll(async () => {
    for (const store of Object.values(stores)) await store.close();
    folder.remove();
    await platform.close();
    await database.drop();
  });

  it.each(NAMED)('%s', async (kind) => {
    for (const [engine, store] of Object.entries(stores)) {
      const before: Change = { kind: 'day-lived', day: '2026-11-10' as LocalDate };
      await expect(store.commit([before, changeOfAbsent(kind)]), engine).rejects.toMatchObject({
        code: 'store-conflict',
        params: { constraint: 'choice_as_read' },
      });
      expect((await store.readLife()).days).toEqual([]);
    }
  });
});
