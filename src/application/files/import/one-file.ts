import { audit } from '../../../domain/audit/entry.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { FileCounts, LineVerdict, SeenHeader, UnreadTable } from '../../../domain/upload/types.ts';
import { contextOf, decideBatch, type Importing, type JudgedFiles } from './decide-batch.ts';
import {
  type ImportEntry,
  type ImportSummary,
  type RefusedLine,
  toFileVerdict,
  toLineRemark,
} from './entry.ts';
import type { HeaderChoices } from './find-header.ts';
import type { PlacedFile } from './open-files.ts';
import { type ReadLine, readBatches } from './read-batches.ts';

export interface ImportProgress {
  readonly file: string;
  /** The part of `total` bytes of the file that is done. Each file is read twice, so a byte counts half in
   *  each reading. */
  readonly done: number;
  readonly total: number | undefined;
}

/** The place where a chunk of an import ends and the next begins: a line, and the index of its file in the
 *  order of import. */
export interface ImportPlace {
  readonly file: number;
  readonly line: number;
}

export interface ImportOptions extends Omit<HeaderChoices, 'spellings'> {
  /** True to run the import without writing, with the same reports. */
  readonly dryRun: boolean;
  readonly actor: string;
  /** Language of the entries; French by default. */
  readonly locale?: 'fr' | 'en';
  /** The place to continue from. The lines above it were imported by an earlier chunk. */
  readonly from?: ImportPlace;
  /** Number of lines after which the chunk ends, approximately; all lines by default. */
  readonly partLines?: number;
  /** Called with each refused line and each notice, file by file, as soon as it is known. */
  readonly onEntry?: (entry: ImportEntry) => void;
  /** Called with the verdicts on some hundreds of lines after they are imported. The import waits for it. */
  readonly onVerdicts?: (verdicts: readonly LineVerdict[]) => Promise<void>;
  /** Called with each refused line and its cells. */
  readonly onRefused?: (line: RefusedLine) => void;
  /** Called with the header of each table whose columns could be matched by hand. */
  readonly onHeader?: (header: SeenHeader) => void;
  /** Called with each file and sheet that is not read, before any line of the others. */
  readonly onUnread?: (table: UnreadTable) => void;
  /** Called with each table after it is imported, with the counts of its lines. */
  readonly onFile?: (file: FileCounts) => void;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Attempts to import one batch. Several processes may import the same file at once and cause conflicts. */
const ATTEMPTS = 8;

interface ChunkOptions extends ImportOptions {
  /** The first line to import. The lines above it were imported by an earlier chunk. */
  readonly fromLine: number;
  /** Approximate number of lines that this chunk may import. */
  readonly lines: number;
  readonly onBytes: (bytes: number) => void;
}

interface ImportedFileChunk {
  readonly lines: number;
  /** The line at which the next chunk begins; absent at the end of the file. */
  readonly nextLine?: number;
}

/** The second reading of a file, after its lines were judged together with the other files of its kind. It
 *  decides batch by batch, each with one round of reads and one commit. */
export async function importFile(
  importing: Importing,
  { file, judged }: { readonly file: PlacedFile; readonly judged: JudgedFiles },
  options: ChunkOptions,
): Promise<ImportedFileChunk> {
  const before = importing.tally.summary();
  const context = { ...contextOf(judged.context, file), phase: 'decide' as const };
  const noted = options.fromLine === 0 ? describeHeader(importing, file) : [];
  await options.onVerdicts?.(noted);
  const decide = async (batch: readonly ReadLine[]) => {
    const verdicts = await retried(() =>
      decideBatch(importing, context, { file, files: judged.files, batch }),
    );
    await options.onVerdicts?.(verdicts);
  };
  const batches = readBatches(file, options.onBytes);
  const part = await decideLines(batches, decide, options);
  const counts = countsSince(before, importing.tally.summary());
  options.onFile?.({ file: file.name, lines: part.lines, ...counts });
  const details = { ...counts, ...(importing.log && { import: importing.log.id }) };
  await auditImport(importing, { file: file.name, actor: options.actor, counts: details });
  return part;
}

/** Decides the batches from `fromLine` on, until about `lines` lines are decided. */
async function decideLines(
  batches: AsyncIterable<readonly ReadLine[]>,
  decide: (batch: readonly ReadLine[]) => Promise<void>,
  { fromLine, lines }: ChunkOptions,
): Promise<ImportedFileChunk> {
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

interface Audited {
  readonly file: string;
  readonly actor: string;
  readonly counts: ReturnType<typeof countsSince>;
}

/** Writes one audit entry for a file that changed something. */
async function auditImport({ store, clock }: Importing, { file, actor, counts }: Audited): Promise<void> {
  if (counts.created + counts.updated === 0) return;
  await store.commit([audit('file-imported', { at: clock.now(), actor, subject: file, details: counts })]);
}

function countsSince(before: ImportSummary, { created, updated, unchanged, refused }: ImportSummary) {
  return {
    created: created - before.created,
    updated: updated - before.updated,
    unchanged: unchanged - before.unchanged,
    refused: refused - before.refused,
  };
}

/** The verdicts on the lines above the data: a header with columns that are not read, and titles with a
 *  NUMEN. */
function describeHeader({ remark }: Importing, { name: file, titles, header, numensAbove }: PlacedFile) {
  const verdicts: LineVerdict[] = numensAbove.map((line) =>
    toFileVerdict(remark({ kind: 'refused', file, line, code: 'numen-refused' })),
  );
  const at = { kind: 'notice' as const, file, line: titles.line };
  const stated: ImportEntry[] = [];
  if (header.unknown.length > 0) {
    const params = { columns: header.unknown.join(', ') };
    stated.push(remark({ ...at, code: 'unknown-columns', params }));
  }
  for (const { title, column } of header.close) {
    stated.push(remark({ ...at, code: 'close-column', column: title, params: { known: column } }));
  }
  if (stated.length === 0) return verdicts;
  const remarks = stated.map(toLineRemark);
  return [...verdicts, { file, line: titles.line, outcome: 'noted' as const, differences: [], remarks }];
}

/** Repeats reading and deciding where another process wrote before the commit. */
async function retried<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attemptsLeft = ATTEMPTS; ; attemptsLeft -= 1) {
    try {
      return await run();
    } catch (error) {
      const isConflict = error instanceof DomainError && error.code === 'store-conflict';
      if (!isConflict || attemptsLeft === 1) throw error;
    }
  }
}
