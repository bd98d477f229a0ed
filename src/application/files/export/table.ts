/** The content of a column. Dates are `YYYY-MM-DD`; a `number` may have decimals, an `integer` has none. */
export type ColumnKind = 'text' | 'date' | 'number' | 'integer';

export interface TableColumn {
  readonly key: string;
  /** The text of the header. */
  readonly title: string;
  readonly kind: ColumnKind;
}

/** Undefined for an empty cell. */
export type TableCell = string | number | undefined;

/** A table ready to be written. Its cells are in the order of its columns. */
export interface Table {
  /** Name of the sheet, or of the file without its extension. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** True for a hidden sheet of a workbook. */
  readonly hidden?: true;
}

/** Writes tables as one file. A workbook has a sheet for each table; in CSV the tables follow one another,
 *  separated by a blank line. */
export type TableWriter = (tables: readonly Table[]) => Uint8Array;

/** Writes tables as a workbook, piece by piece, while they are read. A table of the same name as the one before
 *  continues its sheet. */
export type WorkbookStream = (tables: AsyncIterable<Table> | Iterable<Table>) => AsyncGenerator<Uint8Array>;

/** The two formats that spreadsheets open. */
export interface TableWriters {
  readonly csv: TableWriter;
  /** The language is that of the table's texts. */
  readonly xlsx: (language: 'fr' | 'en') => TableWriter;
  readonly xlsxStream: (language: 'fr' | 'en') => WorkbookStream;
}
