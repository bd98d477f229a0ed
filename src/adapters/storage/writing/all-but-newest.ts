import { type CompiledQuery, sql } from 'kysely';
import type { Database } from '../database.ts';

interface Owned {
  readonly table: 'session' | 'sign_in_attempt' | 'typed_form' | 'wallet_nonce';
  /** The column with the key of a row. */
  readonly key: 'nonce_hash' | 'secret_hash';
  /** The column that says whose row it is, and its value. */
  readonly owner: 'network' | 'person_id';
  readonly of: string;
  /** The most rows of one owner, the one included that is written next. */
  readonly most: number;
}

/** Deletes the oldest rows of an owner, so that there is room for one more. A table that a stranger can fill
 *  refuses nothing: whoever writes much makes room with their own rows. */
export function allButNewest(
  { db }: Pick<Database, 'db'>,
  { table, key, owner, of, most }: Owned,
): CompiledQuery {
  const [rows, name, whose] = [sql.table(table), sql.ref(key), sql.ref(owner)];
  // The oldest row that stays. Only an index is read to find it; where there is none, nothing is deleted.
  const stays = sql`SELECT expires_at, ${name} FROM ${rows} WHERE ${whose} = ${of} ORDER BY expires_at DESC, ${name} DESC LIMIT 1 OFFSET ${sql.lit(most - 2)}`;
  return sql`DELETE FROM ${rows} WHERE ${whose} = ${of} AND (expires_at, ${name}) < (${stays})`.compile(db);
}
