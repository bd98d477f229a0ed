import { containsNumen } from '../../../domain/person/numen.ts';
import { foldTitle } from '../../../domain/text/strings.ts';
import type { ColumnMatch } from '../../../domain/upload/column-match.ts';
import type { UnreadTable } from '../../../domain/upload/types.ts';
import type { Spellings } from './columns.ts';
import type { ValidationError } from './entry.ts';
import { recogniseOtherService } from './other-services.ts';
import { people } from './people.ts';
import {
  FILE_KINDS,
  type RecognisedHeader,
  recognise,
  type UnrecognisedHeader,
  unreadColumns,
} from './recognise.ts';
import type { SheetLine } from './sheet.ts';

/** How headers are read: the office's spellings, and the sender's own statements about the files. */
export interface HeaderChoices {
  readonly spellings: Spellings;
  /** Code of the event that a Moodle list is about. */
  readonly event?: string | undefined;
  /** The columns matched by hand, by the key of their header; by default those of every agent. */
  readonly matches?: Matches | undefined;
}

interface FoundHeader {
  readonly titles: SheetLine;
  readonly header: RecognisedHeader;
  readonly numensAbove: readonly number[];
}

interface NoHeader {
  readonly line: number;
  readonly why: Extract<UnreadTable['why'], 'unknown' | 'refused'>;
  readonly fault: ValidationError;
  /** The line that is most likely a header. Its columns can be matched by hand. */
  readonly titles?: SheetLine;
  /** Name of the kind of file that it resembles. */
  readonly near?: string;
}

/** Finds the header: the first of these lines that is recognised. A title, empty lines or merged cells may
 *  stand above it. Where no line is recognised, the line that resembles a header most is returned. A line
 *  with a NUMEN is not a header. */
export function findHeader(top: readonly SheetLine[], choices: HeaderChoices): FoundHeader | NoHeader {
  const numensAbove: number[] = [];
  let nearest: (UnrecognisedHeader & { readonly titles: SheetLine }) | undefined;
  for (const titles of top) {
    if (titles.cells.some(containsNumen)) {
      numensAbove.push(titles.line);
      continue;
    }
    const header = recogniseLine(titles.cells, choices);
    if ('kind' in header) return { titles, header, numensAbove };
    if (!nearest || header.score > nearest.score) nearest = { ...header, titles };
  }
  const [numen] = numensAbove;
  if (numen !== undefined && (nearest?.score ?? 0) === 0)
    return { line: numen, why: 'refused', fault: { code: 'numen-refused' } };
  if (!nearest) return { line: 1, why: 'unknown', fault: { code: 'unrecognised-file' } };
  const { titles, fault, score } = nearest;
  const stated = { line: titles.line, fault, why: score > 0 ? ('refused' as const) : ('unknown' as const) };
  const meant = score > 0 ? titles : widest(top);
  if (!isMatchable(meant)) return stated;
  const near = fault.code === 'event-needed' ? people.name : fault.params?.['kind'];
  return { ...stated, titles: meant, ...(near !== undefined && { near: String(near) }) };
}

/** The first line among those with the most titles. A line with a NUMEN is not a header. */
function widest(top: readonly SheetLine[]): SheetLine {
  const none: SheetLine = { line: 1, cells: [] };
  const count = ({ cells }: SheetLine) => cells.filter((cell) => cell.trim() !== '').length;
  const clean = top.filter(({ cells }) => !cells.some(containsNumen));
  return clean.reduce((most, one) => (count(one) > count(most) ? one : most), none);
}

const MOST_TITLES = 100;
const MOST_TITLE_CHARS = 200;

function isMatchable({ cells }: SheetLine): boolean {
  const titles = cells.filter((cell) => cell.trim() !== '');
  return (
    titles.length > 1 &&
    cells.length <= MOST_TITLES &&
    cells.every(({ length }) => length <= MOST_TITLE_CHARS)
  );
}

/** Recognises one line. Columns matched by hand come first. Tables of other services come before files of
 *  people, because Moodle's list of participants has the columns of such a file. */
function recogniseLine(
  cells: readonly string[],
  choices: HeaderChoices,
): RecognisedHeader | UnrecognisedHeader {
  const matched = matchedHeader(cells, choices);
  if (matched) return matched;
  const own = recognise(cells, choices.spellings);
  if ('kind' in own && own.kind !== people) return own;
  const thirdParty = recogniseOtherService(cells, choices);
  if (!thirdParty) return own;
  if ('code' in thirdParty) return { fault: thirdParty, score: cells.length };
  const { kind, columns, unread, translation } = thirdParty;
  return { kind, columns, unknown: unread, close: [], translation };
}

/** Columns matched by hand, by the key of their header. */
export type Matches = ReadonlyMap<string, Pick<ColumnMatch, 'kind' | 'columns'>>;

/** The key of a header. Headers that differ only in case, accents, punctuation or empty cells at their end
 *  have the same key. */
export function headerKey(titles: readonly string[]): string {
  const folded = titles.map(foldTitle);
  while (folded.length > 1 && folded.at(-1) === '') folded.pop();
  return JSON.stringify(folded);
}

/** The matches, given the latest first. Of two for one header, the latest counts. */
export function toMatches(matches: readonly ColumnMatch[]): Matches {
  return new Map([...matches].reverse().map((match) => [headerKey(match.titles), match]));
}

/** The header with the columns that its sender matched by hand. Undefined if no one did, or where the kind
 *  of file now requires another column. */
function matchedHeader(
  cells: readonly string[],
  { matches, spellings }: HeaderChoices,
): RecognisedHeader | undefined {
  const match = matches && matches.size > 0 ? matches.get(headerKey(cells)) : undefined;
  const kind = match && FILE_KINDS.find(({ name }) => name === match.kind);
  if (!kind) return undefined;
  const known = new Set([...kind.required, ...kind.optional]);
  const columns = new Map(Object.entries(match.columns).filter(([column]) => known.has(column)));
  if (kind.required.some((column) => !columns.has(column))) return undefined;
  const { unknown, close } = unreadColumns({ kind, spellings }, cells, columns);
  return { kind, columns, unknown: [...unknown, ...close.map(({ title }) => title)], close: [] };
}
