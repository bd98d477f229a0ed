import { parseLocalDate } from '../../../domain/time/calendar.ts';
import { importTexts as english } from '../../../texts/en/dane/import.ts';
import { importTexts as french } from '../../../texts/fr/dane/import.ts';
import { OFFICE } from '../../../texts/office.ts';
import { FILE_TABLES } from '../export/file-tables.ts';
import type { Table, TableCell, TableColumn } from '../export/table.ts';
import { comparableText } from './cells.ts';
import type { RefusedLine } from './entry.ts';

/** The columns that describe the fault of a line. They come first, because a line with too many cells extends
 *  beyond the last column. */
const REMARKS = ['line', 'column', 'reason', 'fix'] as const;

/** The titles of these columns in both languages. A file of corrections is itself imported, and may again
 *  have refused lines. */
const REMARK_TITLES: ReadonlySet<string> = new Set(
  [french(OFFICE), english(OFFICE)].flatMap(({ corrections }) =>
    REMARKS.map((key) => comparableText(corrections[key])),
  ),
);

/** Types of the columns that hold dates and numbers. A title has the same type in all files. */
const KIND_OF_COLUMN = new Map(
  FILE_TABLES.flatMap(({ columns }) =>
    columns.map(({ title, kind }) => [comparableText(title), kind] as const),
  ),
);

/** The refused lines of an import, one table for each file. Each line has the line number, the column, the
 *  reason and the remedy, followed by its cells as received. Dates and numbers keep their type. When the
 *  corrected table is imported, the four columns are ignored with a notice. Of a line that contains a NUMEN,
 *  only the number is kept. */
export function toCorrectedTables(
  lines: readonly RefusedLine[],
  locale: 'fr' | 'en' = 'fr',
): readonly Table[] {
  const files = new Map<string, RefusedLine[]>();
  for (const line of lines) {
    const refused = files.get(line.entry.file);
    if (refused) refused.push(line);
    else files.set(line.entry.file, [line]);
  }
  return [...files].map(([file, refused]) => toTable(file, refused, locale));
}

function toTable(file: string, lines: readonly RefusedLine[], locale: 'fr' | 'en'): Table {
  const header = lines[0]?.header ?? [];
  const places = [...header.keys()].filter((at) => !REMARK_TITLES.has(comparableText(header[at] ?? '')));
  const width = lines.reduce((widest, { cells }) => Math.max(widest, cells.length), header.length);
  const beyond = Array.from({ length: width - header.length }, (_, at) => header.length + at);
  const saved = [...places, ...beyond];
  const columns = saved.map((at) => toColumn(`cell-${at}`, header[at] ?? ''));
  return {
    name: (file.split(' › ').at(-1) ?? file).replace(/\.\w+$/, ''),
    columns: [...toRemarkColumns(locale), ...columns],
    rows: lines.map(({ entry, cells }) => [
      entry.line,
      entry.column,
      entry.reason,
      entry.fix,
      ...toCells(cells, saved).map((cell, at) => toTableCell(cell, columns[at])),
    ]),
  };
}

/** The cells of a line. A line that could not be split into cells is written whole into the first column of
 *  the file. */
function toCells(cells: readonly string[], saved: readonly number[]): readonly string[] {
  if (cells.length === 1) return saved.map((_, at) => (at === 0 ? (cells[0] ?? '') : ''));
  return saved.map((at) => cells[at] ?? '');
}

function toRemarkColumns(locale: 'fr' | 'en'): readonly TableColumn[] {
  const { corrections } = (locale === 'fr' ? french : english)(OFFICE);
  return REMARKS.map((key) => ({
    key,
    title: corrections[key],
    kind: key === 'line' ? 'integer' : 'text',
  }));
}

/** A column with its type. A column of the DANE's files has the type that it has in an export. */
function toColumn(key: string, title: string): TableColumn {
  return { key, title, kind: KIND_OF_COLUMN.get(comparableText(title)) ?? 'text' };
}

/** The cell with its type: numbers as numbers, days as in an export. Any other text is left as received, to
 *  be corrected. */
function toTableCell(cell: string, column: TableColumn | undefined): TableCell {
  const text = cell.trim();
  if (column?.kind === 'date') return toDay(text) ?? cell;
  if (column?.kind === 'text' || !/^\d{1,6}([.,]\d{1,6})?$/.test(text)) return cell;
  return Number(text.replace(',', '.'));
}

function toDay(text: string): string | undefined {
  try {
    return parseLocalDate(text);
  } catch {
    return undefined;
  }
}
