import type { LineRemark, LineVerdict } from '../../../domain/upload/types.ts';
import { importTexts as english } from '../../../texts/en/dane/import.ts';
import { importTexts as french, type ImportTexts } from '../../../texts/fr/dane/import.ts';
import { OFFICE } from '../../../texts/office.ts';

/** The reasons to refuse a line or a file. The list is closed, and `texts` has a sentence for each. */
export type RejectionCode = keyof ImportTexts['refusals'];
/** The notices on an accepted line, or on a file. */
export type NoticeCode = keyof ImportTexts['notices'];

export type RemarkParams = Readonly<Record<string, string | number>>;

/** The fault of a cell, or of the whole line where no column is named. */
export interface ValidationError {
  readonly code: RejectionCode;
  readonly column?: string;
  readonly params?: RemarkParams;
}

export interface Notice {
  readonly code: NoticeCode;
  readonly column?: string;
  readonly params?: RemarkParams;
}

/** One remark of an import, by code; `presentEntry` puts it into words. `line` counts from 1 at the first
 *  line of the file. A remark on a NUMEN has neither column nor value, so that the NUMEN is not repeated. */
export type Remark = {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
  readonly value?: string;
  readonly params?: RemarkParams;
} & (
  | { readonly kind: 'refused'; readonly code: RejectionCode }
  | { readonly kind: 'notice'; readonly code: NoticeCode }
);

/** A remark in words, in the form for other programs (`import --json`). */
export interface ImportEntry {
  readonly kind: 'refused' | 'notice';
  readonly file: string;
  readonly line: number;
  /** Empty if the remark is about the whole line. */
  readonly column: string;
  readonly value: string;
  readonly code: RejectionCode | NoticeCode;
  readonly reason: string;
  readonly fix: string;
}

/** A line as received, with its header. */
export interface WrittenLine {
  readonly header: readonly string[];
  /** Empty if the line contains a NUMEN. A line that could not be split into cells is one single item. */
  readonly cells: readonly string[];
}

/** A refused line with its remark: the content of a file of corrections. */
export interface RefusedLine extends WrittenLine {
  readonly entry: ImportEntry;
}

/** Number of lines for each outcome. A line replaced by a later one is in none of the four counts. */
export interface ImportSummary {
  readonly kind: 'summary';
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly notices: number;
}

/** The remark with its reason and remedy in words. */
export function presentEntry(remark: Remark, locale: 'fr' | 'en' = 'fr'): ImportEntry {
  const { kind, file, line, column = '', value = '', code } = remark;
  const texts = (locale === 'fr' ? french : english)(OFFICE);
  const text = remark.kind === 'refused' ? texts.refusals[remark.code] : texts.notices[remark.code];
  const params = { ...remark.params, column, value };
  return { kind, file, line, column, value, code, reason: text.reason(params), fix: text.fix(params) };
}

/** The entry without its file and line, for a record that already names them. */
export function toLineRemark({ column, value, reason, fix }: ImportEntry): LineRemark {
  return { column, value, reason, fix };
}

/** The verdict on a whole file, or on a sheet of it. */
export function toFileVerdict(entry: ImportEntry): LineVerdict {
  const { kind, file, line } = entry;
  const outcome = kind === 'refused' ? 'refused' : 'noted';
  return { file, line, outcome, differences: [], remarks: [toLineRemark(entry)] };
}
