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
      /** Indices of the cells of a CSV file that contain `,` or `;` inside quotes, if any. */
      readonly quoted?: readonly number[];
    }
  | { readonly kind: 'broken'; readonly line: number; readonly text: string; readonly fault: BrokenLine };

/** A line that may be the header, with its cells as written. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Number of lines, from the first that is not blank, among which the header is looked for. */
export const HEADER_LINES = 20;

/** What a workbook's cells hold that those of a CSV file do not. */
export interface WorkbookTraits {
  /** Whether its days are counted from 1904 and not from 1900. */
  readonly countsFrom1904: boolean;
}

/** A table, read as a stream. */
export interface Sheet {
  /** Name of the sheet, where the workbook has several. */
  readonly name?: string;
  /** True for a sheet hidden by its author, which is not read. */
  readonly hidden?: true;
  /** Present where the table is a sheet of a workbook. */
  readonly workbook?: WorkbookTraits;
  /** The lines that may be the header: the first that is not blank, and those of the next HEADER_LINES - 1
   *  that are not. Empty where the whole sheet is blank. */
  readonly top: readonly SheetLine[];
  /** The lines below one of the lines of `top`; each call starts again from the first. `onBytes` gets the
   *  number of bytes read. */
  rows(header: SheetLine, onBytes?: (bytes: number) => void): AsyncIterable<SheetRow>;
}

/** The tables of a file, in order: a CSV file has one, a workbook one for each sheet, including blank and
 *  hidden ones. Throws `unreadable-file` with `reason`: `empty`, `not-text`, `xls`, `encrypted`,
 *  `broken-workbook`, or `workbook-too-large` with `limitMegabytes`, `limitUnpackedMegabytes` and
 *  `limitRows`. */
export type OpenSheets = (source: ImportSource) => Promise<readonly Sheet[]>;
