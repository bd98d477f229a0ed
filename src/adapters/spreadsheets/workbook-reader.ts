import type { CellObject, WorkBook } from '@e965/xlsx';
import { joinBytes } from '#open-badges/files';
import {
  HEADER_LINES,
  type ImportSource,
  type Sheet,
  type SheetRow,
} from '../../application/files/import/sheet.ts';
import { toPlainNumber, unguardFormula } from './cell-text.ts';
import { extractWorkbook, unreadable } from './workbook-parts.ts';
import { read, SSF, tooLarge, WORKBOOK_LIMITS } from './xlsx-library.ts';

/** Error texts by the code that the reader gives them (ECMA-376, 18.17.3). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
};

/** Up to this column, the cells of a row are searched one by one. Cells beyond it are added after them,
 *  without gaps. */
const MAX_COLUMNS = 256;
/** The last row of an Excel sheet; a cell that claims a higher row is ignored. */
const MAX_ROW_NUMBER = 1_048_576;
const MAX_COLUMN_NUMBER = 16_384;

/** Opens the sheets of an XLSX or ODS workbook, and says which are hidden or blank. The workbook is held in memory
 *  during its import, within WORKBOOK_LIMITS; a larger one is refused before it is unpacked. The quote that
 *  guards a cell from being computed is removed as in CSV, because a CSV file may have been saved as a
 *  workbook. */
export async function openWorkbook(source: ImportSource): Promise<readonly Sheet[]> {
  const { bytes, hidden } = await extractWorkbook(
    source.name,
    await readWhole(source, WORKBOOK_LIMITS.bytes),
  );
  const workbook = parse(source.name, bytes);
  const tables = workbook.SheetNames.map((name) => ({ name, rows: toRows(workbook, name) }));
  if (tables.reduce((sum, { rows }) => sum + rows.length, 0) > WORKBOOK_LIMITS.rows)
    throw tooLarge(source.name);
  const isAlone = tables.length === 1;
  if (tables.every(({ rows }) => rows.length === 0)) throw unreadable(source.name, 'empty');
  return tables.map(({ name, rows }, at) => ({
    ...(!isAlone && { name }),
    ...((isHidden(workbook, at) || hidden.has(name)) && { hidden: true as const }),
    ...toSheet(rows, isFrom1904(workbook), source.sizeBytes),
  }));
}

/** Whether the sheet is hidden, by hand or so that only a macro can show it. */
function isHidden({ Workbook }: WorkBook, at: number): boolean {
  return (Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
}

/** Makes one piece of several. */
export type JoinPieces = (pieces: readonly Uint8Array[]) => Uint8Array;

/** All bytes of the file. Throws `unreadable-file` where it is larger than the limit. */
export async function readWhole(
  source: ImportSource,
  limitBytes: number,
  join: JoinPieces = joinBytes,
): Promise<Uint8Array> {
  if ((source.sizeBytes ?? 0) > limitBytes) throw tooLarge(source.name);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.open()) {
    length += piece.length;
    if (length > limitBytes) throw tooLarge(source.name);
    pieces.push(piece);
  }
  return join(pieces);
}

function isFrom1904({ Workbook }: WorkBook): boolean {
  return Workbook?.WBProps?.date1904 === true;
}

function parse(name: string, parts: Uint8Array): WorkBook {
  const options = { cellFormula: false, cellHTML: false, cellText: false, cellNF: true };
  try {
    const workbook = read(parts, { ...options, type: 'array', dense: true });
    // The library silently leaves out a sheet that it could not read.
    if (workbook.SheetNames.every((sheet) => workbook.Sheets[sheet])) return workbook;
  } catch (cause) {
    throw unreadable(name, 'broken-workbook', cause);
  }
  throw unreadable(name, 'broken-workbook');
}

type CellRow = readonly (CellObject | undefined)[];
interface NumberedRow {
  readonly line: number;
  readonly cells: CellRow;
  readonly isFrom1904: boolean;
}

