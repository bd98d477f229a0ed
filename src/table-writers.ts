import { writeCsv } from './adapters/spreadsheets/write-csv.ts';
import { makeWorkbookWriter } from './adapters/spreadsheets/write-workbook.ts';
import type { TableWriter } from './application/export/table.ts';

/** How tables are written, by the extension of the file. */
export const TABLE_WRITERS: ReadonlyMap<string, TableWriter> = new Map([
  ['csv', writeCsv],
  ['xlsx', makeWorkbookWriter()],
]);
