/** A file to import. Its bytes can be read from the start several times. */
export interface ImportSource {
  /** The name of the file, without a folder. */
  readonly name: string;
  readonly sizeBytes?: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Why a line could not be cut into cells. */
export type BrokenLine = 'unclosed-quote' | 'stray-quote';

/** One record of a sheet. `line` is the number of its first line in the file, counted from 1. */
export type SheetRow =
  | {
      readonly kind: 'cells';
      readonly line: number;
      readonly cells: readonly string[];
      /** Indices of the cells that contain a spreadsheet error (`#N/A`), if any. */
      readonly errors?: readonly number[];
    }
  | { readonly kind: 'broken'; readonly line: number; readonly text: string; readonly fault: BrokenLine };

/** A table with a header, read as a stream. */
export interface Sheet {
  /** Name of the sheet, where the workbook has several. */
  readonly name?: string;
  /** True for a sheet hidden by its author, which is not read. */
  readonly hidden?: true;
  /** The first line that is not blank, as written. It has no cell where the whole sheet is blank. */
  readonly header: { readonly line: number; readonly cells: readonly string[] };
  /** The lines below the header; each call starts again from the first. `onBytes` gets the number of bytes
   *  read. */
  rows(onBytes?: (bytes: number) => void): AsyncIterable<SheetRow>;
}

/** The tables of a file, in order: a CSV file has one, a workbook one for each sheet, including blank and
 *  hidden ones. Throws `unreadable-file` with `reason`: `empty`, `utf-16`, `not-text`, `xls`, `ods`,
 *  `encrypted`, `broken-workbook`, or `workbook-too-large` with `limitMegabytes`, `limitUnpackedMegabytes`
 *  and `limitRows`. */
export type OpenSheets = (source: ImportSource) => Promise<readonly Sheet[]>;
