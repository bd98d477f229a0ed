import type { Insertable } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables/tables.ts';
import type { Queries } from './writer.ts';

/** One insert for each row. All rows have the columns of the first one. The statement is compiled once,
 *  because compiling takes as long as the insert itself. */
export function insertRows<Name extends keyof Tables & string>(
  { db }: Database,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Queries {
  const [first] = rows as readonly Readonly<Record<string, unknown>>[];
  if (first === undefined) return [];
  const compiled = db
    .insertInto(table)
    .values(first as never)
    .compile();
  const columns = Object.keys(first);
  return (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => ({
    ...compiled,
    parameters: columns.map((column) => row[column]),
  }));
}
