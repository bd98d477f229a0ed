import { type BeginAllowance, makeAllowance } from '../../../application/query-allowance.ts';
import type { D1Database } from './d1-binding.worker.ts';

/** D1 allows 1,000 queries for each invocation on the paid plan (docs/scaling.md). Some are kept in reserve
 *  for queries that are made before the rest is checked. */
const QUERIES_AN_INVOCATION = 900;

/** The same database, with a count of the queries that are left to an invocation. Each statement of a batch
 *  counts as one, as Cloudflare counts. */
export function meterD1(database: D1Database): {
  readonly database: D1Database;
  readonly beginAllowance: BeginAllowance;
} {
  let asked = 0;
  return {
    beginAllowance: () => makeAllowance(() => asked, QUERIES_AN_INVOCATION),
    database: {
      prepare: (sql) => {
        asked += 1;
        return database.prepare(sql);
      },
      batch: (statements) => database.batch(statements),
    },
  };
}
