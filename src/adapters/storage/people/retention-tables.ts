import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Change } from '../../../domain/change/union.ts';
import type { FactKind } from '../../../domain/retention.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { ORDERED_PERSON_TABLES, PERSON_TABLES } from './person-tables.ts';
import type { PersonTable } from './person-treatments.ts';

type TableWhere<End> = {
  [T in PersonTable]: (typeof PERSON_TABLES)[T] extends { readonly ends: End } ? T : never;
}[PersonTable];

/** A table whose rows end with the person's facts. */
export type ExpiringTable = TableWhere<{ readonly with: 'facts' }>;
/** A table whose rows are facts that are counted and announced. */
type FactTable = TableWhere<{ readonly fact: FactKind }>;

/** The end of the rows of any table, without the types of its columns. */
interface StatedEnd {
  readonly with?: 'facts' | PersonTable;
  readonly after?: Change['kind'];
  readonly fact?: FactKind;
  readonly dated?: StatedDate | (StatedDate & ThroughRow);
}

type StatedDate = { readonly day: string } | { readonly schoolYear: string };

interface ThroughRow {
  readonly in: string;
  readonly key: string;
  readonly by: string;
}

/** The declared end of the rows of a table about people. */
export function endOf(table: PersonTable): StatedEnd {
  const { ends = {} }: { readonly by: string; readonly ends?: StatedEnd } = PERSON_TABLES[table];
  return ends;
}

/** The tables whose rows end with the person's facts, each after those that it refers to. */
export const EXPIRING_TABLES: readonly ExpiringTable[] = ORDERED_PERSON_TABLES.filter(
  (table): table is ExpiringTable => endOf(table).with === 'facts',
);

/** The table that holds the facts of a kind. Throws if no table declares them. */
export function factTableOf(kind: FactKind): FactTable {
  const found = EXPIRING_TABLES.find((table) => endOf(table).fact === kind);
  if (found === undefined) throw new Error(`No table about people declares the facts "${kind}".`);
  return found as FactTable;
}

/** The condition that a row of the table is of before the day. It is NULL for a row without a date. */
export function isOlderThan(before: LocalDate, table: ExpiringTable): RawBuilder<SqlBool> {
  const { dated } = endOf(table);
  if (dated === undefined) return sql`1 = 1`;
  const [column, first] =
    'day' in dated ? [dated.day, before] : ([dated.schoolYear, schoolYearOf(before)] as const);
  const of = (name: string, ofTable: string) => sql.ref(`${ofTable}.${name}`);
  if (!('in' in dated)) return sql`${of(column, table)} < ${first}`;
  const { in: dating, key, by } = dated;
  return sql`exists (select 1 from ${sql.table(dating)} where ${of(key, dating)} = ${of(by, table)} and ${of(column, dating)} < ${first})`;
}
