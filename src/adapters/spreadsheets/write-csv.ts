import { stringify } from 'csv-stringify/sync';
import type { Table, TableCell, TableWriter } from '../../application/files/export/table.ts';
import { guardGuarded, toPlainNumber } from './cell-text.ts';

/** CSV as French spreadsheets open it: UTF-8 with a BOM, `;`, CRLF, decimals with a comma. Dates stay
 *  `YYYY-MM-DD`. A text that looks like a formula is guarded by a quote, which an import removes. */
export const writeCsv: TableWriter = (tables) => {
  const text = tables.map(toText).join('\r\n');
  return new TextEncoder().encode(`\ufeff${text}`);
};

function toText({ columns, rows }: Table): string {
  const header = columns.map(({ title }) => title);
  return stringify([header, ...rows.map((row) => row.map(toCell))], {
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    // The library quotes a cell for CRLF only, but a single `\r` or `
    // ` also breaks a line.
    quoted_match: /[\r\n]/,
    cast: { string: guardGuarded },
  });
}

function toCell(cell: TableCell): string {
  return typeof cell === 'number' ? toPlainNumber(cell).replace('.', ',') : (cell ?? '');
}
