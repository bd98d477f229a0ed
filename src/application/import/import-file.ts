import type { MissionCode } from '../../domain/engagement/mission.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Clock, Ids, Store } from '../ports.ts';
import type { Words } from './cells.ts';
import type { Fault, ImportSummary, Notice, Remark, WrittenLine } from './entry.ts';
import type { Decision, JudgedLine, KindNeeds } from './file-kind.ts';
import { type LastLines, makeLastLines } from './last-lines.ts';
import type { OpenFile } from './open-files.ts';
import type { ImportOptions } from './options.ts';
import { JUDGED_LINES, type ReadLine, readBatches } from './read-batches.ts';
import type { Tally } from './tally.ts';

/** Tries of one batch: as many processes may import the same file at once and get in each other's way. */
const ATTEMPTS = 8;

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'personId'>;
  readonly missions: Words<MissionCode>;
  /** A refused line comes with what was written there. */
  readonly remark: (remark: Remark, written?: WrittenLine) => void;
  readonly tally: Tally;
}

interface PartOptions extends ImportOptions {
  /** The lines above were imported by an earlier part. */
  readonly fromLine: number;
  /** Lines that this part may still take, about. */
  readonly lines: number;
}

interface FilePart {
  readonly lines: number;
  /** Where the next part begins; absent at the end of the file. */
  readonly nextLine?: number;
}

/** Imports one file, in two readings. The first judges every line and keeps the number of the last good one of each key;
 *  the second decides, a batch at a time: one round of reads, then one commit. */
export async function importFile(needs: Needs, file: OpenFile, options: PartOptions): Promise<FilePart> {
  const { store, ids, missions, tally } = needs;
  const before = tally.summary();
  const lastLines = makeLastLines();
  const announced = makeLastLines();
  const kindNeeds: KindNeeds = { reader: store, ids, missions, lastLines, announced, phase: 'judge' };
  let readBytes = 0;
  const onBytes = (bytes: number) => {
    readBytes += bytes;
    options.onProgress?.({ file: file.name, done: readBytes / 2, total: file.sizeBytes });
  };
  if (options.fromLine === 0) sayUnknownColumns(needs, file);
  for await (const key of readAnnouncements(kindNeeds, file)) announced.remember(key, 1);
  for await (const batch of readBatches(file, onBytes, JUDGED_LINES)) {
    await rememberGoodLines(kindNeeds, file, batch);
  }
  const decide = (batch: readonly ReadLine[]) =>
    retried(() => decideBatch(needs, { ...kindNeeds, phase: 'decide' }, { file, batch }));
  const batches = readBatches(file, onBytes, options.dryRun ? JUDGED_LINES : undefined);
  const part = await decideLines(batches, decide, options);
  const counts = countsSince(before, tally.summary());
  options.onFile?.({ file: file.name, ...counts });
  await audit(needs, { file: file.name, actor: options.actor, counts });
  return part;
}

/** Batch after batch from `fromLine` on, until some `lines` are decided. */
async function decideLines(
  batches: AsyncIterable<readonly ReadLine[]>,
  decide: (batch: readonly ReadLine[]) => Promise<void>,
  { fromLine, lines }: PartOptions,
): Promise<FilePart> {
  let decided = 0;
  for await (const all of batches) {
    const batch = all.filter(({ number }) => number >= fromLine);
    const first = batch[0];
    if (!first) continue;
    if (decided >= lines) return { lines: decided, nextLine: first.number };
    await decide(batch);
    decided += batch.length;
  }
  return { lines: decided };
}

async function* readAnnouncements(needs: KindNeeds, file: OpenFile): AsyncGenerator<string> {
  const { announce } = file.header.kind;
  if (!announce) return;
  for await (const batch of readBatches(file)) yield* announce(needs, wholeLines(batch));
}

/** One line for a file that changed something. */
async function audit(
  { store, clock }: Needs,
  {
    file,
    actor,
    counts,
  }: { readonly file: string; readonly actor: string; readonly counts: ReturnType<typeof countsSince> },
): Promise<void> {
  if (counts.created + counts.updated === 0) return;
  const entry = { at: clock.now(), actor, action: 'file-imported', subject: file, details: counts };
  await store.commit([{ kind: 'audited', entry }]);
}

