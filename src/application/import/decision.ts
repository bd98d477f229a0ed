import type { Change } from '../../domain/change/change.ts';
import type { Person } from '../../domain/records.ts';
import type { CellDifference } from '../../domain/upload.ts';
import type { Addressed, FileTable } from '../export/file-tables.ts';
import type { TableCell } from '../export/table.ts';
import type { Notice } from './entry.ts';
import type { Decision } from './file-kind.ts';

interface Save<Value> {
  readonly stored: Value | undefined;
  /** What the line says. */
  readonly said: Value;
  readonly toChange: (value: Value) => Change;
  /** How the DANE's files write it. */
  readonly table: FileTable<Value>;
  readonly notices?: readonly Notice[];
}

/** Created, updated or unchanged, from what is stored and what the line says. */
export function decideSave<Value extends object>({
  stored,
  said,
  toChange,
  table,
  notices = [],
}: Save<Value>): Decision {
  if (!stored) return { outcome: 'created', changes: [toChange(said)], differences: [], notices };
  if (isSame(stored, said)) return { outcome: 'unchanged', changes: [], differences: [], notices };
  const differences = compare(table, stored, said);
  return { outcome: 'updated', changes: [toChange(said)], differences, notices };
}

/** The table of what somebody did, seen from a line about this person: of another person only that it is another. */
export function tableOf<Item extends { readonly personId: Person['id'] }>(
  table: FileTable<Addressed<Item>>,
  { id, emails: [email = ''] }: Person,
): FileTable<Item> {
  const toRows = (item: Item) => table.toRows({ ...item, email: item.personId === id ? email : '…' });
  return { ...table, toRows };
}

/** Cell by cell; of someone with earlier addresses the line of the current one, which comes last. */
function compare<Value>(table: FileTable<Value>, before: Value, after: Value): readonly CellDifference[] {
  const [old = [], now = []] = [before, after].map((value) => table.toRows(value).at(-1)?.map(toText));
  return table.columns.flatMap(({ title }, at) =>
    old[at] === now[at] ? [] : [{ column: title, before: old[at] ?? '', after: now[at] ?? '' }],
  );
}

function toText(cell: TableCell): string {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '');
}

/** Records are data: the same when their JSON is, whatever the order of the properties. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sortKeys) === JSON.stringify(other, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
