import { containsNumen } from '../../../domain/numen.ts';
import type { UnreadTable } from '../../../domain/upload/upload.ts';
import type { Fault } from './entry.ts';
import { recogniseForeign } from './foreign-tables.ts';
import { type RecognisedHeader, recognise, type UnrecognisedHeader } from './recognise.ts';
import type { SheetLine } from './sheet.ts';

/** What the sender has said about the files. */
export interface HeaderChoices {
  /** Code of the event that a list of Moodle is about. */
  readonly event?: string | undefined;
}

interface FoundHeader {
  readonly titles: SheetLine;
  readonly header: RecognisedHeader;
  readonly numensAbove: readonly number[];
}

interface NoHeader {
  readonly line: number;
  readonly why: Extract<UnreadTable['why'], 'unknown' | 'refused'>;
  readonly fault: Fault;
}

/** The header is the first of these lines that is recognised: a title, empty lines or merged cells may stand
 *  above it. Where none is, the line that resembles one most is named. A line with a NUMEN is no header. */
export function findHeader(top: readonly SheetLine[], choices: HeaderChoices = {}): FoundHeader | NoHeader {
  const numensAbove: number[] = [];
  let nearest: { readonly line: number; readonly fault: Fault; readonly score: number } | undefined;
  for (const titles of top) {
    if (titles.cells.some(containsNumen)) {
      numensAbove.push(titles.line);
      continue;
    }
    const header = recogniseLine(titles.cells, choices);
    if ('kind' in header) return { titles, header, numensAbove };
    if (!nearest || header.score > nearest.score) nearest = { line: titles.line, ...header };
  }
  const [numen] = numensAbove;
  if (numen !== undefined && (nearest?.score ?? 0) === 0)
    return { line: numen, why: 'refused', fault: { code: 'numen-refused' } };
  const { line, fault, score } = nearest ?? { line: 1, fault: { code: 'unrecognised-file' }, score: 0 };
  return { line, why: score > 0 ? 'refused' : 'unknown', fault };
}

/** A table of another service is told before the DANE's own: Moodle's list of participants has the columns of
 *  a file of people. */
function recogniseLine(
  cells: readonly string[],
  choices: HeaderChoices,
): RecognisedHeader | UnrecognisedHeader {
  const foreign = recogniseForeign(cells, choices);
  if (!foreign) return recognise(cells);
  if ('code' in foreign) return { fault: foreign, score: cells.length };
  const { kind, columns, unread, translation } = foreign;
  return { kind, columns, unknown: unread, close: [], translation };
}
