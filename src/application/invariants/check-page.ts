import { type Finding, firstFindings } from '../../domain/integrity/invariant.ts';
import type { Ports } from '../service-ports.ts';
import type { CheckedPage, InvariantPageRange } from '../store/invariant-reader.ts';

/** Looks at one page of the records of a computed invariant. */
export type CheckInvariantPage = (ports: Ports, part: InvariantPageRange) => Promise<CheckedPage>;

/** What was said of a record that contradicts. */
type Detail = NonNullable<Finding['detail']>;

/** A page without records. */
const NOTHING: CheckedPage = { looked: 0, count: 0, found: [] };

/** A page with what was found among its records. */
export function toCheckedPage(looked: number, found: readonly Finding[], next?: string): CheckedPage {
  return {
    looked,
    count: found.length,
    found: firstFindings(found),
    ...(next !== undefined && { next }),
  };
}

interface Judging<Row> {
  readonly rows: readonly Row[];
  /** The word before the key of a finding: the table. */
  readonly table: string;
  readonly limit: number;
  /** Why the row contradicts; undefined if it does not. */
  readonly judge: (row: Row) => Detail | undefined | Promise<Detail | undefined>;
}

/** Judges rows that were read in the order of their ids. Where there were as many as were asked for, another
 *  page follows. */
export async function judgeRows<Row extends { readonly id: string }>({
  rows,
  table,
  limit,
  judge,
}: Judging<Row>): Promise<CheckedPage> {
  const judged = await Promise.all(
    rows.map(async (row): Promise<readonly Finding[]> => {
      const detail = await judge(row);
      return detail === undefined ? [] : [{ subject: `${table} ${row.id}`, detail }];
    }),
  );
  const next = rows.length === limit ? rows.at(-1)?.id : undefined;
  return toCheckedPage(rows.length, judged.flat(), next);
}

/** Looks at several tables one after the other: the place of a page begins with the name of its table. */
export function overTables<Table extends string>(
  tables: readonly [Table, ...Table[]],
  look: (ports: Ports, table: Table, part: InvariantPageRange) => Promise<CheckedPage>,
): CheckInvariantPage {
  return async (ports, { after = `${tables[0]} `, limit }) => {
    const space = after.indexOf(' ');
    const table = tables.find((one) => one === after.slice(0, space));
    if (table === undefined) return NOTHING;
    const key = after.slice(space + 1);
    const { next, ...part } = await look(ports, table, { limit, after: key === '' ? undefined : key });
    if (next !== undefined) return { ...part, next: `${table} ${next}` };
    const following = tables[tables.indexOf(table) + 1];
    return { ...part, ...(following !== undefined && { next: `${following} ` }) };
  };
}
