import type { CompiledQuery } from 'kysely';

/** A statement as an engine runs it. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The most characters of one JSON parameter: at three bytes each, it stays below D1's limit of 2 MB for a
 *  text. */
const MAXIMUM_PACK_CHARACTERS = 600_000;

interface Pack {
  readonly sql: string;
  readonly rows: string[];
  characters: number;
}

/** Joins consecutive inserts that differ only in their row into one statement, whose rows are sent as ONE
 *  JSON parameter. On D1, where each statement costs a call and counts against a limit, the number of
 *  statements then does not grow with the rows. The SQL is SQLite's. A statement that is not a plain insert
 *  stays as it is. */
export function packRows(queries: readonly CompiledQuery[]): readonly Statement[] {
  const statements: Statement[] = [];
  let pack: Pack | undefined;
  const close = () => {
    if (pack) statements.push({ sql: pack.sql, parameters: [`[${pack.rows.join(',')}]`] });
    pack = undefined;
  };
  for (const [index, query] of queries.entries()) {
    const isAlone = queries[index - 1]?.sql !== query.sql && queries[index + 1]?.sql !== query.sql;
    const sql = isAlone ? undefined : toPackedSql(query);
    if (sql === undefined) {
      close();
      statements.push(query);
      continue;
    }
    const row = JSON.stringify(query.parameters);
    if (pack && (pack.sql !== sql || pack.characters + row.length > MAXIMUM_PACK_CHARACTERS)) close();
    pack ??= { sql, rows: [], characters: 0 };
    pack.rows.push(row);
    pack.characters += row.length;
  }
  close();
  return statements;
}

/** `insert into t (a, b) values (?, ?) …` over the rows of a JSON array; undefined if a parameter stands
 *  outside the row. */
function toPackedSql({ sql, query, parameters }: CompiledQuery): string | undefined {
  const [row, ...others] = query.kind === 'InsertQueryNode' ? valuesOf(query) : [];
  if (row !== 'PrimitiveValueListNode' || others.length > 0) return undefined;
  const values = `values (${parameters.map(() => '?').join(', ')})`;
  if (!sql.includes(values)) return undefined;
  const columns = parameters.map((_, at) => `value ->> ${at}`).join(', ');
  // Without `where true`, SQLite would read `on conflict` as the condition of a join.
  return sql.replace(values, `select ${columns} from json_each(?) where true`);
}

function valuesOf({
  values,
}: Extract<CompiledQuery['query'], { kind: 'InsertQueryNode' }>): readonly string[] {
  if (values?.kind !== 'ValuesNode') return [];
  return 'values' in values && Array.isArray(values.values) ? values.values.map(({ kind }) => kind) : [];
}

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
