import { writeCsv } from '../adapters/spreadsheets/write-csv.ts';
import { makeWorkbookStream, makeWorkbookWriter } from '../adapters/spreadsheets/write-workbook.ts';
import type { TableWriter, TableWriters } from '../application/files/export/table.ts';

const LANGUAGES = { fr: 'fr-FR', en: 'en-GB' } as const;

/** The writer of each table format. */
export const TABLE_WRITERS: TableWriters = {
  csv: writeCsv,
  xlsx: (language) => makeWorkbookWriter(LANGUAGES[language]),
  xlsxStream: (language) => makeWorkbookStream(LANGUAGES[language]),
};

/** The writer for French files, by file extension. */
export const WRITER_OF_EXTENSION: ReadonlyMap<string, TableWriter> = new Map([
  ['csv', TABLE_WRITERS.csv],
  ['xlsx', TABLE_WRITERS.xlsx('fr')],
]);
