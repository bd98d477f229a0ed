import { HEADER_LINES, type SheetLine, type SheetRow } from '../../application/files/import/sheet.ts';
import { DomainError } from '../../domain/errors.ts';
import { makeRecordCutter } from './csv-records.ts';

/** The possible delimiters of a file; the first one is taken where a line has none. */
const DELIMITERS = [';', ',', '\t'] as const;

/** The DANE's files have no line of this length: a file with a longer one is not a table. */
const MAX_HELD_CHARS = 1_048_576;

/** Lines of text that are read for the header: its cells may contain line ends. */
const READ_LINES = HEADER_LINES + 30;

/** `sep=;`, the line that tells Excel the delimiter of the file. */
const SEPARATOR_LINE = /^"?sep=([;,\t|])"?[;,\t]*$/i;

/** A line that may be the header, with its delimiter. */
export interface TopLine extends SheetLine {
  readonly delimiter: string;
}

/** The first lines of the file that are not blank. Each is cut with the delimiter that gives it the most
 *  cells, because a title above the header may contain any of them; a line `sep=` decides for all. It is
 *  read no further than needed. Throws `unreadable-file` for a file without any line, or with none that
 *  ends. */
export async function readTop(name: string, pieces: AsyncIterable<string>): Promise<readonly TopLine[]> {
  const { lines, first } = await readLines(name, pieces);
  const stated = SEPARATOR_LINE.exec(lines[0]?.trim() ?? '')?.[1];
  const skipped = stated ? 1 : 0;
  const text = lines.slice(skipped).join('\n');
  const start = first + skipped;
  const top = new Map<number, TopLine>();
  for (const delimiter of stated ? [stated] : DELIMITERS) {
    for (const row of cutAll(text, delimiter)) {
      const line = { line: start + row.line - 1, cells: toCells(row, delimiter), delimiter };
      const known = top.get(line.line);
      if (!known || countCells(line) > countCells(known)) top.set(line.line, line);
    }
  }
  const found = [...top.values()]
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .sort((one, other) => one.line - other.line);
  const last = (found[0]?.line ?? 0) + HEADER_LINES;
  if (found.length === 0) throw new DomainError('unreadable-file', { name, reason: 'empty' });
  return found.filter(({ line }) => line < last);
}

function cutAll(text: string, delimiter: string): readonly SheetRow[] {
  const cutter = makeRecordCutter(delimiter);
  return [...cutter.push(text), ...cutter.end()];
}

/** Number of cells; 0 where the delimiter cuts inside quotes, because the right delimiter does not do so. */
function countCells({ cells }: SheetLine): number {
  return cells.some((cell) => (cell.split('"').length - 1) % 2 === 1) ? 0 : cells.length;
}

function toCells(row: SheetRow, delimiter: string): readonly string[] {
  return row.kind === 'cells' ? row.cells : row.text.split(delimiter);
}

interface ReadLines {
  readonly lines: readonly string[];
  /** Number of the first of them in the file, counted from 1. */
  readonly first: number;
}

/** Some lines of text from the first that is not blank on. */
async function readLines(name: string, pieces: AsyncIterable<string>): Promise<ReadLines> {
  const lines: string[] = [];
  let first = 1;
  let held = '';
  const take = (line: string) => {
    if (line.length > MAX_HELD_CHARS) throw new DomainError('unreadable-file', { name, reason: 'not-text' });
    if (lines.length === 0 && /^[\s;,"]*$/.test(line)) first += 1;
    else lines.push(line);
  };
  for await (const piece of pieces) {
    const parts = (held + piece).replace(/\r(?!$)\n?/g, '\n').split('\n');
    held = parts.pop() ?? '';
    for (const part of parts) {
      take(part);
      // A piece may be the whole file: its other lines are not cut with every delimiter.
      if (lines.length === READ_LINES) return { lines, first };
    }
    if (held.length > MAX_HELD_CHARS) throw new DomainError('unreadable-file', { name, reason: 'not-text' });
  }
  take(held.replace(/\r$/, ''));
  return { lines, first };
}
