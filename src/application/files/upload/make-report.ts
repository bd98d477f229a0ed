import type {
  FileCounts,
  LineVerdict,
  SeenHeader,
  UnreadTable,
  UploadReport,
} from '../../../domain/upload/upload.ts';
import type { ImportEntry } from '../import/entry.ts';
import type { ImportOptions } from '../import/options.ts';
import { toFileVerdict } from '../import/present-entry.ts';

/** Notices on a sheet that is not read, which thus has no accepted line. */
const SHEET_NOTICES: ReadonlySet<ImportEntry['code']> = new Set(['unknown-sheet', 'hidden-sheet']);

/** What an earlier report says of files that this import does not read again. */
interface Before {
  readonly unreadable?: readonly LineVerdict[];
  readonly unread?: readonly UnreadTable[];
  readonly headers?: readonly SeenHeader[];
}

/** Follows an import and keeps its totals. */
export function makeReport(before: Before = {}): {
  readonly options: Pick<ImportOptions, 'onEntry' | 'onFile' | 'onUnread' | 'onHeader'>;
  report(): UploadReport;
} {
  const files: FileCounts[] = [];
  const left: UnreadTable[] = [...(before.unread ?? [])];
  const headers: SeenHeader[] = [...(before.headers ?? [])];
  const unreadBefore = before.unreadable ?? [];
  const firstRefusals = new Map<string, ImportEntry>();
  const totals = { refused: unreadBefore.length, notice: 0 };
  return {
    options: {
      onFile: (counts) => void files.push(counts),
      onUnread: (table) => void left.push(table),
      onHeader: (header) => void headers.push(header),
      onEntry: (entry) => {
        if (!SHEET_NOTICES.has(entry.code)) totals[entry.kind] += 1;
        if (entry.kind === 'refused' && !firstRefusals.has(entry.file)) firstRefusals.set(entry.file, entry);
      },
    },
    report: () => {
      // A file that was read has its counts. One that was not read is only refused once.
      for (const { file } of files) firstRefusals.delete(file);
      const unreadable = [...unreadBefore, ...[...firstRefusals.values()].map(toFileVerdict)];
      const { refused: refusedTotal, notice: noticesTotal } = totals;
      return { files, unread: left, refusedTotal, noticesTotal, unreadable, headers };
    },
  };
}
