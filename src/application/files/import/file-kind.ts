import type { Change } from '../../../domain/change/union.ts';
import type { MissionCode } from '../../../domain/engagement/mission.ts';
import type { Instant, LocalDate } from '../../../domain/time/calendar.ts';
import type { CellDifference } from '../../../domain/upload/types.ts';
import type { Ids } from '../../ports.ts';
import type { AwardReader } from '../../store/badge-readers.ts';
import type { SchoolReader } from '../../store/engagement-readers.ts';
import type { ImportReader } from '../../store/file-readers.ts';
import type { PersonReader } from '../../store/people-readers.ts';
import type { FileTable } from '../export/file-table.ts';
import { type Cells, type ColumnTerms, LineError } from './cells.ts';
import type { EngagementsApart } from './doubts.ts';
import type { Notice, ValidationError } from './entry.ts';
import type { LastLines, Span } from './later-lines.ts';

/** The context shared by the files of one kind during an import. */
export interface KindContext {
  readonly reader: ImportReader &
    Pick<PersonReader, 'readPeople'> &
    Pick<AwardReader, 'readAwardsOf'> &
    Pick<SchoolReader, 'readSchoolRecords'>;
  readonly ids: Ids;
  readonly at: Instant;
  /** The day in Europe/Paris. */
  readonly today: LocalDate;
  /** Every mission of the framework. */
  readonly missions: ColumnTerms<MissionCode>;
  /** The columns of the file. Fields of absent columns keep their stored value. */
  readonly columns: ReadonlySet<string>;
  /** The last good line of each key. It is complete once every file of the kind was judged. */
  readonly lastLines: LastLines;
  /** Complete like `lastLines`. */
  readonly saidApart: EngagementsApart;
  /** Keys announced by the lines of these files, whether or not the lines are accepted. They are complete
   *  before any line is judged. */
  readonly announced: Pick<LastLines, 'lastLineOf'>;
  /** In the phase `judge`, records that are needed only for the decision are not read. */
  readonly phase: 'judge' | 'decide';
}

/** The effect of an accepted line. */
export interface LineOutcome {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly changes: readonly Change[];
  /** For an update, the cells that change. */
  readonly differences: readonly CellDifference[];
  readonly notices: readonly Notice[];
  /** For an update, the record before it. The first change saves the record. */
  readonly before?: object;
}

/** A judged line. `decide` is called for the lines of a batch in order, at most once each. A faulty line has
 *  a key where a later good line with the same key makes its fault irrelevant. */
export type JudgedLine =
  | { readonly kind: 'faulty'; readonly fault: ValidationError; readonly key?: string }
  | { readonly kind: 'good'; readonly key: string; readonly span?: Span; readonly decide: () => LineOutcome };

/** A line that was split into cells. */
export interface FileLine {
  /** Position among all lines of the files of this kind, in the order of import. */
  readonly position: number;
  readonly cells: Cells;
}

/** One kind of file of the DANE (docs/files.md). */
export interface FileKind {
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** The columns whose cells hold several items. */
  readonly lists?: readonly string[];
  /** The columns whose cells hold a day. */
  readonly dates?: readonly string[];
  /** The keys that lines announce to one another. Where a file of the kind has the column that names the key
   *  of another line, all files of the kind are read once more before they are judged. */
  readonly announce?: {
    readonly column: string;
    readonly keysOf: (context: KindContext, lines: readonly FileLine[]) => readonly string[];
  };
  /** Judges a batch with one round of reads. */
  judge(context: KindContext, lines: readonly FileLine[]): Promise<readonly JudgedLine[]>;
}

/** A batch with all the records needed to judge it. */
export interface Batch<Value> {
  /** The fault that is visible only in stored records. */
  refuse(value: Value): ValidationError | undefined;
  /** The fault of a key that belongs to another record. It is reported only if no later line has the
   *  key. */
  refuseKnown?(value: Value): ValidationError | undefined;
  /** The key of a line. Of all lines of one import with the same key, the last good one counts. */
  keyOf(value: Value): string;
  /** The roles and days that the line will hold. Earlier lines are checked against them. */
  spanOf?(value: Value): Span | undefined;
  decide(value: Value, position: number): LineOutcome;
}

interface KindDefinition<Value> extends Omit<FileKind, 'judge' | 'announce' | 'optional'> {
  /** The file of an export: its other columns are optional here. Absent if no other column is read. */
  readonly table?: Pick<FileTable<never>, 'columns'>;
  /** Columns that are known and not read. */
  readonly ignored?: readonly string[];
  readonly announce?: { readonly column: string; readonly keyOf: (value: Value) => string };
  /** Throws a LineError for a cell that cannot be accepted. */
  parse(cells: Cells, context: KindContext): Value;
  prepare(context: KindContext, values: readonly Value[]): Promise<Batch<Value>>;
}

/** Makes a kind of file from functions that parse and prepare its lines. */
export function defineKind<Value>(definition: KindDefinition<Value>): FileKind {
  const { name, table, required, ignored = [], lists = [], dates = [], announce } = definition;
  const written = table?.columns.map(({ key }) => key) ?? [];
  const optional = [...written.filter((column) => !required.includes(column)), ...ignored];
  const parseLines = (context: KindContext, lines: readonly FileLine[]) =>
    lines.map(({ cells }) => parseLine(definition, cells, context));
  return {
    name,
    required,
    optional,
    lists,
    dates,
    ...(announce && {
      announce: {
        column: announce.column,
        keysOf: (context, lines) =>
          parseLines(context, lines).flatMap((line) => ('value' in line ? [announce.keyOf(line.value)] : [])),
      },
    }),
    judge: async (context, lines) => {
      const parsed = parseLines(context, lines);
      const batch = await definition.prepare(
        context,
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
  context: KindContext,
): { readonly value: Value } | ValidationError {
  const missing = required.find((column) => cells(column) === '');
  if (missing) return { code: 'missing-value', column: missing };
  try {
    return { value: parse(cells, context) };
  } catch (error) {
    if (error instanceof LineError) return error.fault;
    throw error;
  }
}
