import { attendances } from './attendances.ts';
import { authorisations } from './authorisations.ts';
import { fold } from './cells.ts';
import { contributions } from './contributions.ts';
import { engagements } from './engagements.ts';
import type { Fault } from './entry.ts';
import { establishments } from './establishments.ts';
import { events } from './events.ts';
import type { FileKind } from './file-kind.ts';
import { people } from './people.ts';
import { reviews } from './reviews.ts';

/** Every kind of file, in the order of import: a kind comes after those it refers to. */
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

/** A recognised header: the kind of file, the place of each column, and the ignored columns. */
export interface RecognisedHeader {
  readonly kind: FileKind;
  readonly columns: ReadonlyMap<string, number>;
  readonly unknown: readonly string[];
}

interface Candidate {
  readonly kind: FileKind;
  readonly missing: readonly string[];
  /** Number of the kind's columns that stand in the header. */
  readonly score: number;
}

/** A file is recognised by its header, not by its name. Among the kinds whose required columns are all
 *  present, the one that knows the most columns is taken. A fault is returned where there is none, or where a
 *  column stands twice. */
export function recognise(header: readonly string[]): RecognisedHeader | Fault {
  const names = header.map(fold);
  const candidates = FILE_KINDS.map((kind) => toCandidate(kind, names));
  const best = candidates.filter(({ missing }) => missing.length === 0).sort(byScore)[0];
  if (!best) return unrecognised(candidates.sort(byScore)[0]);
  const known = knownColumns(best.kind);
  const twice = known.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice) return { code: 'duplicate-column', column: twice };
  return {
    kind: best.kind,
    columns: new Map(known.filter((name) => names.includes(name)).map((name) => [name, names.indexOf(name)])),
    unknown: header.map((name) => name.trim()).filter((name) => name !== '' && !known.includes(fold(name))),
  };
}

function toCandidate(kind: FileKind, names: readonly string[]): Candidate {
  const score = knownColumns(kind).filter((column) => names.includes(column)).length;
  return { kind, score, missing: kind.required.filter((column) => !names.includes(column)) };
}

function byScore(one: Candidate, other: Candidate): number {
  return other.score - one.score || one.missing.length - other.missing.length;
}

/** Where the header resembles a kind, the fault names this kind and its missing columns. */
function unrecognised(nearest: Candidate | undefined): Fault {
  if (!nearest || nearest.score < 2) return { code: 'unrecognised-file' };
  return {
    code: 'unrecognised-file',
    params: { kind: nearest.kind.name, missing: nearest.missing.join(', ') },
  };
}

function knownColumns({ required, optional }: FileKind): readonly string[] {
  return [...required, ...optional];
}
