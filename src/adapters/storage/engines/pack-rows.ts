import type { CompiledQuery } from 'kysely';

/** A statement as an engine runs it. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Characters of one JSON parameter: at three bytes each still below the 2 MB that D1 takes for a text. */
const MAXIMUM_PACK_CHARACTERS = 600_000;

interface Pack {
  readonly sql: string;
  readonly rows: string[];
  characters: number;
}

/** Consecutive inserts that differ in nothing but their row become one statement, whose rows travel as ONE JSON
 *  parameter: where each statement costs a call and counts against a limit (D1), their number no longer grows with the
 *  rows. SQLite's language; what is no plain insert stays as it is. */
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

/** `insert into t (a, b) values (?, ?) …` → the same over the rows of a JSON array; undefined where a parameter stands
 *  elsewhere than in the row. */
function toPackedSql({ sql, query, parameters }: CompiledQuery): string | undefined {
  const [row, ...others] = query.kind === 'InsertQueryNode' ? valuesOf(query) : [];
  if (row !== 'PrimitiveValueListNode' || others.length > 0) return undefined;
  const values = `values (${parameters.map(() => '?').join(', ')})`;
  if (!sql.includes(values)) return undefined;
  const columns = parameters.map((_, at) => `value ->> ${at}`).join(', ');
  // `where true`: else SQLite would read `on conflict` as the condition of a join.
  return sql.replace(values, `select ${columns} from json_each(?) where true`);
}

function valuesOf({
  values,
}: Extract<CompiledQuery['query'], { kind: 'InsertQueryNode' }>): readonly string[] {
  if (values?.kind !== 'ValuesNode') return [];
  return 'values' in values && Array.isArray(values.values) ? values.values.map(({ kind }) => kind) : [];
}
