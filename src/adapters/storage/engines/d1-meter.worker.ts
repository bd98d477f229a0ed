import { type BeginAllowance, makeAllowance } from '../../../application/verification/allowance.ts';
import type { D1Database } from './d1-binding.worker.ts';

/** D1 takes 1,000 queries an invocation on the paid plan (docs/scaling.md). Some are kept for what is asked before anyone
 *  looks at what is left. */
const QUERIES_AN_INVOCATION = 900;

/** The same database, and what an invocation may ask of it: each statement of a batch is one, as Cloudflare counts. */
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
