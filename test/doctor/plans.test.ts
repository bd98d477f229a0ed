import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { INVARIANT_CHECKS } from '../../src/adapters/storage/invariants/queries.ts';
import type { Tables } from '../../src/adapters/storage/mapping/tables.ts';
import { NOW } from '../contracts/store-values.ts';
import { copyDatabase } from '../support/fixtures/template.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-plans-'));
let file: Sqlite.Database;
let db: Kysely<Tables>;
beforeAll(async () => {
  await copyDatabase(join(folder, 'jalon.db'));
  file = new Sqlite(join(folder, 'jalon.db'));
  db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
});
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

it.each(Object.entries(INVARIANT_CHECKS))(
  '%s compares each row with others by an index that tells them apart',
  (_, looks) => {
    for (const look of looks) {
      const wrong = typeof look.wrong === 'function' ? look.wrong(NOW) : look.wrong;
      const query = sql`select 1 from ${sql.table(look.from)} as it where ${wrong}`.compile(db);
      const plan = file.prepare(`explain query plan ${query.sql}`).all(...query.parameters) as {
        readonly detail: string;
      }[];
      const steps = plan.map(({ detail }) => detail);
      // As many rows as there are badges have the same action, and all are scanned for each row.
      expect(steps.filter((step) => /audit_by_action|^SCAN (?!it\b)/.test(step))).toEqual([]);
    }
  },
);
