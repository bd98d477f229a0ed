import type { Change } from '../../domain/change/change.ts';
import type { MissionCode } from '../../domain/engagement/mission.ts';
import type { CellDifference } from '../../domain/upload.ts';
import type { Ids } from '../ports.ts';
import type { ImportReader } from '../store/record-readers.ts';
import type { Cells, Words } from './cells.ts';
import type { Fault, Notice } from './entry.ts';
import type { LastLines, Span } from './last-lines.ts';
import { LineFault } from './line-fault.ts';

/** What a kind of file works with, one file long. */
export interface KindNeeds {
  readonly reader: ImportReader;
  readonly ids: Pick<Ids, 'personId'>;
  /** Every mission of the framework. */
  readonly missions: Words<MissionCode>;
  /** Complete once the file was judged. */
  readonly lastLines: LastLines;
  /** Keys that lines of the file announce, whatever becomes of the lines; complete before any line is judged. */
  readonly announced: Pick<LastLines, 'lineOf'>;
  /** While judging, what a decision alone needs is not read. */
  readonly phase: 'judge' | 'decide';
}

/** What a good line does. */
export interface Decision {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly changes: readonly Change[];
  /** Of an update: the cells that change. */
  readonly differences: readonly CellDifference[];
  readonly notices: readonly Notice[];
}

/** A line as judged. `decide` is called for the lines of a batch in their order, each at most once. */
export type JudgedLine =
  | { readonly kind: 'faulty'; readonly fault: Fault }
  | { readonly kind: 'good'; readonly key: string; readonly span?: Span; readonly decide: () => Decision };

/** A line cut into cells. */
export interface Line {
  readonly number: number;
  readonly cells: Cells;
}

/** One kind of file of the DANE (domain.md §5). */
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
  /** Lines of one file with one key: the last good one counts. */
  keyOf(value: Value): string;
  /** What later lines of the file are going to hold, where earlier lines must know. */
  spanOf?(value: Value): Span | undefined;
  decide(value: Value, line: number): Decision;
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
        const span = batch.spanOf?.(value);
        const decide = () => batch.decide(value, lines[at]?.number ?? 0);
        return { kind: 'good', key: batch.keyOf(value), ...(span && { span }), decide };
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
