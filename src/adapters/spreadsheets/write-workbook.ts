import { Zip, ZipDeflate } from 'fflate';
import { joinBytes } from '#open-badges/files';
import { trimEndSigns, trimStartSigns } from '#open-badges/values';
import type {
  ColumnKind,
  Table,
  TableCell,
  TableColumn,
  TableWriter,
  WorkbookStream,
} from '../../application/files/export/table.ts';
import { isLocalDate, type LocalDate, toDayNumber } from '../../domain/time/calendar.ts';
import { guardGuarded } from './cell-text.ts';
import {
  escapeText,
  letters,
  STYLE,
  sheetEnd,
  sheetStart,
  toRow,
  type WrittenSheet,
  workbookParts,
} from './workbook-xml.ts';

/** 1970-01-01 as a workbook's serial number of days. */
const EPOCH_SERIAL = 25_569;
/** From this serial number on, numbers are one too high: spreadsheets treat 1900 as a leap year. */
const LEAP_SERIAL = 61;
/** The most characters that a spreadsheet's cell holds; a longer text is cut. */
const MAX_CELL_CHARS = 32_767;
/** The most rows that a spreadsheet's sheet holds, with the header. Further rows begin another sheet. */
const MAX_SHEET_ROWS = 1_048_576;
const MAX_NAME_CHARS = 31;
const MIN_WIDTH = 8;
const MAX_WIDTH = 60;
/** Number of rows that determine the width of a column. */
const MEASURED_ROWS = 200;
/** Number of rows that are written and compressed at a time. */
const PIECE_ROWS = 250;
/** The same content makes the same bytes, whenever it is written. */
const WRITTEN_AT = new Date(1980, 0, 1);

/** An XLSX workbook with one sheet for each table; a table of the same name as the one before continues its sheet.
 *  Dates are dates and numbers are numbers; every text is stored as a text, so that none is ever a formula. The
 *  header row stays visible, is repeated on every printed page and filters its columns. Columns are as wide as the
 *  first rows of their content. `language` is the language of the texts, which the document states. */
export function makeWorkbookWriter(language = 'fr-FR'): TableWriter {
  return (tables) => {
    const workbook = beginWorkbook(language);
    const pieces = tables.flatMap((table) => [...workbook.add(table)]);
    return joinBytes([...pieces, workbook.end()]);
  };
}

/** The same workbook in pieces, each made when it is asked for. */
export function makeWorkbookStream(language = 'fr-FR'): WorkbookStream {
  return async function* (tables) {
    const workbook = beginWorkbook(language);
    for await (const table of tables) yield* workbook.add(table);
    yield workbook.end();
  };
}

function beginWorkbook(language: string) {
  let written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written.push(bytes);
  });
  const takeWritten = () => {
    const bytes = joinBytes(written);
    written = [];
    return bytes;
  };
  const begin = (name: string) => {
    const entry = new ZipDeflate(name);
    entry.mtime = WRITTEN_AT;
    zip.add(entry);
    return (xml: string, isLast = false) => entry.push(new TextEncoder().encode(xml), isLast);
  };
  const sheets: OpenSheet[] = [];
  const beginSheet = ({ name, columns, rows, hidden }: Table): OpenSheet => {
    sheets.at(-1)?.end();
    const write = begin(`xl/worksheets/sheet${sheets.length + 1}.xml`);
    const sheet = {
      name: nameSheet(sheets, name),
      table: name,
      columns: columns.length,
      isHidden: hidden === true,
      rows: 1,
      write,
      end: () => write(sheetEnd(sheet), true),
    };
    sheets.push(sheet);
    write(sheetStart(columns.map((column, at) => toWidth(column, rows, at))));
    const header = columns.map(({ title }, at) =>
      toTextCell(title, { place: `${letters(at)}1`, style: STYLE.header }),
    );
    write(toRow(1, header));
    return sheet;
  };
  return {
    /** Writes the rows in pieces, and gives the bytes of each. */
    *add(table: Table): Generator<Uint8Array> {
      const last = sheets.at(-1);
      let sheet = last?.table === table.name ? last : beginSheet(table);
      for (let at = 0; at < table.rows.length; at += PIECE_ROWS) {
        const piece = table.rows.slice(at, at + PIECE_ROWS);
        if (sheet.rows + piece.length > MAX_SHEET_ROWS) sheet = beginSheet({ ...table, rows: piece });
        const before = sheet.rows + 1;
        sheet.write(
          piece
            .map((row, place) => toRow(before + place, toCells(row, before + place, table.columns)))
            .join(''),
        );
        sheet.rows += piece.length;
        yield takeWritten();
      }
    },
    end(): Uint8Array {
      sheets.at(-1)?.end();
      for (const [name, xml] of workbookParts(sheets, language)) begin(name)(xml, true);
      zip.end();
      return takeWritten();
    },
  };
}

/** A sheet to which rows are added. */
interface OpenSheet extends WrittenSheet {
  /** Name of the table, before it was made a name that spreadsheets accept. */
  readonly table: string;
  rows: number;
  write(xml: string): void;
  end(): void;
}

function toCells(
  row: readonly TableCell[],
  number: number,
  columns: readonly TableColumn[],
): readonly string[] {
  return row.map((cell, at) =>
    toCell(cell, { place: `${letters(at)}${number}`, kind: columns[at]?.kind ?? 'text' }),
  );
}

function toCell(
  cell: TableCell,
  { place, kind }: { readonly place: string; readonly kind: ColumnKind },
): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  // A line to correct may hold any text in a column of dates.
  return kind === 'date' && isLocalDate(cell)
    ? `<c r="${place}" s="${STYLE.date}"><v>${toSerial(cell)}</v></c>`
    : toTextCell(cell, { place, style: STYLE.text });
}

/** A text that looks guarded as in CSV gets one more quote, because an import removes one in either format. */
function toTextCell(
  text: string,
  { place, style }: { readonly place: string; readonly style: number },
): string {
  const content = escapeText(guardGuarded(text).slice(0, MAX_CELL_CHARS));
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
}

function toSerial(date: LocalDate): number {
  const serial = toDayNumber(date) + EPOCH_SERIAL;
  return serial < LEAP_SERIAL ? serial - 1 : serial;
}

function toWidth({ title }: TableColumn, rows: Table['rows'], at: number): number {
  const lengths = rows.slice(0, MEASURED_ROWS).map((row) => String(row[at] ?? '').length);
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, title.length, ...lengths) + 2);
}

/** A name that spreadsheets accept and that no earlier sheet has. */
function nameSheet(earlier: readonly WrittenSheet[], name: string): string {
  const bare = trimEndSigns(trimStartSigns(name.replace(/[[\]:*?/\\]/g, ' '), /'/), /'/).trim() || 'Table';
  const taken = new Set(earlier.map((one) => one.name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` ${count}`;
    const candidate = bare.slice(0, MAX_NAME_CHARS - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