function countsSince(before: ImportSummary, { created, updated, unchanged, refused }: ImportSummary) {
  return {
    created: created - before.created,
    updated: updated - before.updated,
    unchanged: unchanged - before.unchanged,
    refused: refused - before.refused,
  };
}

function sayUnknownColumns({ remark }: Needs, { name, sheet, header: { unknown } }: OpenFile): void {
  if (unknown.length === 0) return;
  const params = { columns: unknown.join(', ') };
  remark({ kind: 'notice', file: name, line: sheet.header.line, code: 'unknown-columns', params });
}

function wholeLines(batch: readonly ReadLine[]) {
  return batch.flatMap((line) => (line.kind === 'whole' ? [line] : []));
}

/** The lines that can be cut, judged; beside them those that cannot. */
async function judgeBatch(needs: KindNeeds, { header }: OpenFile, batch: readonly ReadLine[]) {
  const whole = wholeLines(batch);
  const judged = await header.kind.judge(needs, whole);
  return new Map<ReadLine, JudgedLine>(judged.map((judgment, at) => [whole[at] as ReadLine, judgment]));
}

async function rememberGoodLines(
  needs: KindNeeds,
  file: OpenFile,
  batch: readonly ReadLine[],
): Promise<void> {
  for (const [{ number }, judgment] of await judgeBatch(needs, file, batch)) {
    if (judgment.kind === 'good') needs.lastLines.remember(judgment.key, number, judgment.span);
  }
}

interface FileBatch {
  readonly file: OpenFile;
  readonly batch: readonly ReadLine[];
}

/** Decides the lines in their order and commits; speaks and counts only once the commit stands. */
async function decideBatch(needs: Needs, kindNeeds: KindNeeds, { file, batch }: FileBatch): Promise<void> {
  const judged = await judgeBatch(kindNeeds, file, batch);
  const lines = batch.map((line) => {
    const judgment =
      line.kind === 'broken' ? { kind: 'faulty' as const, fault: line.fault } : judged.get(line);
    return { line, ...decideLine(judgment, line.number, kindNeeds.lastLines) };
  });
  await needs.store.commit(lines.flatMap(({ decision }) => decision?.changes ?? []));
  for (const { line, decision, ...said } of lines) {
    if (decision) needs.tally.count(decision.outcome);
    const at = { file: file.name, line: line.number };
    if (said.fault) {
      const written = { header: file.sheet.header.cells, cells: line.written ?? [] };
      needs.remark({ kind: 'refused', ...at, ...withValue(line, said.fault) }, written);
    }
    for (const notice of said.notices) needs.remark({ kind: 'notice', ...at, ...withValue(line, notice) });
  }
}

interface DecidedLine {
  readonly fault?: Fault;
  readonly decision?: Decision;
  readonly notices: readonly Notice[];
}

function decideLine(judgment: JudgedLine | undefined, number: number, lastLines: LastLines): DecidedLine {
  if (!judgment) return { notices: [] };
  if (judgment.kind === 'faulty') return { fault: judgment.fault, notices: [] };
  const last = lastLines.lineOf(judgment.key);
  if (last > number) return { notices: [{ code: 'superseded', params: { last } }] };
  const decision = judgment.decide();
  return { decision, notices: decision.notices };
}

const MAX_VALUE_CHARS = 200;

/** The remark with the cell that it is about. */
function withValue<Said extends Fault | Notice>(
  line: ReadLine,
  said: Said,
): Said & { readonly value?: string } {
  const text = line.kind === 'broken' ? line.value : said.column && line.cells(said.column);
  return text ? { ...said, value: text.slice(0, MAX_VALUE_CHARS) } : said;
}

/** Someone else wrote between the reads and the commit: read again, decide again. */
async function retried(run: () => Promise<void>): Promise<void> {
  for (let attemptsLeft = ATTEMPTS; ; attemptsLeft -= 1) {
    try {
      return await run();
    } catch (error) {
      const isConflict = error instanceof DomainError && error.code === 'store-conflict';
      if (!isConflict || attemptsLeft === 1) throw error;
    }
  }
}
