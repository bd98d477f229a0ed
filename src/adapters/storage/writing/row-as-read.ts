import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../tables/tables.ts';

/** Finds the row of the table whose columns all are as they were read. */
export function rowAsRead(table: keyof Tables & string, row: object): RawBuilder<unknown> {
  const same = Object.entries(row).map(([column, value]) =>
    value === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${value}`,
  );
  return sql`(select 1 from ${sql.table(table)} where ${sql.join(same, sql` and `)})`;
}
