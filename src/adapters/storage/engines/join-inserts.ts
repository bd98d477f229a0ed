import type { CompiledQuery } from 'kysely';
import type { Statement } from './pack-rows.ts';

/** PostgreSQL counts the parameters of a statement in 16 bits. */
const MOST_PARAMETERS = 60_000;

/** Joins consecutive inserts that differ only in their row into one insert of several rows, in PostgreSQL's
 *  language. An insert with a further clause, such as `on conflict`, stays alone: PostgreSQL refuses to
 *  settle two conflicts about one row in one statement. */
export function joinInserts(queries: readonly CompiledQuery[]): readonly Statement[] {
  const statements: Statement[] = [];
  for (let at = 0; at < queries.length; ) {
    const run = runFrom(queries, at);
    statements.push(run.length === 1 ? (run[0] as CompiledQuery) : joined(run));
    at += run.length;
  }
  return statements;
}

/** The query at this place with those after it that can be sent together with it. */
function runFrom(queries: readonly CompiledQuery[], at: number): readonly CompiledQuery[] {
  const first = queries[at] as CompiledQuery;
  const { length } = first.parameters;
  if (first.query.kind !== 'InsertQueryNode' || length === 0) return [first];
  if (!first.sql.endsWith(` values ${rowOf(length, 0)}`)) return [first];
  const most = Math.floor(MOST_PARAMETERS / length);
  let end = at + 1;
  while (end - at < most && queries[end]?.sql === first.sql) end += 1;
  return queries.slice(at, end);
}

function joined(run: readonly CompiledQuery[]): Statement {
  const [first] = run as readonly [CompiledQuery];
  const { length } = first.parameters;
  const rows = run.slice(1).map((_, at) => rowOf(length, (at + 1) * length));
  return {
    sql: [first.sql, ...rows].join(', '),
    parameters: run.flatMap(({ parameters }) => parameters),
  };
}

/** `($3, $4)` for two parameters after the first two. */
function rowOf(length: number, after: number): string {
  return `(${Array.from({ length }, (_, at) => `$${after + at + 1}`).join(', ')})`;
}
