import { containsNumen } from '../../../domain/person/numen.ts';
import { composed, foldTitle } from '../../../domain/text/strings.ts';
import type { Cells } from './cells.ts';
import type { Notice, ValidationError } from './entry.ts';
import { countFrom1900 } from './file-dates.ts';
import type { FileKind } from './file-kind.ts';
import type { OpenFile } from './open-files.ts';
import type { Translation } from './other-services.ts';
import type { SheetRow, WorkbookTraits } from './sheet.ts';

/** Number of lines decided together, and in one commit. They share its reads, and the commit stays small. */
const COMMITTED_LINES = 1000;

/** Number of lines judged together. It is higher, so that more lines share a round of reads: an engine may
 *  limit the number of reads. */
export const JUDGED_LINES = 2000;

/** A line of a file, before its content is read. */
export type ReadLine =
  | {
      readonly kind: 'whole';
      readonly number: number;
      readonly cells: Cells;
      /** The cells as received. */
      readonly written: readonly string[];
    }
  /** `value` and `written` are absent if no part of the line may be repeated. */
  | {
      readonly kind: 'broken';
      readonly number: number;
      readonly fault: ValidationError;
      readonly value?: string;
      readonly written?: readonly string[];
    }
  /** A line of another service's table that has nothing of use, or a total or a note below a table. */
  | {
      readonly kind: 'left-out';
      readonly number: number;
      readonly notice: Notice;
      readonly written?: undefined;
    };

