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

/** Notices on a sheet that is not read. Its lines are not accepted, although there is no refusal. */
const SHEET_NOTICES: ReadonlySet<ImportEntry['code']> = new Set(['unknown-sheet', 'hidden-sheet']);

/** The parts of an earlier report on files that this import does not read again. */
interface Before {
  readonly unreadable?: readonly LineVerdict[];
  readonly unread?: readonly UnreadTable[];
  readonly headers?: readonly SeenHeader[];
}

/** Collects the totals of an import while it runs. */
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
      // A file with counts was read, so it has no refusal of the whole file.
      for (const { file } of files) firstRefusals.delete(file);
      const unreadable = [...unreadBefore, ...[...firstRefusals.values()].map(toFileVerdict)];
      const { refused: refusedTotal, notice: noticesTotal } = totals;
      return { files, unread: left, refusedTotal, noticesTotal, unreadable, headers };
    },
  };
}
