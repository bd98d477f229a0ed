import { writeCsv } from '../adapters/spreadsheets/write-csv.ts';
import { makeWorkbookWriter } from '../adapters/spreadsheets/write-workbook.ts';
import type { TableWriter } from '../application/export/table.ts';

/** Files full of people: for the eyes of who runs the command. */
export const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** How tables are written, by the extension of the file. */
export const TABLE_WRITERS: ReadonlyMap<string, TableWriter> = new Map([
  ['csv', writeCsv],
  ['xlsx', makeWorkbookWriter()],
]);
