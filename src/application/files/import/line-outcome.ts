import type { Change } from '../../../domain/change/union.ts';
import type { Person } from '../../../domain/records.ts';
import type { Period } from '../../../domain/time/calendar.ts';
import type { CellDifference } from '../../../domain/upload/types.ts';
import type { Addressed, Fields, FileTable } from '../export/file-table.ts';
import type { TableCell } from '../export/table.ts';
import type { Notice, ValidationError } from './entry.ts';
import type { LineOutcome } from './file-kind.ts';

interface Save<Value> {
  readonly stored: Value | undefined;
  /** The record stated by the line. */
  readonly said: Value;
  readonly toChange: (value: Value) => Change;
  /** The file in whose form the record is compared. */
  readonly table: FileTable<Value>;
  readonly notices?: readonly Notice[];
  /** Further changes to commit with an update. */
  readonly follow?: (stated: Value) => readonly Change[];
}

/** Decides whether the line creates or updates the record, or leaves it unchanged. */
export function decideSave<Value extends object>({
  stored,
  said,
  toChange,
  table,
  notices = [],
  follow,
}: Save<Value>): LineOutcome {
  if (!stored) return { outcome: 'created', changes: [toChange(said)], differences: [], notices };
  if (isSame(stored, said)) return { outcome: 'unchanged', changes: [], differences: [], notices };
  const differences = compare(table, stored, said);
  const changes = [toChange(said), ...(follow?.(said) ?? [])];
  return { outcome: 'updated', changes, differences, notices, before: stored };
}

/** The record of the line, with the stored value of each field whose columns the file does not have
 *  (docs/files.md, Empty cells and missing columns). */
export function withStoredCells<Value extends object>(
  stated: Value,
  { stored, columns, table }: Unsaid<Value>,
): Value {
  if (!stored) return stated;
  const saved: Partial<Value> = { ...stated };
  for (const [field, saying] of Object.entries(table.fields) as [keyof Value, readonly string[]][]) {
    if (saying.length === 0 || saying.some((column) => columns.has(column))) continue;
    if (field in stored) saved[field] = stored[field];
    else delete saved[field];
  }
  return saved as Value;
}

interface Unsaid<Value> {
  readonly stored: Value | undefined;
  readonly columns: ReadonlySet<string>;
  readonly table: { readonly fields: Fields<Value> };
}

/** The period of the line. Where the file has no column `fin`, the stored end is kept. */
export function withStoredEnd(
  stated: Period,
  stored: Period | undefined,
  columns: ReadonlySet<string>,
): Period {
  if (columns.has('fin') || !stored?.to) return stated;
  return { from: stated.from, to: stored.to };
}

/** The fault of a period whose end comes from the stored record: its beginning may lie after that end. */
export function endError({ from, to }: Period): ValidationError | undefined {
  if (to === undefined || to >= from) return undefined;
  return { code: 'ends-before-start', column: 'debut', params: { start: from, end: to } };
}

/** The table for comparing with a line about this person. Where the stored record belongs to another person,
 *  it is shown as another's, without their address. */
export function tableOf<Item extends { readonly personId: Person['id'] }>(
  table: FileTable<Addressed<Item>>,
  { id, emails: [email = ''] }: Person,
): FileTable<Item> {
  const toRows = (item: Item) => table.toRows({ ...item, email: item.personId === id ? email : '…' });
  return { ...table, toRows };
}

/** Compares cell by cell. A person with earlier addresses has several lines; the last one, with the current
 *  address, is compared. */
function compare<Value>(table: FileTable<Value>, before: Value, after: Value): readonly CellDifference[] {
  const [old = [], now = []] = [before, after].map((value) => table.toRows(value).at(-1)?.map(toText));
  return table.columns.flatMap(({ title }, at) =>
    old[at] === now[at] ? [] : [{ column: title, before: old[at] ?? '', after: now[at] ?? '' }],
  );
}

function toText(cell: TableCell): string {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '');
}

/** Whether two records are equal. Records are plain data, so their JSON is compared, whatever the order of
 *  properties. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sortKeys) === JSON.stringify(other, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
