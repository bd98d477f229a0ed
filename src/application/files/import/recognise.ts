import { attendances, attendedCourse } from './attendances.ts';
import { authorisations } from './authorisations.ts';
import { closeColumn, placeColumns, type Spellings } from './columns.ts';
import { contributions } from './contributions.ts';
import { engagements } from './engagements.ts';
import type { ValidationError } from './entry.ts';
import { events } from './events.ts';
import type { FileKind } from './file-kind.ts';
import type { Translation } from './other-services.ts';
import { people } from './people.ts';
import { reviews } from './reviews.ts';
import { establishments } from './schools.ts';

/** Every kind of file, in the order of import: each kind comes after the kinds to which it refers. */
export const FILE_KINDS: readonly FileKind[] = [
  establishments,
  people,
  events,
  authorisations,
  engagements,
  attendances,
  reviews,
  contributions,
];

/** The order of import, including kinds that are not files of the DANE. */
export const IMPORT_ORDER: readonly FileKind[] = FILE_KINDS.flatMap((kind) =>
  kind === attendances ? [kind, attendedCourse] : [kind],
);

/** A column that is not read, although its title resembles a known column that the header lacks. */
export interface CloseColumn {
  readonly title: string;
  readonly column: string;
}

/** A recognised header: the kind of file, the place of each column, and the columns that are not read. */
export interface RecognisedHeader {
  readonly kind: FileKind;
  readonly columns: ReadonlyMap<string, number>;
  readonly unknown: readonly string[];
  readonly close: readonly CloseColumn[];
  /** Present where the table belongs to another service. */
  readonly translation?: Translation;
}

export interface UnrecognisedHeader {
  readonly fault: ValidationError;
  /** Number of columns of the kind that it resembles most; 0 where it resembles none. */
  readonly score: number;
}

interface Candidate {
  readonly kind: FileKind;
  readonly columns: ReadonlyMap<string, number>;
  readonly twice?: string;
  readonly missing: readonly string[];
  /** Number of titles that are a column's own name. */
  readonly exact: number;
}

/** Recognises a file by its header, not by its name. Among the kinds whose required columns are all present,
 *  the kind that knows the most columns is taken. A header in which a column occurs twice is not
 *  recognised. */
export function recognise(
  header: readonly string[],
  spellings: Spellings,
): RecognisedHeader | UnrecognisedHeader {
  const candidates = FILE_KINDS.map((kind) => toCandidate(kind, header, spellings)).sort(byScore);
  const best = candidates.find(({ missing }) => missing.length === 0);
  if (!best) return unrecognised(candidates[0]);
  const { kind, columns, twice } = best;
  if (twice) return { fault: { code: 'duplicate-column', column: twice }, score: columns.size };
  return { kind, columns, ...unreadColumns({ kind, spellings }, header, columns) };
}

/** The titles that are not read. Those that resemble a column missing from the header are listed
 *  separately. */
export function unreadColumns(
  known: { readonly kind: FileKind; readonly spellings: Spellings },
  header: readonly string[],
  columns: ReadonlyMap<string, number>,
): Pick<RecognisedHeader, 'unknown' | 'close'> {
  const read = new Set(columns.values());
  const unread = header.map((title) => title.trim()).filter((title, at) => title !== '' && !read.has(at));
  const close = unread.flatMap((title) => {
    const column = closeColumn(known, title, columns);
    return column ? [{ title, column }] : [];
  });
  const requested = new Set(close.map(({ title }) => title));
  return { unknown: unread.filter((title) => !requested.has(title)), close };
}

function toCandidate(kind: FileKind, header: readonly string[], spellings: Spellings): Candidate {
  const placement = placeColumns(kind, header, spellings);
  return { kind, ...placement, missing: kind.required.filter((column) => !placement.columns.has(column)) };
}

function byScore(one: Candidate, other: Candidate): number {
  return other.columns.size - one.columns.size || one.missing.length - other.missing.length;
}

/** The fault of an unrecognised header. Where it resembles a kind, the fault names this kind and its missing
 *  columns. */
function unrecognised(nearest: Candidate | undefined): UnrecognisedHeader {
  const isNear =
    nearest && (nearest.exact >= 2 || (nearest.columns.size >= 2 && nearest.missing.length === 1));
  if (!isNear) return { fault: { code: 'unrecognised-file' }, score: 0 };
  const params = { kind: nearest.kind.name, missing: nearest.missing.join(', ') };
  return { fault: { code: 'unrecognised-file', params }, score: nearest.columns.size };
}
