import { composed } from '../../../domain/composed.ts';
import { containsNumen } from '../../../domain/numen.ts';
import type { Cells } from './cells.ts';
import type { Fault } from './entry.ts';
import type { OpenFile } from './open-files.ts';
import type { SheetRow } from './sheet.ts';

/** Number of lines in a commit: they share its reads, and the commit stays small. */
const COMMITTED_LINES = 500;
/** Number of lines judged together. More of them share a round of reads, because an engine may limit the
 *  number of reads. */
export const JUDGED_LINES = 2000;

/** A line of a file, before its content is read. */
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

/** The lines below the header, some hundreds at a time. Blank lines are skipped. */
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
  // The first check of a line, because a NUMEN may stand in an unknown column.
  if (row.kind === 'broken' ? containsNumen(row.text) : row.cells.some(containsNumen)) {
    return { kind: 'broken', number, fault: { code: 'numen-refused' } };
  }
  if (row.kind === 'broken') {
    const { fault: code, text } = row;
    return { kind: 'broken', number, fault: { code }, value: text, written: [text] };
  }
  // PostgreSQL cannot store U+0000. Keyboards do not produce it, so it is removed, as in forms.
  const cells = row.cells.map((cell) => (cell.includes('\0') ? cell.replaceAll('\0', '') : cell));
  if (cells.every(isBlank)) return undefined;
  // A line may end before its last, empty cells, or have additional empty cells, as spreadsheets write them.
  if (!cells.slice(width).every(isBlank)) {
    const params = { expected: width, found: cells.length };
    return { kind: 'broken', number, fault: { code: 'wrong-cell-count', params }, written: cells };
  }
  const { errors } = row;
  const inError = errors && [...columns].find(([, at]) => errors.includes(at));
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
