import { type CompiledQuery, type InsertQueryNode, type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

/** A statement that inserts rows. It may replace those with the same key, and removes none. */
export interface Insert extends CompiledQuery {
  readonly query: InsertQueryNode;
}

interface Compiles {
  compile(): CompiledQuery;
}

/** Compiles an insert. Throws if it is another statement, so that the type of an insert is true. */
export function compileInsert(statement: Compiles): Insert {
  const compiled = statement.compile();
  if (!isInsert(compiled)) throw new TypeError(`${compiled.query.kind} is no insert`);
  return compiled;
}

const isInsert = (compiled: CompiledQuery): compiled is Insert => compiled.query.kind === 'InsertQueryNode';

/** One insert a row, compiled once for all rows: compiling takes several times as long as inserting. All rows
 *  have the same columns in the same order, and the insert has no other parameter. */
export function insertEach<Row extends object>(
  rows: readonly Row[],
  toInsert: (row: Row) => Compiles,
): readonly Insert[] {
  const [first, ...rest] = rows;
  if (!first) return [];
  const compiled = compileInsert(toInsert(first));
  const values = Object.values(first);
  if (
    compiled.parameters.length !== values.length ||
    values.some((one, at) => one !== compiled.parameters[at])
  )
    throw new Error('an insert for each row has the columns of the row as its only parameters');
  return [compiled, ...rest.map((row) => ({ ...compiled, parameters: Object.values(row) }))];
}

/** The values of the refused insert, for `on conflict … do update`: they are not sent a second time as
 *  parameters. */
export function excluded<Row extends object>(
  row: Row,
): { readonly [Column in keyof Row]: RawBuilder<Row[Column]> } {
  const columns = Object.keys(row).map((column) => [column, sql.ref(`excluded.${column}`)]);
  return Object.fromEntries(columns) as { readonly [Column in keyof Row]: RawBuilder<Row[Column]> };
}

interface Owned {
  readonly table: 'session' | 'sign_in_attempt' | 'typed_form' | 'wallet_nonce';
  /** The column with the key of a row. */
  readonly key: 'nonce_hash' | 'secret_hash';
  /** The column that says whose row it is, and its value. */
  readonly owner: 'network' | 'person_id';
  readonly of: string;
  /** A condition for the rows that count. By default, all rows of the owner do. */
  readonly among?: RawBuilder<unknown>;
  /** The most rows of one owner, the one included that is written next. */
  readonly most: number;
}

/** Deletes the oldest rows of an owner, so that there is room for one more. A table that a stranger can fill
 *  refuses nothing: whoever writes much makes room with their own rows. */
export function allButNewest(
  { db }: Pick<Database, 'db'>,
  { table, key, owner, of, among = sql`1 = 1`, most }: Owned,
): CompiledQuery {
  const [rows, name] = [sql.table(table), sql.ref(key)];
  const counts = sql`${sql.ref(owner)} = ${of} AND ${among}`;
  // The oldest row that stays. Only an index is read to find it; where there is none, nothing is deleted.
  const stays = sql`SELECT expires_at, ${name} FROM ${rows} WHERE ${counts} ORDER BY expires_at DESC, ${name} DESC LIMIT 1 OFFSET ${sql.lit(most - 2)}`;
  return sql`DELETE FROM ${rows} WHERE ${counts} AND (expires_at, ${name}) < (${stays})`.compile(db);
}
