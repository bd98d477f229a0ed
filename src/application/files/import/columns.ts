import type { ColumnSpellings } from '../../../catalogue/office-pack.ts';
import { areAlike, MIN_CLOSE_CHARS } from '../../../domain/text/edit-distance.ts';
import { foldTitle } from '../../../domain/text/strings.ts';
import type { FileKind } from './file-kind.ts';

/** A title that is recognised as a column. */
interface Spelling {
  readonly column: string;
  /** 0 for the column's own name, then 1, 2… from the likeliest spelling on. */
  readonly rank: number;
}

/** The places of the columns of one kind in a header. */
export interface Placement {
  readonly columns: ReadonlyMap<string, number>;
  /** Number of columns that are found under their own name. */
  readonly exact: number;
  /** A column whose own name occurs twice. */
  readonly twice?: string;
}

function columnsOf({ required, optional }: FileKind): readonly string[] {
  return [...required, ...optional];
}

export type Spellings = ColumnSpellings['spellings'];

const known = new WeakMap<Spellings, Map<FileKind, ReadonlyMap<string, Spelling>>>();

/** Every recognised title for a column of the kind, folded. A column's own name is never a spelling of
 *  another column. */
function spellingsOf(kind: FileKind, all: Spellings): ReadonlyMap<string, Spelling> {
  const ofKind = known.get(all) ?? new Map<FileKind, ReadonlyMap<string, Spelling>>();
  known.set(all, ofKind);
  const found = ofKind.get(kind);
  if (found) return found;
  const made = new Map(columnsOf(kind).map((column) => [foldTitle(column), { column, rank: 0 }]));
  for (const [column, spellings] of Object.entries(all[kind.name] ?? {})) {
    for (const [at, spelling] of spellings.entries()) {
      const folded = foldTitle(spelling);
      if (!made.has(folded)) made.set(folded, { column, rank: at + 1 });
    }
  }
  ofKind.set(kind, made);
  return made;
}

/** Places each column of the kind at the title that suits it best. */
export function placeColumns(kind: FileKind, header: readonly string[], all: Spellings): Placement {
  const spellings = spellingsOf(kind, all);
  const best = new Map<string, { readonly rank: number; readonly at: number }>();
  let twice: string | undefined;
  for (const [at, title] of header.entries()) {
    const found = formsOf(title)
      .map((form) => spellings.get(form))
      .find((spelling) => spelling);
    if (!found) continue;
    const { column, rank } = found;
    const placed = best.get(column);
    if (placed?.rank === 0 && rank === 0) twice ??= column;
    if (!placed || rank < placed.rank) best.set(column, { rank, at });
  }
  const placed = [...best];
  return {
    columns: new Map(placed.map(([column, { at }]) => [column, at])),
    exact: placed.filter(([, { rank }]) => rank === 0).length,
    ...(twice && { twice }),
  };
}

/** The column of the kind that a title resembles, among those that the header lacks. */
export function closeColumn(
  { kind, spellings }: { readonly kind: FileKind; readonly spellings: Spellings },
  title: string,
  placed: ReadonlyMap<string, number>,
): string | undefined {
  const names = [...spellingsOf(kind, spellings)].filter(([, { column }]) => !placed.has(column));
  const forms = formsOf(title);
  return names.find(([name]) => forms.some((form) => isClose(form, name)))?.[1].column;
}

/** No known title is longer, with its part in brackets. */
const LONGEST_TITLE = 300;

/** The forms in which a title is looked up: the whole title, and the title without its part in brackets, as
 *  in `Début (jj/mm/aaaa)`. */
function formsOf(title: string): readonly string[] {
  const whole = foldTitle(title);
  const bare = foldTitle(title.slice(0, LONGEST_TITLE).replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  return bare === '' || bare === whole ? [whole] : [whole, bare];
}

/** Whether a title resembles a name without being equal: it differs in one or two letters, or has other words
 *  around the name. */
function isClose(title: string, name: string): boolean {
  if (title === name || name.length < MIN_CLOSE_CHARS || title.length < MIN_CLOSE_CHARS) return false;
  if (`_${title}_`.includes(`_${name}_`) || areAlike(title, name)) return true;
  return !name.includes('_') && title.split('_').some((word) => areAlike(word, name));
}
