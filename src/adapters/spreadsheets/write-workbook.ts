import type { CellObject, ColInfo, WorkBook, WorkSheet } from '@e965/xlsx';
import { trimEndSigns, trimStartSigns } from '#open-badges/values';
import type {
  ColumnKind,
  Table,
  TableCell,
  TableColumn,
  TableWriter,
} from '../../application/files/export/table.ts';
import { isLocalDate, type LocalDate, toDayNumber } from '../../domain/time/calendar.ts';
import { guardGuarded } from './cell-text.ts';
import { finishWorkbook } from './finish-workbook.ts';
import { SSF, utils, write } from './xlsx-library.ts';

const DATE_FORMAT = 'dd/mm/yyyy';
/** The library keeps the number formats of the workbook that it read last, and would write them into the next. */
const OWN_FORMATS = { ...SSF.get_table() };
/** 1970-01-01 as a workbook's serial number of days. */
const EPOCH_SERIAL = 25_569;
/** The margins, in inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
/** From this serial number on, numbers are one too high: spreadsheets treat 1900 as a leap year. */
const LEAP_SERIAL = 61;
/** The most characters that a spreadsheet's cell holds; a longer text is cut. */
const MAX_CELL_CHARS = 32_767;
const MAX_NAME_CHARS = 31;
const MIN_WIDTH = 8;
const MAX_WIDTH = 60;
/** Number of rows that determine the width of a column. */
const MEASURED_ROWS = 200;

/** An XLSX workbook with one sheet for each table. Dates are dates and numbers are numbers; every text is
 *  stored as a text, so that none is ever a formula. The header row stays visible, is repeated on every
 *  printed page and filters its columns. Columns are as wide as their content. `language` is the language of
 *  the texts, which the document states. */
export function makeWorkbookWriter(language = 'fr-FR'): TableWriter {
  return (tables) => {
    const workbook = { ...utils.book_new(), SSF: OWN_FORMATS };
    workbook.Props = { Language: language } as WorkBook['Props'] & object;
    for (const table of tables)
      utils.book_append_sheet(workbook, toSheet(table), nameSheet(workbook, table.name));
    workbook.Workbook = {
      Names: tables.map((_, at) => repeatedHeader(workbook, at)),
      ...(tables.some(({ hidden }) => hidden) && {
        Sheets: tables.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })),
      }),
    };
    return finishWorkbook(
      write(workbook, { type: 'array', bookType: 'xlsx', bookSST: false, compression: false }),
    );
  };
}

function toSheet({ columns, rows }: Table): WorkSheet {
  const header = columns.map(({ title }) => toTextCell(title));
  const data = [
    header,
    ...rows.map((row) => row.map((cell, at) => toCell(cell, columns[at]?.kind ?? 'text'))),
  ];
  const end = { r: data.length - 1, c: Math.max(0, columns.length - 1) };
  return {
    '!data': data as CellObject[][],
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: end }),
    '!cols': columns.map((column, at) => toWidth(column, rows, at)),
    ...(rows.length > 0 && { '!autofilter': { ref: utils.encode_range({ s: { r: 0, c: 0 }, e: end }) } }),
    '!margins': MARGINS,
  };
}

function toCell(cell: TableCell, kind: ColumnKind): CellObject | undefined {
  if (cell === undefined || cell === '') return undefined;
  if (typeof cell === 'number') return { t: 'n', v: cell };
  // A line to correct may hold any text in a column of dates.
  return kind === 'date' && isLocalDate(cell)
    ? { t: 'n', v: toSerial(cell), z: DATE_FORMAT }
    : toTextCell(cell);
}

/** A workbook writes a character by its number as `_x0041_`; a text that contains such a sequence has its `_`
 *  written that way. A text that looks guarded as in CSV gets one more quote, because an import removes one
 *  in either format. */
function toTextCell(text: string): CellObject {
  return {
    t: 's',
    v: guardGuarded(text)
      .slice(0, MAX_CELL_CHARS)
      .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'),
  };
}

function toSerial(date: LocalDate): number {
  const serial = toDayNumber(date) + EPOCH_SERIAL;
  return serial < LEAP_SERIAL ? serial - 1 : serial;
}

function toWidth({ title }: TableColumn, rows: Table['rows'], at: number): ColInfo {
  const lengths = rows.slice(0, MEASURED_ROWS).map((row) => String(row[at] ?? '').length);
  return { wch: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, title.length, ...lengths) + 2) };
}

/** Marks the first row of a sheet to be printed on each page. */
function repeatedHeader({ SheetNames }: WorkBook, at: number) {
  const name = (SheetNames[at] ?? '').replace(/'/g, "''");
  return { Name: '_xlnm.Print_Titles', Sheet: at, Ref: `'${name}'!$1:$1` };
}

/** A name that spreadsheets accept and that no earlier sheet has. */
function nameSheet({ SheetNames }: WorkBook, name: string): string {
  const bare = trimEndSigns(trimStartSigns(name.replace(/[[\]:*?/\\]/g, ' '), /'/), /'/).trim() || 'Table';
  const taken = new Set(SheetNames.map((one) => one.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` ${count}`;
    const candidate = bare.slice(0, MAX_NAME_CHARS - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
