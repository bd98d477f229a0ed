import { localDateInParis } from '../../../domain/time/calendar.ts';
import type { LineVerdict } from '../../../domain/upload/types.ts';
import { openImportedContests } from '../../../features/contests/actions.ts';
import type { Ports } from '../../service-ports.ts';
import { makeColumnTerms } from './cells.ts';
import { judgeFiles, makeTally } from './decide-batch.ts';
import { type ImportSummary, presentEntry, type Remark, toFileVerdict, type WrittenLine } from './entry.ts';
import { toMatches } from './find-header.ts';
import { makeImportLog } from './log.ts';
import { type ImportOptions, type ImportPlace, importFile } from './one-file.ts';
import { type OpenFile, openFiles } from './open-files.ts';
import type { ImportSource } from './sheet.ts';

export type { ImportEntry, ImportSummary } from './entry.ts';
export type { ImportSource } from './sheet.ts';

/** The result of a chunk, and the place where the next chunk begins, if any. */
export type ImportedChunk = ImportSummary & { readonly next?: ImportPlace };

/** Imports the DANE's files (docs/files.md). They are imported in the order that their contents need,
 *  whatever the order in which they are given. A faulty line or file is reported and never stops the others.
 *  Memory grows by about 50 bytes for each line of a CSV file; a workbook is whole in memory, within the
 *  limits of its reader. */
export const importFiles =
  (ports: Ports) =>
  (sources: readonly ImportSource[], options: ImportOptions): Promise<ImportedChunk> => {
    const work = () => importNow(ports, sources, options);
    const bytes = sources.reduce((sum, { sizeBytes = LARGE_BYTES }) => sum + sizeBytes, 0);
    return bytes >= LARGE_BYTES && ports.largeInTurn ? ports.largeInTurn(work) : work();
  };

/** Two files of this size or more are not in memory at once, with what is known of their lines. */
const LARGE_BYTES = 1_000_000;

async function importNow(
  ports: Ports,
  sources: readonly ImportSource[],
  options: ImportOptions,
): Promise<ImportedChunk> {
  const { store, clock, ids, catalogue, openSheets } = ports;
  const tally = makeTally();
  const say = (one: Remark, written?: WrittenLine) => {
    tally.add(one);
    if (one.kind === 'refused' && !options.dryRun)
      ports.meter.count('jalon_import_lines_refused', { reason: one.code });
    const entry = presentEntry(one, options.locale);
    options.onEntry?.(entry);
    if (written) options.onRefused?.({ ...written, entry });
    return entry;
  };
  const { from = { file: 0, line: 0 }, partLines = Number.POSITIVE_INFINITY } = options;
  let left = partLines;
  const target = options.dryRun ? await store.openDryRun() : store;
  const log = options.dryRun ? undefined : makeImportLog({ ids, clock, actor: options.actor });
  try {
    const missions = makeColumnTerms(
      [...catalogue.framework.missions.keys()].map((code) => [code, code] as const),
    );
    const at = clock.now();
    const shared = { reader: target, ids, at, today: localDateInParis(at), missions };
    // Files that cannot be opened are reported by the first chunk only.
    const isFirstPart = options.from === undefined;
    const verdicts: LineVerdict[] = [];
    const files = await openFiles(openSheets, sources, {
      remark: (one) => {
        if (isFirstPart) verdicts.push(toFileVerdict(say(one)));
      },
      onUnread: (table) => {
        if (isFirstPart) options.onUnread?.(table);
      },
      onHeader: (header) => {
        if (isFirstPart) options.onHeader?.(header);
      },
      event: options.event,
      matches: options.matches ?? toMatches(await store.readColumnMatches()),
      spellings: catalogue.columns.spellings,
    });
    await options.onVerdicts?.(verdicts);
    for (const group of Map.groupBy(files.entries(), ([, { header }]) => header.kind).values()) {
      if ((group.at(-1)?.[0] ?? 0) < from.file) continue;
      const progress = makeProgress(options);
      const judged = await judgeFiles(
        shared,
        group.map(([, file]) => file),
        progress,
      );
      for (const [place, [number]] of group.entries()) {
        const file = judged.files[place];
        if (!file || number < from.file) continue;
        const fromLine = number === from.file ? from.line : 0;
        const importing = { store: target, clock, remark: say, tally, log };
        const partOptions = { ...options, fromLine, lines: left, onBytes: progress(file) };
        const part = await importFile(importing, { file, judged }, partOptions);
        left -= part.lines;
        if (part.nextLine !== undefined) {
          return { ...tally.summary(), next: { file: number, line: part.nextLine } };
        }
      }
    }
  } finally {
    if (options.dryRun) await target.close();
    else await openImportedContests(ports)();
  }
  return tally.summary();
}

/** Makes the function that reports the progress in each file. Each file is read twice. */
function makeProgress({ onProgress }: ImportOptions): (file: OpenFile) => (bytes: number) => void {
  const readBytes = new Map<string, number>();
  return ({ name, sizeBytes }) =>
    (bytes) => {
      const read = (readBytes.get(name) ?? 0) + bytes;
      readBytes.set(name, read);
      onProgress?.({ file: name, done: read / 2, total: sizeBytes });
    };
}
