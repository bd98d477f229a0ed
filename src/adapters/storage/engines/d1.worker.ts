import { type CompiledQuery, type Dialect, Kysely, type QueryResult, sql } from 'kysely';
import { type BeginAllowance, makeAllowance } from '../../../application/concurrency/query-budget.ts';
import type { Store } from '../../../application/ports.ts';
import type { CheckedPage } from '../../../application/store/invariant-reader.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { EngineInvariant } from '../../../domain/integrity/invariant.ts';
import { makeStore } from '../commit/store.ts';
import type { Tables } from '../mapping/tables.ts';
import { d1Capabilities } from './capabilities.ts';
import { type Broken, toBroken, toCheckedPage } from './integrity-report.ts';
import { makeOneConnectionDialect } from './one-connection-dialect.ts';
import { packRows } from './pack-rows.ts';

/** The parts of a D1 binding that are used. Cloudflare's own types would replace the DOM's everywhere. */
export interface D1Database {
  prepare(sql: string): D1Statement;
  /** Runs all of the statements or none, in order. */
  batch(statements: readonly D1Statement[]): Promise<readonly D1Result[]>;
}

export interface D1Statement {
  bind(...values: readonly unknown[]): D1Statement;
  all(): Promise<D1Result>;
}

export interface D1Result {
  readonly results: readonly Readonly<Record<string, unknown>>[];
  readonly meta: { readonly changes: number };
}

/** Opens the store on a D1 database, which `wrangler d1 migrations apply` has migrated. A commit is one
 *  batch, all or nothing, of few statements whatever the number of its rows. */
export function openD1Store(database: D1Database): Store {
  const db = new Kysely<Tables>({ dialect: makeD1Dialect(database) });
  return makeStore(
    { db, capabilities: d1Capabilities },
    {
      commit: (queries) => commit(database, queries),
      check: (of) => checkD1(db, of),
      close: async () => {},
    },
  );
}

/** D1 gives no page of its file to read, but its engine checks them. */
async function checkD1(db: Kysely<Tables>, of: EngineInvariant): Promise<CheckedPage> {
  if (of === 'foreign-keys') {
    const { rows } = await sql<Broken>`pragma foreign_key_check`.execute(db);
    return toCheckedPage(1, toBroken(rows));
  }
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check`.execute(db);
  return toCheckedPage(
    1,
    rows.flatMap(({ quick_check: stated }) => (stated === 'ok' ? [] : [{ subject: stated }])),
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

/** Kysely on a D1 database: SQLite's language, one query for each call. D1 keeps no transaction open, so
 *  statements that must succeed together go through `batch`. */
function makeD1Dialect(database: D1Database): Dialect {
  return makeOneConnectionDialect({
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { results, meta } = await database
        .prepare(sql)
        .bind(...parameters)
        .all();
      return { rows: results as Row[], numAffectedRows: BigInt(meta.changes) };
    },
    close: () => {},
  });
}

/** D1 allows 1,000 queries for each invocation on the paid plan (docs/scaling.md). Some are kept in reserve
 *  for queries that are made before the rest is checked. */
const QUERIES_AN_INVOCATION = 900;

/** The same database, with a count of the queries that are left to an invocation. Each statement of a batch
 *  counts as one, as Cloudflare counts. */
export function meterD1(database: D1Database): {
  readonly database: D1Database;
  readonly beginAllowance: BeginAllowance;
} {
  let requested = 0;
  return {
    beginAllowance: () => makeAllowance(() => requested, QUERIES_AN_INVOCATION),
    database: {
      prepare: (sql) => {
        requested += 1;
        return database.prepare(sql);
      },
      batch: (statements) => database.batch(statements),
    },
  };
}