/** The lines below the header, some hundreds at a time. Blank lines are skipped. */
export async function* readBatches(
  file: OpenFile,
  onBytes?: (bytes: number) => void,
  batchLines = COMMITTED_LINES,
): AsyncGenerator<readonly ReadLine[]> {
  const { sheet, titles } = file;
  const form = formOf(file);
  let batch: ReadLine[] = [];
  for await (const row of sheet.rows(titles, onBytes)) {
    const line = readLine(row, form);
    if (!line) continue;
    batch.push(line);
    if (batch.length < batchLines) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Properties that all lines of a file share. */
interface LineForm {
  readonly columns: ReadonlyMap<string, number>;
  /** The columns that every line of the kind fills. */
  readonly required: readonly string[];
  /** Number of cells of the header. */
  readonly width: number;
  /** The cells that are read, by the name of their column. */
  readonly read: readonly (readonly [column: string, at: number])[];
  readonly translation?: Translation;
  readonly isWorkbook: boolean;
  /** Brings lists and days into their usual form (cell-values.ts), in place. */
  readonly settle: (cells: string[], quoted: readonly number[] | undefined) => void;
}

function formOf({ sheet, titles, header }: OpenFile): LineForm {
  const { columns, kind, translation } = header;
  return {
    columns,
    required: kind.required,
    read: translation ? translation.places.map((at) => [titles.cells[at] ?? '', at]) : [...columns],
    ...(translation && { translation }),
    isWorkbook: sheet.workbook !== undefined,
    width: titles.cells.findLastIndex((name) => !isBlank(name)) + 1,
    settle: makeSettling({ kind, columns, ...(sheet.workbook && { workbook: sheet.workbook }) }),
  };
}

function readLine(row: SheetRow, form: LineForm): ReadLine | undefined {
  const { columns, width } = form;
  const { line: number } = row;
  // PostgreSQL cannot store U+0000. Keyboards do not produce it, so it is removed, as in forms. It is removed
  // before any check, because it could stand inside a NUMEN.
  const text = row.kind === 'broken' ? withoutNul(row.text) : '';
  let cells = row.kind === 'broken' ? [] : row.cells.map(withoutNul);
  // This is the first check of a line, because even an unknown column may contain a NUMEN.
  if (containsNumen(text) || cells.some(containsNumen)) {
    return { kind: 'broken', number, fault: { code: 'numen-refused' } };
  }
  if (row.kind === 'broken') {
    const { fault: code } = row;
    return { kind: 'broken', number, fault: { code }, value: text, written: [text] };
  }
  if (cells.every(isBlank)) return undefined;
  if (!form.translation && isBesideTable(cells, form)) {
    return { kind: 'left-out', number, notice: { code: 'note-line' } };
  }
  // Empty cells at the end may be missing, or there may be more of them, as spreadsheets write them.
  if (!cells.slice(width).every(isBlank)) {
    const params = { expected: width, found: cells.length };
    return { kind: 'broken', number, fault: { code: 'wrong-cell-count', params }, written: cells };
  }
  const { errors } = row;
  const inError = errors && form.read.find(([, at]) => errors.includes(at));
  if (inError) {
    const [column, at] = inError;
    const fault: ValidationError = { code: 'error-value', column };
    return { kind: 'broken', number, fault, value: cells[at] ?? '', written: cells };
  }
  const written = cells;
  if (form.translation) {
    const translated = form.translation.translate(cells);
    if ('code' in translated) return { kind: 'left-out', number, notice: translated };
    cells = [...translated];
  }
  if (row.quoted || form.isWorkbook) form.settle(cells, row.quoted);
  return {
    kind: 'whole',
    number,
    written,
    cells: (column) => composed((cells[columns.get(column) ?? -1] ?? '').trim()),
  };
}

function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

interface Settling {
  readonly kind: FileKind;
  readonly columns: ReadonlyMap<string, number>;
  /** Present where the cells come from a workbook. */
  readonly workbook?: WorkbookTraits;
}

/** Makes the function that rewrites the cells of a row into the form that the readers of cells.ts expect. A
 *  list without `|` may be separated by `,` or `;`, but only in a quoted cell or in a workbook. In any other
 *  cell, such a character may be a mistake. */
function makeSettling({
  kind,
  columns,
  workbook,
}: Settling): (cells: string[], quoted: readonly number[] | undefined) => void {
  const placesOf = (names: readonly string[] = []) => names.flatMap((name) => columns.get(name) ?? []);
  const lists = placesOf(kind.lists);
  const dates = workbook?.countsFrom1904 ? placesOf(kind.dates) : [];
  return (cells, quoted) => {
    for (const at of lists) {
      const text = cells[at];
      if (text === undefined || !(workbook || quoted?.includes(at)) || text.includes('|')) continue;
      cells[at] = text.replace(/[,;]/g, '|');
    }
    for (const at of dates) cells[at] = countFrom1900(cells[at]?.trim() ?? '');
  };
}

/** The words with which hands begin the totals and notes below a table. */
const MARKERS: ReadonlySet<string> = new Set(
  'total,totaux,sous,soustotal,nombre,nb,note,notes,nota,remarque,remarques,legende,source,somme'.split(','),
);

/** Enough of a cell to tell a marker from a longer word: a cell may have megabytes. */
const LONGEST_MARKER = 40;

/** Columns in which a total's word can never stand. */
const STRICT: ReadonlySet<string> = new Set(['email', 'uai']);

interface Form {
  readonly columns: ReadonlyMap<string, number>;
  readonly required: readonly string[];
}

/** Whether a line is a total, a note or a heading, and no record: it begins with a word of totals and leaves
 *  a required cell empty, or has one cell only, with several words. Such a line could never be imported, so no
 *  good line is lost. */
function isBesideTable(cells: readonly string[], { columns, required }: Form): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  const [first = 0] = filled;
  const text = cells[first]?.trim() ?? '';
  const [word = ''] = foldTitle(text.slice(0, LONGEST_MARKER)).split('_');
  const isMarked = text.startsWith('*') || MARKERS.has(word);
  if (filled.length === 1 && required.length > 1 && (isMarked || text.includes(' '))) return true;
  if (!isMarked) return false;
  const isStrict = [...STRICT].some((column) => columns.get(column) === first);
  return isStrict || required.some((column) => (cells[columns.get(column) ?? -1] ?? '').trim() === '');
}
