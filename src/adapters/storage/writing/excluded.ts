import { type RawBuilder, sql } from 'kysely';

/** The values of the refused insert, for `on conflict … do update`: they are not sent a second time as
 *  parameters. */
export function excluded<Row extends object>(
  row: Row,
): { readonly [Column in keyof Row]: RawBuilder<Row[Column]> } {
  const columns = Object.keys(row).map((column) => [column, sql.ref(`excluded.${column}`)]);
  return Object.fromEntries(columns) as { readonly [Column in keyof Row]: RawBuilder<Row[Column]> };
}
