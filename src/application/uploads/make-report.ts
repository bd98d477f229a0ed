import type { FileCounts, LineVerdict, UploadReport } from '../../domain/upload.ts';
import type { ImportEntry } from '../import/entry.ts';
import type { ImportOptions } from '../import/options.ts';
import { toFileVerdict } from '../import/present-entry.ts';

/** Hears an import and keeps its sums; `before` is what is said of files that this import does not meet again. */
export function makeReport(before: readonly LineVerdict[] = []): {
  readonly options: Pick<ImportOptions, 'onEntry' | 'onFile'>;
  report(): UploadReport;
} {
  const files: FileCounts[] = [];
  const firstRefusals = new Map<string, ImportEntry>();
  const totals = { refused: before.length, notice: 0 };
  return {
    options: {
      onFile: (counts) => void files.push(counts),
      onEntry: (entry) => {
        totals[entry.kind] += 1;
        if (entry.kind === 'refused' && !firstRefusals.has(entry.file)) firstRefusals.set(entry.file, entry);
      },
    },
    report: () => {
      // A file that was read has its sums; of one that was not, the first refusal is the only one.
      for (const { file } of files) firstRefusals.delete(file);
      const unreadable = [...before, ...[...firstRefusals.values()].map(toFileVerdict)];
      return { files, refusedTotal: totals.refused, noticesTotal: totals.notice, unreadable };
    },
  };
}
