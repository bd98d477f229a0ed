import { type Expression, type RawBuilder, sql } from 'kysely';

/** Where the engines differ in SQL, and nothing else: each engine's file names its own. */
export interface Capabilities {
  /** A sub-select of texts that travel as ONE parameter, whatever their number: for `where … in`. */
  listOf<Text extends string>(values: readonly Text[]): RawBuilder<Text>;
  /** Rows of one column `value` (a JSON object each), to be aliased: `value ->> 'key'` reads a text from it. */
  objectsOf(values: readonly object[]): RawBuilder<{ value: string }>;
  /** Does the JSON array of texts in this column hold the text? */
  holds(column: Expression<string>, text: string): RawBuilder<boolean>;
  /** Can a query pass over the rows that another transaction holds? Where one statement at a time may write, as on
   *  SQLite and D1, there is never such a row. */
  readonly skipsLockedRows: boolean;
  /** The clock of the database's server, RFC 3339, UTC; absent where there is no server. */
  readonly serverClock?: RawBuilder<string>;
}

/** SQLite and D1. */
export const sqliteCapabilities: Capabilities = {
  listOf: <Text extends string>(values: readonly Text[]) =>
    sql<Text>`(select value from json_each(${JSON.stringify(values)}))`,
  objectsOf: (values) => sql<{ value: string }>`(select value from json_each(${JSON.stringify(values)}))`,
  holds: (column, text) =>
    sql<boolean>`exists (select 1 from json_each(${column}) as item where item.value = ${text})`,
  skipsLockedRows: false,
};

/** PostgreSQL, and what speaks its protocol. */
export const postgresCapabilities: Capabilities = {
  listOf: <Text extends string>(values: readonly Text[]) =>
    sql<Text>`(select value from jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`,
  objectsOf: (values) =>
    sql<{ value: string }>`(select value from jsonb_array_elements(${JSON.stringify(values)}::jsonb))`,
  holds: (column, text) =>
    sql<boolean>`exists (select 1 from jsonb_array_elements_text(${column}::jsonb) as item where item = ${text})`,
  skipsLockedRows: true,
  serverClock: sql<string>`to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
};
