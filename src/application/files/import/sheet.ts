/** A file to import. Its bytes can be read from the start several times. */
export interface ImportSource {
  /** The name of the file, without a folder. */
  readonly name: string;
  readonly sizeBytes?: number;
  /** Present where it is only listed: its name is not that of a table, or it is a folder inside a folder. */
  readonly unread?: 'other' | 'folder';
  open(): AsyncIterable<Uint8Array>;
}

/** Why a line could not be split into cells. */
export type BrokenLine = 'unclosed-quote' | 'stray-quote';

/** One record of a sheet. `line` is the number of its first line in the file, counted from 1. */
export type SheetRow =
  | {
      readonly kind: 'cells';
      readonly line: number;
      readonly cells: readonly string[];
      /** Indices of the cells with a spreadsheet error (`#N/A`), if any. */
      readonly errors?: readonly number[];
      /** Indices of the quoted cells of a CSV file that contain `,` or `;`, if any. */
      readonly quoted?: readonly number[];
    }
  | { readonly kind: 'broken'; readonly line: number; readonly text: string; readonly fault: BrokenLine };

/** A line that may be the header, with its cells as written. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Number of lines searched for the header, from the first one that is not blank. */
export const HEADER_LINES = 20;

/** Properties of a workbook that a CSV file does not have. */
export interface WorkbookTraits {
  /** Whether its days are counted from 1904 instead of 1900. */
  readonly countsFrom1904: boolean;
}

/** A table, read as a stream. */
export interface Sheet {
  /** Name of the sheet; present where the workbook has several. */
  readonly name?: string;
  /** True for a sheet hidden by its author, which is not read. */
  readonly hidden?: true;
  /** Present where the table is a sheet of a workbook. */
  readonly workbook?: WorkbookTraits;
  /** The lines that may be the header: among the first HEADER_LINES lines from the first that is not blank,
   *  those that are not blank. Empty if the whole sheet is blank. */
  readonly top: readonly SheetLine[];
  /** The lines below `header`, which is one of the lines of `top`. Each call starts again from the first.
   *  `onBytes` gets the number of bytes read. */
  rows(header: SheetLine, onBytes?: (bytes: number) => void): AsyncIterable<SheetRow>;
}

/** The tables of a file, in order: a CSV file has one, a workbook one for each sheet, including blank and
 *  hidden ones. Throws `unreadable-file` with `reason`: `empty`, `not-text`, `xls`, `encrypted`,
 *  `broken-workbook`, or `workbook-too-large` with `limitMegabytes`, `limitUnpackedMegabytes` and
 *  `limitRows`. */
export type OpenSheets = (source: ImportSource) => Promise<readonly Sheet[]>;
