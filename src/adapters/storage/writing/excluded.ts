import { type RawBuilder, sql } from 'kysely';

/** Of an `on conflict … do update`: what the insert would have written, without a second parameter for it. */
export function excluded<Row extends object>(
  row: Row,
): { readonly [Column in keyof Row]: RawBuilder<Row[Column]> } {
  const columns = Object.keys(row).map((column) => [column, sql.ref(`excluded.${column}`)]);
  return Object.fromEntries(columns) as { readonly [Column in keyof Row]: RawBuilder<Row[Column]> };
}
