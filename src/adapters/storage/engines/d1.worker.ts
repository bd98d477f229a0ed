import { type CompiledQuery, Kysely } from 'kysely';
import type { Store } from '../../../application/ports.ts';
import { DomainError } from '../../../domain/errors.ts';
import { makeStore } from '../store.ts';
import type { Tables } from '../tables.ts';
import { d1Capabilities } from './capabilities.ts';
import type { D1Database } from './d1-binding.worker.ts';
import { makeD1Dialect } from './d1-dialect.worker.ts';
import { packRows } from './pack-rows.ts';

/** Opens the store on a D1 database, which `wrangler d1 migrations apply` has migrated. A commit is one
 *  batch, all or nothing, of few statements whatever the number of its rows. */
export function openD1Store(database: D1Database): Store {
  return makeStore(
    { db: new Kysely<Tables>({ dialect: makeD1Dialect(database) }), capabilities: d1Capabilities },
    {
      commit: (queries) => commit(database, queries),
      close: async () => {},
    },
  );
}

async function commit(database: D1Database, queries: readonly CompiledQuery[]): Promise<void> {
  const statements = packRows(queries).map(({ sql, parameters }) =>
    database.prepare(sql).bind(...parameters),
  );
  try {
    await database.batch(statements);
  } catch (error) {
    throw toConflict(error);
  }
}

/** Turns `D1_ERROR: UNIQUE constraint failed: credential.award_id: SQLITE_CONSTRAINT…` into `store-conflict`
 *  with the constraint; other errors stay as they are. */
function toConflict(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const failed = /\bconstraint failed(?:: (.+?))?(?:: SQLITE_CONSTRAINT\w*)?(?: \(extended: \w+\))?$/i.exec(
    error.message,
  );
  if (!failed) return error;
  return new DomainError(
    'store-conflict',
    { constraint: failed[1] ?? 'SQLITE_CONSTRAINT' },
    { cause: error },
  );
}
