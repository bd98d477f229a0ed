import { composed } from '../../../domain/composed.ts';
import { containsNumen } from '../../../domain/numen.ts';
import type { Cells } from './cells.ts';
import type { Fault } from './entry.ts';
import type { OpenFile } from './open-files.ts';
import type { SheetRow } from './sheet.ts';

/** Lines a commit: large enough to share its reads, small enough to weigh nothing. */
const COMMITTED_LINES = 500;
/** Lines that are only judged: more of them share a round of reads, whose number an engine may limit. */
export const JUDGED_LINES = 2000;

/** A line of a file, before anyone looks at what it says. */
export type ReadLine =
  | {
      readonly kind: 'whole';
      readonly number: number;
      readonly cells: Cells;
      /** The cells as they came. */
      readonly written: readonly string[];
    }
  /** `value` and `written` are absent where nothing of the line may be repeated. */
  | {
      readonly kind: 'broken';
      readonly number: number;
      readonly fault: Fault;
      readonly value?: string;
      readonly written?: readonly string[];
    };

/** The lines below the header, some hundreds at a time; blank ones are passed over. */
export async function* readBatches(
  { sheet, header }: OpenFile,
  onBytes?: (bytes: number) => void,
  batchLines = COMMITTED_LINES,
): AsyncGenerator<readonly ReadLine[]> {
  const { cells } = sheet.header;
  const width = cells.findLastIndex((name) => !isBlank(name)) + 1;
  let batch: ReadLine[] = [];
  for await (const row of sheet.rows(onBytes)) {
    const line = readLine(row, header.columns, width);
    if (!line) continue;
    batch.push(line);
    if (batch.length < batchLines) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function readLine(row: SheetRow, columns: ReadonlyMap<string, number>, width: number): ReadLine | undefined {
  const { line: number } = row;
  // Before anything else is read: a NUMEN may stand in a column that nobody knows.
  if (row.kind === 'broken' ? containsNumen(row.text) : row.cells.some(containsNumen)) {
    return { kind: 'broken', number, fault: { code: 'numen-refused' } };
  }
  if (row.kind === 'broken') {
    const { fault: code, text } = row;
    return { kind: 'broken', number, fault: { code }, value: text, written: [text] };
  }
  // PostgreSQL stores no text with U+0000, which no keyboard writes: it is passed over, as in a form.
  const cells = row.cells.map((cell) => cell.replaceAll('\0', ''));
  if (cells.every(isBlank)) return undefined;
  // A line may end early, its last cells being empty, or with empty cells more, as spreadsheets write them.
  if (!cells.slice(width).every(isBlank)) {
    const params = { expected: width, found: cells.length };
    return { kind: 'broken', number, fault: { code: 'wrong-cell-count', params }, written: cells };
  }
  const inError = [...columns].find(([, at]) => row.errors?.includes(at));
  if (inError) {
    const [column, at] = inError;
    const fault: Fault = { code: 'error-value', column };
    return { kind: 'broken', number, fault, value: cells[at] ?? '', written: cells };
  }
  return {
    kind: 'whole',
    number,
    written: cells,
    cells: (column) => composed((cells[columns.get(column) ?? -1] ?? '').trim()),
  };
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}
