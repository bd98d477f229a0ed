import { type SelectQueryBuilder, type StringReference, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A query that gives rows. */
export interface AllRows<Row> {
  execute(): Promise<readonly Row[]>;
}

export interface FirstRow<Row> {
  executeTakeFirst(): Promise<Row | undefined>;
}

/** What the query finds, as records. */
export async function readAll<Row, It>(query: AllRows<Row>, from: (row: Row) => It): Promise<readonly It[]> {
  return (await query.execute()).map(from);
}

/** The first record that the query finds. */
export async function readFirst<Row, It>(
  query: FirstRow<Row>,
  from: (row: Row) => It,
): Promise<It | undefined> {
  const row = await query.executeTakeFirst();
  return row && from(row);
}

export async function readColumn<Row, Column extends keyof Row>(
  query: AllRows<Row>,
  column: Column,
): Promise<readonly Row[Column][]> {
  return (await query.execute()).map((row) => row[column]);
}

export async function countRows<From extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, From, Row>,
): Promise<number> {
  const counted = query.select((eb) => eb.fn.countAll().as('count'));
  const { count } = (await counted.executeTakeFirstOrThrow()) as { readonly count: string | number | bigint };
  return Number(count);
}

/** One slice of the rows, in the order of a key. */
export function sliceBy<From extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, From, Row>,
  key: StringReference<Tables, From>,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): SelectQueryBuilder<Tables, From, Row> {
  const column = sql.ref(key);
  return query
    .$if(after !== undefined, (rows) => rows.where(column, '>', after))
    .orderBy(column)
    .limit(limit) as SelectQueryBuilder<Tables, From, Row>;
}

/** How many rows the query finds for each value of a column. */
export async function countBy<DB, From extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, From, Row>,
  column: StringReference<DB, From>,
): Promise<(value: string | null) => number> {
  const counted = sql<number>`count(*)`.as('count');
  const values = query.select([sql<string | null>`${sql.ref(column)}`.as('value'), counted]);
  const rows = (await values.groupBy(sql.ref(column)).execute()) as unknown as readonly Counted[];
  return (value) => Number(rows.find((row) => row.value === value)?.count ?? 0);
}

interface Counted {
  readonly value: string | null;
  readonly count: number | string | bigint;
}
