import { foldTitle } from './fold-title.ts';

/** The words with which hands begin the totals and notes below a table. */
const MARKERS: ReadonlySet<string> = new Set(
  'total,totaux,sous,soustotal,nombre,nb,note,notes,nota,remarque,remarques,legende,source,somme'.split(','),
);

/** Enough of a cell to tell a marker from a longer word: a cell may have megabytes. */
const LONGEST_MARKER = 40;

/** Columns in which a total's word can never stand. */
const STRICT: ReadonlySet<string> = new Set(['email', 'uai']);

interface Form {
  readonly columns: ReadonlyMap<string, number>;
  readonly required: readonly string[];
}

/** Whether a line is a total, a note or a heading, and no record: it begins with a word of totals and leaves
 *  a required cell empty, or has one cell only, with several words. Such a line could never be imported, so no
 *  good line is lost. */
export function isBesideTable(cells: readonly string[], { columns, required }: Form): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  const [first = 0] = filled;
  const text = cells[first]?.trim() ?? '';
  const [word = ''] = foldTitle(text.slice(0, LONGEST_MARKER)).split('_');
  const isMarked = text.startsWith('*') || MARKERS.has(word);
  if (filled.length === 1 && required.length > 1 && (isMarked || text.includes(' '))) return true;
  if (!isMarked) return false;
  const isStrict = [...STRICT].some((column) => columns.get(column) === first);
  return isStrict || required.some((column) => (cells[columns.get(column) ?? -1] ?? '').trim() === '');
}
