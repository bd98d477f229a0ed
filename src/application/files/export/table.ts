/** What a column holds. Dates are `YYYY-MM-DD`; a `number` has decimals, an `integer` none. */
export type ColumnKind = 'text' | 'date' | 'number' | 'integer';

export interface TableColumn {
  readonly key: string;
  /** What stands in the header. */
  readonly title: string;
  readonly kind: ColumnKind;
}

/** Undefined is an empty cell. */
export type TableCell = string | number | undefined;

/** A table ready to be written, its cells in the order of its columns. */
export interface Table {
  /** Of the sheet, or of the file without its extension. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** In a workbook, a sheet that is not shown. */
  readonly hidden?: true;
}

/** Writes tables as one file: a sheet each in a workbook; one below the other, a blank line between, in CSV. */
export type TableWriter = (tables: readonly Table[]) => Uint8Array;

/** The two formats that spreadsheets open. */
export interface TableWriters {
  readonly csv: TableWriter;
  /** In the language of its texts. */
  readonly xlsx: (language: 'fr' | 'en') => TableWriter;
}
