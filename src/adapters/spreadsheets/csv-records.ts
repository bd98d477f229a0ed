import type { BrokenLine, SheetRow } from '../../application/files/import/sheet.ts';

/** Excel and Calc allow at most 32,767 characters in a cell: a longer quoted cell was never closed. */
const MAX_CELL_CHARS = 32_767;

/** The characters that separate the items of a list inside a quoted cell, besides `|`. */
const ITEM_SEPARATOR = /[,;]/;

interface Cut {
  readonly cells: readonly string[];
  /** Indices of the quoted cells that contain a separator of items. */
  readonly quoted?: readonly number[];
  /** Position at which the next record begins. */
  readonly next: number;
  readonly lines: number;
}

/** `more`: the text ends inside the record. */
type Attempt = Cut | 'more' | BrokenLine;

export interface RecordCutter {
  /** Yields the records that this text completes. */
  push(text: string): Generator<SheetRow>;
  /** Yields the last record, where the file does not end with a line break. */
  end(): Generator<SheetRow>;
  /** Number of characters kept back because their record is not complete. */
  heldChars(): number;
}

/** Cuts CSV text (RFC 4180, any delimiter, any line break) into records. A quote opens a cell only as its
 *  first character; elsewhere it is a normal character. Where a quoted cell is malformed, or a record of
 *  several lines has not `width` cells, only its first line is broken, and reading goes on at the next line.
 *  One missing quote must not swallow the good lines below it, so a parser that stops or skips to the next
 *  record does not fit. */
export function makeRecordCutter(delimiter: string, width?: number): RecordCutter {
  let held = '';
  let line = 1;
  return {
    push(text) {
      const joined = held + text;
      // A final `\r` is kept back, because the next text may begin with its `
      // `.
      const waiting = joined.endsWith('\r') ? '\r' : '';
      return cut(joinLineEnds(joined.slice(0, joined.length - waiting.length)), waiting);
    },
    end: () => cut(joinLineEnds(held)),
    heldChars: () => held.length,
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
      if (attempt === 'more') break;
      if (typeof attempt !== 'string' && (attempt.lines === 1 || hasWidth(attempt.cells))) {
        const { cells, quoted } = attempt;
        yield quoted ? { kind: 'cells', line, cells, quoted } : { kind: 'cells', line, cells };
        line += attempt.lines;
        at = attempt.next;
      } else {
        const end = text.indexOf('\n', at);
        const next = end < 0 ? text.length : end + 1;
        const fault = typeof attempt === 'string' ? attempt : 'unclosed-quote';
        yield { kind: 'broken', line, text: text.slice(at, next).trimEnd(), fault };
        line += 1;
        at = next;
      }
    }
    held = text.slice(at) + (waiting ?? '');
  }
}

interface Rules {
  readonly delimiter: string;
  readonly isEnd: boolean;
}

/** Reads the record that begins at `start`. */
function cutRecord(text: string, start: number, rules: Rules): Attempt {
  const cells: string[] = [];
  let quoted: readonly number[] | undefined;
  let at = start;
  let lines = 1;
  for (;;) {
    const isQuoted = text[at] === '"';
    const cell = isQuoted ? cutQuoted(text, at, rules) : cutPlain(text, at, rules);
    if (typeof cell === 'string') return cell;
    if (isQuoted && ITEM_SEPARATOR.test(cell.value)) quoted = [...(quoted ?? []), cells.length];
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

function cutPlain(text: string, start: number, { delimiter, isEnd }: Rules): Cell | 'more' {
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd < 0 && !isEnd) return 'more';
  const limit = lineEnd < 0 ? text.length : lineEnd;
  const next = text.indexOf(delimiter, start);
  const end = next < 0 || next > limit ? limit : next;
  return { value: text.slice(start, end), end, lineEnds: 0 };
}

function cutQuoted(text: string, start: number, { delimiter, isEnd }: Rules): Cell | 'more' | BrokenLine {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
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

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function joinLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
