import { COLUMN_SPELLINGS } from '../../../catalogue/column-spellings.ts';
import type { FileKind } from './file-kind.ts';
import { foldTitle, formsOf, isClose } from './titles.ts';

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

const spellingsOfKind = new Map<FileKind, ReadonlyMap<string, Spelling>>();

/** Every recognised title for a column of the kind, folded. A column's own name is never a spelling of
 *  another column. */
function spellingsOf(kind: FileKind): ReadonlyMap<string, Spelling> {
  const known = spellingsOfKind.get(kind);
  if (known) return known;
  const made = new Map(columnsOf(kind).map((column) => [foldTitle(column), { column, rank: 0 }]));
  for (const [column, spellings] of Object.entries(COLUMN_SPELLINGS[kind.name] ?? {})) {
    for (const [at, spelling] of spellings.entries()) {
      const folded = foldTitle(spelling);
      if (!made.has(folded)) made.set(folded, { column, rank: at + 1 });
    }
  }
  spellingsOfKind.set(kind, made);
  return made;
}

/** Places each column of the kind at the title that suits it best. */
export function placeColumns(kind: FileKind, header: readonly string[]): Placement {
  const spellings = spellingsOf(kind);
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
  kind: FileKind,
  title: string,
  placed: ReadonlyMap<string, number>,
): string | undefined {
  const names = [...spellingsOf(kind)].filter(([, { column }]) => !placed.has(column));
  const forms = formsOf(title);
  return names.find(([name]) => forms.some((form) => isClose(form, name)))?.[1].column;
}
