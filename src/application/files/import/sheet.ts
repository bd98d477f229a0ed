/** A file to import: its bytes can be read from the start as often as it takes. */
export interface ImportSource {
  /** The file's own name, without a folder. */
  readonly name: string;
  readonly sizeBytes?: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Why a line could not be cut into cells. */
export type BrokenLine = 'unclosed-quote' | 'stray-quote';

/** One record of a sheet; `line` is the number of its first line in the file, the first line being 1. */
export type SheetRow =
  | {
      readonly kind: 'cells';
      readonly line: number;
      readonly cells: readonly string[];
      /** Places of the cells that hold an error of the spreadsheet (`#N/A`), where there are some. */
      readonly errors?: readonly number[];
    }
  | { readonly kind: 'broken'; readonly line: number; readonly text: string; readonly fault: BrokenLine };

/** A table with a header, read as a stream. */
export interface Sheet {
  /** Its name in the workbook, where the workbook has several. */
  readonly name?: string;
  /** Its author hid it: it is not read. */
  readonly hidden?: true;
  /** The first line that is not blank, as written; no cell where the whole sheet is blank. */
  readonly header: { readonly line: number; readonly cells: readonly string[] };
  /** The lines below the header, from the first, at each call. `onBytes` hears how many bytes were read. */
  rows(onBytes?: (bytes: number) => void): AsyncIterable<SheetRow>;
}

/** The tables of a file, in their order: one of a CSV file, one of each sheet of a workbook, blank and hidden ones
 *  included. Throws
 *  `unreadable-file` with `reason`: `empty`, `utf-16`, `not-text`, `xls`, `ods`, `encrypted`, `broken-workbook`, or
 *  `workbook-too-large` with `limitMegabytes`, `limitUnpackedMegabytes` and `limitRows`. */
export type OpenSheets = (source: ImportSource) => Promise<readonly Sheet[]>;
