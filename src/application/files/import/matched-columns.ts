import type { ColumnMatch } from '../../../domain/upload/column-match.ts';
import { FILE_KINDS, type RecognisedHeader, unreadColumns } from './recognise.ts';
import { foldTitle } from './titles.ts';

/** Columns matched by hand, by the key of their header. */
export type Matches = ReadonlyMap<string, Pick<ColumnMatch, 'kind' | 'columns'>>;

/** The key of a header. Headers that differ only in case, accents, punctuation or empty cells at their end
 *  have the same key. */
export function headerKey(titles: readonly string[]): string {
  const folded = titles.map(foldTitle);
  while (folded.length > 1 && folded.at(-1) === '') folded.pop();
  return JSON.stringify(folded);
}

export function toMatches(matches: readonly ColumnMatch[]): Matches {
  return new Map(matches.map((match) => [headerKey(match.titles), match]));
}

/** The header with the columns that its sender matched by hand. Undefined where nobody did, or where the kind
 *  of file now requires another column. */
export function matchedHeader(cells: readonly string[], matches: Matches): RecognisedHeader | undefined {
  const match = matches.size > 0 ? matches.get(headerKey(cells)) : undefined;
  const kind = match && FILE_KINDS.find(({ name }) => name === match.kind);
  if (!kind) return undefined;
  const known = new Set([...kind.required, ...kind.optional]);
  const columns = new Map(Object.entries(match.columns).filter(([column]) => known.has(column)));
  if (kind.required.some((column) => !columns.has(column))) return undefined;
  const { unknown, close } = unreadColumns(kind, cells, columns);
  return { kind, columns, unknown: [...unknown, ...close.map(({ title }) => title)], close: [] };
}
