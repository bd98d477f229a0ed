import { importedRecord } from '../../../domain/change/imported-record.ts';
import type { Change } from '../../../domain/change/union.ts';
import { type ImportedRecord, keyOfImported } from '../../../domain/upload/import-log.ts';
import type { LineVerdict } from '../../../domain/upload/types.ts';
import type { Clock, Store } from '../../ports.ts';
import { makeEngagementsApart } from './doubts.ts';
import {
  type ImportEntry,
  type ImportSummary,
  type Notice,
  type Remark,
  toLineRemark,
  type ValidationError,
  type WrittenLine,
} from './entry.ts';
import type { JudgedLine, KindContext, LineOutcome } from './file-kind.ts';
import { type LastLines, makeLastLines } from './later-lines.ts';
import type { ImportLog } from './log.ts';
import { type OpenFile, type PlacedFile, placeOf } from './open-files.ts';
import { JUDGED_LINES, type ReadLine, readBatches } from './read-batches.ts';

/** An import that is being done. */
export interface Importing {
  readonly store: Store;
  readonly clock: Clock;
  /** Reports the remark, and returns it in words. A refused line also gives the cells as written. */
  readonly remark: (remark: Remark, written?: WrittenLine) => ImportEntry;
  readonly tally: Tally;
  /** Records the changes of the import, so that it can be undone; absent in a dry run. */
  readonly log?: ImportLog | undefined;
}

/** The lines that could be split into cells, with their positions. */
function splitLines(batch: readonly ReadLine[], offset: number) {
  return batch.flatMap((line) =>
    line.kind === 'whole' ? [{ ...line, position: offset + line.number, line }] : [],
  );
}

/** The judgment of each line that could be split into cells. */
async function judgeBatch(context: KindContext, { header, offset }: PlacedFile, batch: readonly ReadLine[]) {
  const whole = splitLines(batch, offset);
  const judged = await header.kind.judge(context, whole);
  return new Map<ReadLine, JudgedLine>(judged.map((judgment, at) => [whole[at]?.line as ReadLine, judgment]));
}

interface FileBatch {
  readonly file: PlacedFile;
  /** All files of the same kind, including this one. */
  readonly files: readonly PlacedFile[];
  readonly batch: readonly ReadLine[];
}

/** Decides the lines in order, then commits. Remarks and counts are reported only after the commit
 *  succeeded. */
export async function decideBatch(
  importing: Importing,
  context: KindContext,
  { file, files, batch }: FileBatch,
): Promise<readonly LineVerdict[]> {
  const judged = await judgeBatch(context, file, batch);
  const lines = batch.map((line): DecidedLine & { readonly line: ReadLine } => {
    if (line.kind === 'left-out') return { line, notices: [line.notice] };
    const judgment =
      line.kind === 'broken' ? { kind: 'faulty' as const, fault: line.fault } : judged.get(line);
    const laterThan = { position: file.offset + line.number, lastLines: context.lastLines };
    const later = judgment && findLater(judgment, laterThan);
    if (later === undefined) return { line, ...decideLine(judgment) };
    const { file: name, line: last } = placeOf(files, later);
    const params = { last, ...(name !== file.name && { file: name }) };
    return { line, notices: [{ code: 'superseded', params }] };
  });
  const decided = lines.flatMap(({ decision }) => decision ?? []);
  const changes = decided.flatMap((decision) => decision.changes);
  // Consecutive records are saved together, so what follows from them comes after all of them.
  const isAfter = ({ kind }: (typeof changes)[number]) =>
    kind === 'outbox-added' || kind === 'school-kept-open';
  await importing.store.commit([
    ...recordsAsRead(decided),
    ...changes.filter((one) => !isAfter(one)),
    ...changes.filter(isAfter),
    ...(importing.log?.changesOf(decided) ?? []),
  ]);
  importing.log?.committed();
  return lines.map((line) => pronounce(importing, file, line));
}

/** The precondition that the changed records are as they were read: a file must not undo what a screen changed
 *  in the meantime. Where it does not hold, the batch is decided again. Of two lines about one record, the second
 *  rests on the first. Engagements have a precondition of their own. */
function recordsAsRead(decided: readonly LineOutcome[]): readonly Change[] {
  const firsts = new Map<string, ImportedRecord | undefined>();
  for (const { changes, before: record } of decided) {
    const saved = changes[0] && importedRecord(changes[0]);
    if (!saved || saved.kind === 'engagement') continue;
    const key = keyOfImported(saved);
    if (!firsts.has(key)) firsts.set(key, record && ({ kind: saved.kind, record } as ImportedRecord));
  }
  const known = [...firsts.values()].filter((one) => one !== undefined);
  const [first] = known;
  return first
    ? [{ kind: 'records-as-read', of: first.kind, records: known.map(({ record }) => record) }]
    : [];
}

