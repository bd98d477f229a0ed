import type { ImportTexts } from '../../../texts/fr/import.ts';

/** Why a line or a file is refused. The list is closed: `texts` words each. */
export type RefusalCode = keyof ImportTexts['refusals'];
/** What is said of a line that is accepted, or of a file. */
export type NoticeCode = keyof ImportTexts['notices'];

export type RemarkParams = Readonly<Record<string, string | number>>;

/** What is wrong with a cell, or with the whole line where no column is named. */
export interface Fault {
  readonly code: RefusalCode;
  readonly column?: string;
  readonly params?: RemarkParams;
}

export interface Notice {
  readonly code: NoticeCode;
  readonly column?: string;
  readonly params?: RemarkParams;
}

/** One remark of an import, by code; `present-entry` puts it into words. `line` is 1 for the first line of the file.
 *  A NUMEN has neither column nor value: only file and line are ever said. */
export type Remark = {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
  readonly value?: string;
  readonly params?: RemarkParams;
} & (
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  | { readonly kind: 'notice'; readonly code: NoticeCode }
);

/** A remark in words: the shape that other programs read (contract, `import --json`). */
export interface ImportEntry {
  readonly kind: 'refused' | 'notice';
  readonly file: string;
  readonly line: number;
  /** Empty where the remark is about the whole line. */
  readonly column: string;
  readonly value: string;
  readonly code: RefusalCode | NoticeCode;
  readonly reason: string;
  readonly fix: string;
}

/** A line as it came, under which header. */
export interface WrittenLine {
  readonly header: readonly string[];
  /** None where the line holds a NUMEN; one, the whole line, where it could not be cut into cells. */
  readonly cells: readonly string[];
}

/** A refused line with what is said of it: what a file to correct is made of. */
export interface RefusedLine extends WrittenLine {
  readonly entry: ImportEntry;
}

/** How many lines did what. A line that a later one replaces counts in none of the four. */
export interface ImportSummary {
  readonly kind: 'summary';
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly notices: number;
}
