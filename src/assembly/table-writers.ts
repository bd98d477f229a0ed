import { writeCsv } from '../adapters/spreadsheets/write-csv.ts';
import { makeWorkbookWriter } from '../adapters/spreadsheets/write-workbook.ts';
import type { TableWriter, TableWriters } from '../application/files/export/table.ts';

/** The writer of each table format. */
export const TABLE_WRITERS: TableWriters = {
  csv: writeCsv,
  xlsx: (language) => makeWorkbookWriter(language === 'en' ? 'en-GB' : 'fr-FR'),
};

/** The writer for French files, by file extension. */
export const WRITER_OF_EXTENSION: ReadonlyMap<string, TableWriter> = new Map([
  ['csv', TABLE_WRITERS.csv],
  ['xlsx', TABLE_WRITERS.xlsx('fr')],
]);
