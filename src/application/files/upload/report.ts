import type {
  FileCounts,
  LineVerdict,
  SeenHeader,
  UnreadTable,
  Upload,
  UploadReport,
} from '../../../domain/upload/types.ts';
import { type ImportEntry, toFileVerdict } from '../import/entry.ts';
import type { ImportOptions } from '../import/one-file.ts';

/** Notices on a sheet that is not read. Its lines are not accepted, although there is no refusal. */
const SHEET_NOTICES: ReadonlySet<ImportEntry['code']> = new Set(['unknown-sheet', 'hidden-sheet']);

/** The parts of an earlier report on files that this import does not read again. */
export interface Before {
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
  const firstRejections = new Map<string, ImportEntry>();
  const totals = { refused: unreadBefore.length, notice: 0 };
  return {
    options: {
      onFile: (counts) => void files.push(counts),
      onUnread: (table) => void left.push(table),
      onHeader: (header) => void headers.push(header),
      onEntry: (entry) => {
        if (!SHEET_NOTICES.has(entry.code)) totals[entry.kind] += 1;
        if (entry.kind === 'refused' && !firstRejections.has(entry.file))
          firstRejections.set(entry.file, entry);
      },
    },
    report: () => {
      // A file with counts was read, so it has no refusal of the whole file.
      for (const { file } of files) firstRejections.delete(file);
      const unreadable = [...unreadBefore, ...[...firstRejections.values()].map(toFileVerdict)];
      const { refused: refusedTotal, notice: noticesTotal } = totals;
      return { files, unread: left, refusedTotal, noticesTotal, unreadable, headers };
    },
  };
}

/** What an earlier report says of the files whose bytes are not kept. */
export function reportOfUnkept(upload: Upload) {
  const { unreadable, unread, headers = [] } = upload.report;
  return {
    unreadable: ofUnkept(upload, unreadable),
    unread: ofUnkept(upload, unread),
    headers: ofUnkept(upload, headers),
  };
}

/** Whether a later reading can use the bytes of the file: a table of it was read, or its columns can still be
 *  matched by hand. */
export function isOfUse(name: string, { files, headers = [] }: UploadReport): boolean {
  return [...files, ...headers].some(({ file }) => file === name || file.startsWith(`${name} › `));
}

/** Leaves out the entries about a workbook of which at least one sheet is stored: the import reports them
 *  again. */
function ofUnkept<Said extends { readonly file: string }>(
  { files }: Upload,
  stated: readonly Said[],
): readonly Said[] {
  const unkept = new Set(files.filter(({ parts }) => parts === 0).map(({ name }) => name));
  return stated.filter(({ file }) => unkept.has(file.split(' › ')[0] ?? file));
}
