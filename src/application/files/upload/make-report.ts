import type { FileCounts, LineVerdict, UnreadTable, UploadReport } from '../../../domain/upload/upload.ts';
import type { ImportEntry } from '../import/entry.ts';
import type { ImportOptions } from '../import/options.ts';
import { toFileVerdict } from '../import/present-entry.ts';

/** Notices on a sheet that is not read, which thus has no accepted line. */
const SHEET_NOTICES: ReadonlySet<ImportEntry['code']> = new Set(['unknown-sheet', 'hidden-sheet']);

/** Follows an import and keeps its totals. `before` and `unread` are about files that this import does not
 *  read again. */
export function makeReport(
  before: readonly LineVerdict[] = [],
  unread: readonly UnreadTable[] = [],
): {
  readonly options: Pick<ImportOptions, 'onEntry' | 'onFile' | 'onUnread'>;
  report(): UploadReport;
} {
  const files: FileCounts[] = [];
  const left: UnreadTable[] = [...unread];
  const firstRefusals = new Map<string, ImportEntry>();
  const totals = { refused: before.length, notice: 0 };
  return {
    options: {
      onFile: (counts) => void files.push(counts),
      onUnread: (table) => void left.push(table),
      onEntry: (entry) => {
        if (!SHEET_NOTICES.has(entry.code)) totals[entry.kind] += 1;
        if (entry.kind === 'refused' && !firstRefusals.has(entry.file)) firstRefusals.set(entry.file, entry);
      },
    },
    report: () => {
      // A file that was read has its counts. One that was not read is only refused once.
      for (const { file } of files) firstRefusals.delete(file);
      const unreadable = [...before, ...[...firstRefusals.values()].map(toFileVerdict)];
      return { files, unread: left, refusedTotal: totals.refused, noticesTotal: totals.notice, unreadable };
    },
  };
}