/** The rows with content, by their number. The keys of the cells are walked, because one cell may claim to
 *  stand on row four billion. */
function toRows(workbook: WorkBook, name: string): readonly NumberedRow[] {
  const data = (workbook.Sheets[name]?.['!data'] ?? []) as readonly CellRow[];
  const isFrom = isFrom1904(workbook);
  return Object.keys(data)
    .map(Number)
    .filter((at) => at < MAX_ROW_NUMBER)
    .map((at) => ({ line: at + 1, cells: data[at] ?? [], isFrom1904: isFrom }))
    .filter(({ cells }) => Object.values(cells).some((cell) => String(cell?.v ?? '').trim() !== ''));
}

function toSheet(rows: readonly NumberedRow[], countsFrom1904: boolean, sizeBytes = 0): Sheet {
  const last = (rows[0]?.line ?? 0) + HEADER_LINES;
  return {
    workbook: { countsFrom1904 },
    top: rows.filter(({ line }) => line < last).map((row) => ({ line: row.line, cells: toTexts(row) })),
    async *rows(header, onBytes) {
      onBytes?.(sizeBytes);
      for (const row of rows) if (row.line > header.line) yield toSheetRow(row);
    },
  };
}

function toSheetRow(row: NumberedRow): SheetRow {
  const errors = Object.entries(row.cells).flatMap(([at, cell]) => (cell?.t === 'e' ? [Number(at)] : []));
  return { kind: 'cells', line: row.line, cells: toTexts(row), ...(errors.length > 0 && { errors }) };
}

function toTexts({ cells, isFrom1904 }: NumberedRow): readonly string[] {
  const places = Object.keys(cells)
    .map(Number)
    .filter((at) => at < MAX_COLUMN_NUMBER);
  const toText = (at: number) => {
    const cell = cells[at];
    return cell ? unguardFormula(toCellText(cell, isFrom1904)) : '';
  };
  const width = Math.min((places.at(-1) ?? -1) + 1, MAX_COLUMNS);
  return [
    ...Array.from({ length: width }, (_, at) => toText(at)),
    ...places.filter((at) => at >= MAX_COLUMNS).map(toText),
  ];
}

/** The text of a cell as the same table would have it in CSV: dates `YYYY-MM-DD`, times `6:30`, numbers with a point, `oui`
 *  or `non`. A formula gives its stored value. An error keeps its shown text, such as `#N/A`. */
function toCellText(cell: CellObject, isFrom1904: boolean): string {
  switch (cell.t) {
    case 'n':
      return toNumberText(Number(cell.v), String(cell.z ?? 'General'), isFrom1904);
    case 'b':
      return cell.v ? 'oui' : 'non';
    case 'e':
      return ERRORS[Number(cell.v)] ?? '#N/A';
    default:
      return String(cell.v ?? '').replace(/\r\n?/g, '\n');
  }
}

function toNumberText(value: number, format: string, isFrom1904: boolean): string {
  if (isDateFormat(format)) {
    // A workbook with the 1904 date system counts its days from that year.
    const date = SSF.parse_date_code(value, { date1904: isFrom1904 });
    if (date?.y) return [date.y, pad(date.m), pad(date.d)].join('-');
  }
  if (isTimeFormat(format) && value >= 0) return toTime(value);
  // The format shows leading zeros, so this is a code.
  if (/^0{2,}$/.test(format)) return String(value).padStart(format.length, '0');
  return toPlainNumber(value);
}

/** Whether the format shows a day. A format of times or durations does not. */
function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return SSF.is_date(format) && /[dy]/i.test(bare);
}

/** Whether the format shows a time or a duration and no day. */
function isTimeFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\./g, '');
  return SSF.is_date(format) && /h/i.test(bare) && !/[dy]/i.test(bare);
}

/** A fraction of a day in hours and minutes: `6:30`. */
function toTime(days: number): string {
  const minutes = Math.round(days * 1440);
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}`;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
