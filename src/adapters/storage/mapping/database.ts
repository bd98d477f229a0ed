import type { Kysely } from 'kysely';
import type { Capabilities } from '../engines/capabilities.ts';
import type { Tables } from './tables.ts';

/** Typed queries and the engine's capabilities: readers and the writer are made from them. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly capabilities: Capabilities;
}

/** Groups rows by the value of one column, in their original order. */
export function groupBy<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
