import type { Change } from '../../../domain/change/change.ts';
import type { MissionCode } from '../../../domain/engagement/mission.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { CellDifference } from '../../../domain/work/upload.ts';
import type { Ids } from '../../ports.ts';
import type { AwardReader } from '../../store/award-reader.ts';
import type { EstablishmentReader } from '../../store/establishment-reader.ts';
import type { ImportReader } from '../../store/import-reader.ts';
import type { PersonReader } from '../../store/person-reader.ts';
import type { Cells, Words } from './cells.ts';
import type { Fault, Notice } from './entry.ts';
import type { LastLines, Span } from './last-lines.ts';
import { LineFault } from './line-fault.ts';

/** What a kind of file works with, as long as the files of this kind are imported. */
export interface KindNeeds {
  readonly reader: ImportReader &
    Pick<PersonReader, 'readPeople'> &
    Pick<AwardReader, 'readAwardsOf'> &
    Pick<EstablishmentReader, 'readEstablishmentRecords'>;
  readonly ids: Pick<Ids, 'personId' | 'uuid'>;
  readonly at: Instant;
  /** In Europe/Paris. */
  readonly today: LocalDate;
  /** Every mission of the framework. */
  readonly missions: Words<MissionCode>;
  /** The columns that the file has: what another column would say stays as it is stored. */
  readonly columns: ReadonlySet<string>;
  /** Complete once every file of the kind was judged. */
  readonly lastLines: LastLines;
  /** Keys that lines of these files announce, whatever becomes of the lines; complete before any line is judged. */
  readonly announced: Pick<LastLines, 'lineOf'>;
  /** While judging, what a decision alone needs is not read. */
  readonly phase: 'judge' | 'decide';
}

/** What a good line does. */
export interface LineOutcome {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly changes: readonly Change[];
  /** Of an update: the cells that change. */
  readonly differences: readonly CellDifference[];
  readonly notices: readonly Notice[];
}

/** A line as judged. `decide` is called for the lines of a batch in their order, each at most once. A faulty line has a
 *  key where a later good one with this key makes its fault of no account. */
export type JudgedLine =
  | { readonly kind: 'faulty'; readonly fault: Fault; readonly key?: string }
  | { readonly kind: 'good'; readonly key: string; readonly span?: Span; readonly decide: () => LineOutcome };

/** A line cut into cells. */
export interface Line {
  /** Among all lines of the files of this kind, in the order in which they count. */
  readonly position: number;
  readonly cells: Cells;
}

/** One kind of file of the DANE (docs/rules.md, Files). */
export interface FileKind {
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** What the lines announce to each other; such a file is read once more, before all else. */
  readonly announce?: (needs: KindNeeds, lines: readonly Line[]) => readonly string[];
  /** Judges a batch with one round of reads. */
  judge(needs: KindNeeds, lines: readonly Line[]): Promise<readonly JudgedLine[]>;
}

/** A batch with all it needs at hand. */
export interface Batch<Value> {
  /** What only the database can tell against the line. */
  refuse(value: Value): Fault | undefined;
  /** What is stored under the key is another's: said where no later line has the key. */
  refuseKnown?(value: Value): Fault | undefined;
  /** Lines of one import with one key: the last good one counts. */
  keyOf(value: Value): string;
  /** What later lines are going to hold, where earlier lines must know. */
  spanOf?(value: Value): Span | undefined;
  decide(value: Value, position: number): LineOutcome;
}

interface KindDefinition<Value> extends Omit<FileKind, 'judge' | 'announce'> {
  readonly announce?: (value: Value) => string;
  /** Throws a LineFault. */
  parse(cells: Cells, needs: KindNeeds): Value;
  prepare(needs: KindNeeds, values: readonly Value[]): Promise<Batch<Value>>;
}

/** A kind of file from how its lines are read and decided. */
export function defineKind<Value>(definition: KindDefinition<Value>): FileKind {
  const { name, required, optional, announce } = definition;
  const parseLines = (needs: KindNeeds, lines: readonly Line[]) =>
    lines.map(({ cells }) => parseLine(definition, cells, needs));
  return {
    name,
    required,
    optional,
    ...(announce && {
      announce: (needs, lines) =>
        parseLines(needs, lines).flatMap((line) => ('value' in line ? [announce(line.value)] : [])),
    }),
    judge: async (needs, lines) => {
      const parsed = parseLines(needs, lines);
      const batch = await definition.prepare(
        needs,
        parsed.flatMap((line) => ('value' in line ? [line.value] : [])),
      );
      return parsed.map((line, at) => {
        if (!('value' in line)) return { kind: 'faulty', fault: line };
        const { value } = line;
        const fault = batch.refuse(value);
        if (fault) return { kind: 'faulty', fault };
        const key = batch.keyOf(value);
        const known = batch.refuseKnown?.(value);
        if (known) return { kind: 'faulty', fault: known, key };
        const span = batch.spanOf?.(value);
        const decide = () => batch.decide(value, lines[at]?.position ?? 0);
        return { kind: 'good', key, ...(span && { span }), decide };
      });
    },
  };
}

function parseLine<Value>(
  { required, parse }: KindDefinition<Value>,
  cells: Cells,
  needs: KindNeeds,
): { readonly value: Value } | Fault {
  const missing = required.find((column) => cells(column) === '');
  if (missing) return { code: 'missing-value', column: missing };
  try {
    return { value: parse(cells, needs) };
  } catch (error) {
    if (error instanceof LineFault) return error.fault;
    throw error;
  }
}
