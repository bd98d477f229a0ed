import type { D1Database } from './d1-binding.worker.ts';

/** The same database, and how many statements it was given so far: each of a batch is one, as Cloudflare counts them. */
export function meterD1(database: D1Database): {
  readonly database: D1Database;
  readonly asked: () => number;
} {
  let count = 0;
  return {
    asked: () => count,
    database: {
      prepare: (sql) => {
        count += 1;
        return database.prepare(sql);
      },
      batch: (statements) => database.batch(statements),
    },
  };
}