/** Counts the line and reports its remarks. */
function pronounce(
  { tally, remark }: Importing,
  file: OpenFile,
  { line, decision, fault, notices }: DecidedLine & { readonly line: ReadLine },
): LineVerdict {
  const at = { file: file.name, line: line.number };
  const entries: ImportEntry[] = [];
  if (decision) tally.count(decision.outcome);
  if (fault) {
    const written = { header: file.titles.cells, cells: line.written ?? [] };
    entries.push(remark({ kind: 'refused', ...at, ...withValue(line, fault) }, written));
  }
  for (const notice of notices) entries.push(remark({ kind: 'notice', ...at, ...withValue(line, notice) }));
  return {
    ...at,
    outcome: fault ? 'refused' : (decision?.outcome ?? withoutDecision(line)),
    differences: decision?.differences ?? [],
    remarks: entries.map(toLineRemark),
  };
}

function withoutDecision({ kind }: ReadLine): 'noted' | 'superseded' {
  return kind === 'left-out' ? 'noted' : 'superseded';
}

interface DecidedLine {
  readonly fault?: ValidationError;
  readonly decision?: LineOutcome;
  readonly notices: readonly Notice[];
}

/** The position of a later good line with the same key, if there is one. */
function findLater(
  { key }: { readonly key?: string },
  { position, lastLines }: { readonly position: number; readonly lastLines: LastLines },
): number | undefined {
  const last = key === undefined ? 0 : lastLines.lastLineOf(key);
  return last > position ? last : undefined;
}

function decideLine(judgment: JudgedLine | undefined): DecidedLine {
  if (!judgment) return { notices: [] };
  if (judgment.kind === 'faulty') return { fault: judgment.fault, notices: [] };
  const decision = judgment.decide();
  return { decision, notices: decision.notices };
}

const MAX_VALUE_CHARS = 200;

function textOfBroken(line: Exclude<ReadLine, { readonly kind: 'whole' }>): string | undefined {
  return line.kind === 'broken' ? line.value : undefined;
}

/** The remark, with the value of its cell. */
function withValue<Said extends ValidationError | Notice>(
  line: ReadLine,
  stated: Said,
): Said & { readonly value?: string } {
  const text = line.kind === 'whole' ? stated.column && line.cells(stated.column) : textOfBroken(line);
  return text ? { ...stated, value: text.slice(0, MAX_VALUE_CHARS) } : stated;
}

/** The results of judging the files of one kind, which the import context. */
export interface JudgedFiles {
  readonly files: readonly PlacedFile[];
  readonly context: Omit<KindContext, 'columns'>;
}

export type SharedContext = Omit<KindContext, 'columns' | 'lastLines' | 'announced' | 'saidApart' | 'phase'>;

/** The first reading of the files of one kind. It judges every line, and remembers the position of the last
 *  good line of each key over all files. */
export async function judgeFiles(
  shared: SharedContext,
  opened: readonly OpenFile[],
  onBytes: (file: OpenFile) => (bytes: number) => void,
): Promise<JudgedFiles> {
  const lastLines = makeLastLines();
  const announced = makeLastLines();
  const context = {
    ...shared,
    lastLines,
    announced,
    saidApart: makeEngagementsApart(),
    phase: 'judge' as const,
  };
  for (const file of opened.some(mayNameOtherLines) ? opened : []) {
    for await (const key of readAnnouncements(contextOf(context, file), file)) announced.remember(key, 1);
  }
  const files: PlacedFile[] = [];
  let offset = 0;
  for (const one of opened) {
    const file = { ...one, offset };
    files.push(file);
    let last = 0;
    for await (const batch of readBatches(file, onBytes(one), JUDGED_LINES)) {
      for (const [{ number }, judgment] of await judgeBatch(contextOf(context, file), file, batch)) {
        if (judgment.kind === 'good') lastLines.remember(judgment.key, offset + number, judgment.span);
      }
      last = batch.at(-1)?.number ?? last;
    }
    offset += last;
  }
  return { files, context };
}

export function contextOf(context: Omit<KindContext, 'columns'>, { header }: OpenFile): KindContext {
  return { ...context, columns: new Set(header.columns.keys()) };
}

/** Whether a line of the file may name the key of another line. */
function mayNameOtherLines({ header: { kind, columns } }: OpenFile): boolean {
  return kind.announce !== undefined && columns.has(kind.announce.column);
}

async function* readAnnouncements(context: KindContext, file: OpenFile): AsyncGenerator<string> {
  const { announce } = file.header.kind;
  if (!announce) return;
  for await (const batch of readBatches(file)) yield* announce.keysOf(context, splitLines(batch, 0));
}

export interface Tally {
  add(remark: Remark): void;
  count(outcome: LineOutcome['outcome']): void;
  summary(): ImportSummary;
}

/** Counts the outcomes of an import. */
export function makeTally(): Tally {
  const sums = { created: 0, updated: 0, unchanged: 0, refused: 0, notices: 0 };
  return {
    add: ({ kind }) => {
      sums[kind === 'refused' ? 'refused' : 'notices'] += 1;
    },
    count: (outcome) => {
      sums[outcome] += 1;
    },
    summary: () => ({ kind: 'summary', ...sums }),
  };
}
