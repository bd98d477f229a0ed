import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import { openD1Store } from '../../src/adapters/storage/engines/d1.worker.ts';
import type { Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { DomainError } from '../../src/domain/errors.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { makeMigratedDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import { changeOfAbsent, NAMING } from './absent-changes.ts';
import { openPlatform, type Platform } from './d1-platform.ts';
import { type Folder, openFolder } from './sqlite-folder.ts';

/** A kind whose named record is found by a reference between tables and not by a precondition. */
const BY_REFERENCE: ReadonlySet<string> = new Set([
  'person-invited',
  'roll-call-opened',
  'school-meeting-asked',
]);

/** The constraints by which the kind's own preconditions refuse it. */
function preconditionsOf(kind: Change['kind']): readonly string[] {
  const { guard } = WRITERS[kind];
  return 'names' in guard ? guard.names.map((name) => name.replaceAll('-', '_')) : [];
}

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

  it.each(NAMING)('%s', async (kind) => {
    for (const [engine, store] of Object.entries(stores)) {
      const before: Change = { kind: 'day-lived', day: '2026-11-10' as LocalDate };
      const constraint = await store.commit([before, changeOfAbsent(kind)]).then(
        () => 'none',
        (error) => (error instanceof DomainError && error.code === 'store-conflict' ? error.params : error),
      );
      expect([engine, constraint]).toEqual([
        engine,
        { constraint: BY_REFERENCE.has(kind) ? expect.any(String) : expect.toBeOneOf(preconditionsOf(kind)) },
      ]);
      expect((await store.readLife()).days).toEqual([]);
    }
  });
});
