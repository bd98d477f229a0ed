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
  | { readonly kind: 'cells'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'broken'; readonly line: number; readonly text: string; readonly fault: BrokenLine };

/** A table with a header, read as a stream. */
export interface Sheet {
  /** The first line that is not blank, as written. */
  readonly header: { readonly line: number; readonly cells: readonly string[] };
  /** The lines below the header, from the first, at each call. `onBytes` hears how many bytes were read. */
  rows(onBytes?: (bytes: number) => void): AsyncIterable<SheetRow>;
}

/** Throws `unreadable-file` with `reason`: `empty`, `spreadsheet` (XLSX, XLS, ODS), `utf-16` or `not-text`. */
export type OpenSheet = (source: ImportSource) => Promise<Sheet>;
