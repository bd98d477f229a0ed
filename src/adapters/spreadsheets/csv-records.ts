import type { BrokenLine, SheetRow } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';

/** Excel and Calc allow at most 32,767 characters in a cell: a longer quoted cell was never closed. */
const MAX_CELL_CHARS = 32_767;
/** Excel and Calc allow at most this many columns: a longer record is no line of a table. */
const MAX_CELLS = 16_384;
/** The DANE's files have no record of this length. */
const MAX_RECORD_CHARS = 1_048_576;

/** The characters that separate the items of a list inside a quoted cell, besides `|`. */
const ITEM_SEPARATOR = /[,;]/;

const LINE_END = 0x0a;
const QUOTE = 0x22;

interface Cut {
  readonly cells: readonly string[];
  /** Indices of the quoted cells that contain a separator of items. */
  readonly quoted?: readonly number[];
  /** Position at which the next record begins. */
  readonly next: number;
  readonly lines: number;
}

/** `more`: the text ends inside the record. `too-long`: no table has such a record. */
type Attempt = Cut | 'more' | 'too-long' | BrokenLine;

/** How far a text was cut: what is held of it, and the number of the next line. A cutter of the rest begins
 *  there. */
export interface CutPlace {
  readonly held: string;
  readonly line: number;
}

export interface RecordCutter {
  /** Yields the records that this text completes. Throws `unreadable-file` at a record that is too long, as
   *  does `end`. */
  push(text: string): Generator<SheetRow>;
  /** Yields the last record, where the file does not end with a line break. */
  end(): Generator<SheetRow>;
  place(): CutPlace;
}

/** Cuts CSV text (RFC 4180, any delimiter, any line break) into records. A quote opens a cell only as its
 *  first character; elsewhere it is a normal character. Where a quoted cell is malformed, or a record of
 *  several lines has not `width` cells, only its first line is broken, and reading goes on at the next line.
 *  One missing quote must not swallow the good lines below it, so a parser that stops or skips to the next
 *  record does not fit. A record is bound in characters and cells, and each character is looked at a constant
 *  number of times. */
export function makeRecordCutter(
  delimiter: string,
  width?: number,
  from: CutPlace = { held: '', line: 1 },
): RecordCutter {
  let { held, line } = from;
  return {
    place: () => ({ held, line }),
    push(text) {
      const joined = held + text;
      // A final carriage return is kept back, because the next text may begin with its line feed.
      const waiting = joined.endsWith('\r') ? '\r' : '';
      return cut(joinLineEnds(joined.slice(0, joined.length - waiting.length)), waiting);
    },
    end: () => cut(joinLineEnds(held)),
  };

  function hasWidth(cells: readonly string[]): boolean {
    return width === undefined || cells.length === width;
  }

  /** `waiting` is the rest of the text that cannot be judged yet. Without it, the file ends here. */
  function* cut(text: string, waiting?: string): Generator<SheetRow> {
    const isEnd = waiting === undefined;
    let at = 0;
    while (at < text.length) {
      const attempt = cutRecord(text, at, { delimiter, isEnd });
      if (attempt === 'more' && text.length - at <= MAX_RECORD_CHARS) break;
      if (attempt === 'too-long') throw tooLong();
      if (typeof attempt !== 'string' && (attempt.lines === 1 || hasWidth(attempt.cells))) {
        const { cells, quoted } = attempt;
        yield quoted ? { kind: 'cells', line, cells, quoted } : { kind: 'cells', line, cells };
        line += attempt.lines;
        at = attempt.next;
      } else {
        const end = text.indexOf('\n', at);
        // The first line of a broken record is reported whole.
        if (end < 0 && !isEnd && text.length - at <= MAX_RECORD_CHARS) break;
        const next = end < 0 ? text.length : end + 1;
        if (next - at > MAX_RECORD_CHARS) throw tooLong();
        const isError = attempt === 'stray-quote' || attempt === 'unclosed-quote';
        const fault = isError ? attempt : 'unclosed-quote';
        yield { kind: 'broken', line, text: text.slice(at, next).trimEnd(), fault };
        line += 1;
        at = next;
      }
    }
    held = text.slice(at) + (waiting ?? '');
  }
}

function tooLong(): DomainError {
  return new DomainError('unreadable-file', { reason: 'not-text' });
}

interface Rules {
  readonly delimiter: string;
  readonly isEnd: boolean;
}

/** Reads the record that begins at `start`. */
function cutRecord(text: string, start: number, rules: Rules): Attempt {
  const cells: string[] = [];
  let quoted: number[] | undefined;
  let at = start;
  let lines = 1;
  for (;;) {
    if (cells.length === MAX_CELLS || at - start > MAX_RECORD_CHARS) {
      // A quote that was never closed may have joined many good lines.
      return lines === 1 ? 'too-long' : 'unclosed-quote';
    }
    const isQuoted = text[at] === '"';
    const cell = isQuoted ? cutQuoted(text, at, rules) : cutPlain(text, at, rules);
    if (typeof cell === 'string') return cell;
    if (isQuoted && ITEM_SEPARATOR.test(cell.value)) {
      quoted ??= [];
      quoted.push(cells.length);
    }
    cells.push(cell.value);
    lines += cell.lineEnds;
    at = Math.min(cell.end + 1, text.length);
    if (cell.end >= text.length || text[cell.end] === '\n')
      return quoted ? { cells, quoted, next: at, lines } : { cells, next: at, lines };
  }
}

interface Cell {
  readonly value: string;
  /** Position of its delimiter or line break; the text's length where there is none. */
  readonly end: number;
  readonly lineEnds: number;
}

/** The cell is walked to its end. A search for the delimiter, or for the end of the line, would look far
 *  beyond it for each cell of a text that has only one of them. */
function cutPlain(text: string, start: number, { delimiter, isEnd }: Rules): Cell | 'more' {
  const mark = delimiter.charCodeAt(0);
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === mark || code === LINE_END) break;
  }
  if (end === text.length && !isEnd) return 'more';
  return { value: text.slice(start, end), end, lineEnds: 0 };
}

function cutQuoted(text: string, start: number, { delimiter, isEnd }: Rules): Cell | 'more' | BrokenLine {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = nextQuote(text, at, start + MAX_CELL_CHARS + 1);
    const isTooLong = (quote < 0 ? text.length : quote) - start > MAX_CELL_CHARS;
    if (isTooLong || (quote < 0 && isEnd)) return 'unclosed-quote';
    if (quote < 0 || (quote + 1 >= text.length && !isEnd)) return 'more';
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      if (end < text.length && text[end] !== delimiter && text[end] !== '\n') return 'stray-quote';
      return { value, end, lineEnds: countLineEnds(value) };
    }
    value += '"';
    at = quote + 2;
  }
}

/** The next quote before `limit`; -1 where there is none. */
function nextQuote(text: string, from: number, limit: number): number {
  const last = Math.min(text.length, limit);
  for (let at = from; at < last; at += 1) if (text.charCodeAt(at) === QUOTE) return at;
  return -1;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function joinLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
