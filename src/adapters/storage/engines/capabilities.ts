import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../../domain/time/calendar.ts';

/** The only differences between the engines in SQL. Each engine's file names its own. */
export interface Capabilities {
  /** A sub-select of texts for `where … in`. The texts are sent as ONE parameter, whatever their number. */
  listOf<Text extends string>(values: readonly Text[]): RawBuilder<Text>;
  /** Rows of one column `value`, with a JSON object each. The caller gives it an alias, and `value ->> 'key'`
   *  reads a text from it. */
  objectsOf(values: readonly object[]): RawBuilder<{ value: string }>;
  /** Whether the JSON array of texts in this column contains the text. */
  holds(column: Expression<string>, text: string): RawBuilder<boolean>;
  /** Whether a query can skip the rows that another transaction has locked. SQLite and D1 let one statement
   *  write at a time, so they never have such rows. */
  readonly skipsLockedRows: boolean;
  /** Whether a commit must lock the rows that it only reads, so that no other commit changes them in the meantime.
   *  SQLite and D1 let one commit run at a time. */
  readonly locksReadRows: boolean;
  /** Whether `move` may copy this database elsewhere, so that each commit checks that it did not. */
  readonly mayMove?: true;
  /** The clock of the database's server, RFC 3339, UTC; absent if there is no server. */
  readonly serverClock?: RawBuilder<string>;
  /** The database's clock, which ends claims where processes live too short to watch them. */
  readonly leaseClock?: {
    readonly now: RawBuilder<Instant>;
    secondsSince(instant: Expression<unknown>): RawBuilder<number>;
  };
}

export const sqliteCapabilities: Capabilities = {
  listOf: <Text extends string>(values: readonly Text[]) =>
    sql<Text>`(select value from json_each(${JSON.stringify(values)}))`,
  objectsOf: (values) => sql<{ value: string }>`(select value from json_each(${JSON.stringify(values)}))`,
  holds: (column, text) =>
    sql<boolean>`exists (select 1 from json_each(${column}) as item where item.value = ${text})`,
  skipsLockedRows: false,
  locksReadRows: false,
};

/** D1, whose clock is Cloudflare's. */
export const d1Capabilities: Capabilities = {
  ...sqliteCapabilities,
  serverClock: sql<string>`strftime('%Y-%m-%dT%H:%M:%SZ', 'now')`,
  leaseClock: {
    now: sql<Instant>`strftime('%Y-%m-%dT%H:%M:%SZ', 'now')`,
    secondsSince: (instant) => sql<number>`unixepoch('now') - unixepoch(${instant})`,
  },
};

/** PostgreSQL, and other servers that use its protocol. It knows how many values `unnest` of an array gives, so it
 *  looks a short list up by index. It takes any list in a JSON parameter for a hundred values. */
export const postgresCapabilities: Capabilities = {
  listOf: <Text extends string>(values: readonly Text[]) =>
    sql<Text>`(select unnest(${values}::text[]) as value)`,
  objectsOf: (values) =>
    sql<{ value: string }>`(select unnest(${values.map((one) => JSON.stringify(one))}::jsonb[]) as value)`,
  holds: (column, text) =>
    sql<boolean>`exists (select 1 from jsonb_array_elements_text(${column}::jsonb) as item where item = ${text})`,
  skipsLockedRows: true,
  locksReadRows: true,
  serverClock: sql<string>`to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
};
