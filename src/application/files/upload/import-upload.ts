import type { PersonId } from '../../../domain/ids.ts';
import { maskNumen } from '../../../domain/numen.ts';
import { secondsAfter } from '../../../domain/time/time.ts';
import type { ColumnMatch } from '../../../domain/upload/column-match.ts';
import type {
  FileCounts,
  LineVerdict,
  SeenHeader,
  UnreadTable,
  Upload,
  UploadReport,
} from '../../../domain/upload/upload.ts';
import { beginJob } from '../../jobs/begin-job.ts';
import type { Store } from '../../ports.ts';
import type { Ports } from '../../service-ports.ts';
import { useCases } from '../../use-cases.ts';
import type { Table } from '../export/table.ts';
import { toCorrectedTables } from '../import/corrected-file.ts';
import { type ImportEntry, type RefusedLine, toFileVerdict } from '../import/entry.ts';
import { headerKey, type Matches, toMatches } from '../import/find-header.ts';
import type { ImportOptions } from '../import/import-file.ts';
import { importFiles } from '../import/import-files.ts';
import type { ImportSource } from '../import/sheet.ts';
import type { SentFile } from './blank-numens.ts';
import { countParts, keepParts, openParts } from './parts.ts';

/** Seconds for which an uploaded file can be imported. */
const KEPT_SECONDS = 3600;

interface Who {
  readonly actor: PersonId;
  readonly locale: 'fr' | 'en';
}

/** Keeps the files for an hour, and reports the effects of importing them. Every NUMEN is replaced before the
 *  files are stored, and its line is still refused. Of a file that cannot be read, only the verdict is
 *  stored. */
const receiveUpload =
  (ports: Ports) =>
  async (
    sent: readonly SentFile[],
    { actor, locale, event }: Who & { readonly event?: string | undefined },
  ): Promise<Upload> => {
    const { store, clock, ids } = ports;
    const files: SentFile[] = [];
    for (const file of withNames(sent)) files.push({ ...file, bytes: await ports.blankNumens(file) });
    const madeAt = clock.now();
    const place = { id: ids.uuid(), expiresAt: secondsAfter(madeAt, KEPT_SECONDS) };
    const { report, options } = makeReport();
    const onVerdicts = keepVerdicts(store, place);
    const how = { dryRun: true, actor, locale, event, matches: await matchesOf(store, actor) };
    await importFiles(ports)(files.map(toSource), { ...options, ...how, onVerdicts });
    const kept = files.map(({ name, bytes }) => (isReadable(name, report()) ? bytes : undefined));
    const upload: Upload = {
      ...place,
      ownerId: actor,
      madeAt,
      files: files.map(({ name, bytes }, at) => ({
        name,
        sizeBytes: bytes.length,
        parts: kept[at] ? countParts(bytes) : 0,
      })),
      report: report(),
      ...(event && { event }),
    };
    // It comes before its parts, so that they are deleted with it. Its id is told once all are stored.
    await store.commit([{ kind: 'upload-added', upload }]);
    await keepParts(store, upload.id, kept);
    return upload;
  };

/** Imports the good lines of the upload. The report of the import replaces the preview. */
const importUpload =
  (ports: Ports) =>
  async (upload: Upload, { actor, locale }: Who): Promise<void> => {
    const { store, clock } = ports;
    const unreadable = ofUnkept(upload, upload.report.unreadable);
    const { report, options } = makeReport({
      unreadable,
      unread: ofUnkept(upload, upload.report.unread),
      headers: ofUnkept(upload, upload.report.headers ?? []),
    });
    const onVerdicts = keepVerdicts(store, upload);
    await store.commit([{ kind: 'upload-lines-forgotten', uploadId: upload.id }]);
    await onVerdicts(unreadable);
    const { event } = upload;
    const how = { dryRun: false, actor, locale, event, matches: await matchesOf(store, actor) };
    await importFiles(ports)(openParts(store, upload), { ...options, ...how, onVerdicts });
    await store.commit([{ kind: 'upload-imported', id: upload.id, report: report(), at: clock.now() }]);
    // The coverage of schools may have changed, so the timer measures it again.
    const isChanged = report().files.some(({ created, updated }) => created + updated > 0);
    if (isChanged) await beginJob(ports)({ kind: 'measure-coverage' }, actor);
  };

/** The refused lines of one file or of all, one table for each file, to be corrected and imported again. */
const listCorrections =
  (ports: Ports) =>
  async (
    upload: Upload,
    { actor, locale, file }: Who & { readonly file?: string | undefined },
  ): Promise<readonly Table[]> => {
    const { store } = ports;
    const refused: RefusedLine[] = [];
    const onRefused = (line: RefusedLine) => {
      if (file === undefined || line.entry.file === file) refused.push(line);
    };
    const matches = await matchesOf(store, actor);
    await importFiles(ports)(openParts(store, upload), {
      dryRun: true,
      actor,
      locale,
      event: upload.event,
      matches,
      onRefused,
    });
    return toCorrectedTables(refused, locale);
  };

async function matchesOf(store: Store, actor: PersonId): Promise<Matches> {
  return toMatches(await store.readColumnMatches(actor));
}

/** Gives different names to two files of the same name. */
function withNames(files: readonly SentFile[]): readonly SentFile[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const name = maskNumen(file.name);
    const turn = (seen.get(name) ?? 0) + 1;
    seen.set(name, turn);
    return { ...file, name: turn === 1 ? name : `${name} (${turn})` };
  });
}

function toSource({ name, bytes }: SentFile): ImportSource {
  return {
    name,
    sizeBytes: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}

function isReadable(name: string, { files }: Upload['report']): boolean {
  return files.some(({ file }) => file === name || file.startsWith(`${name} › `));
}

/** Leaves out the entries about a workbook of which at least one sheet is stored: the import reports them
 *  again. */
function ofUnkept<Said extends { readonly file: string }>(
  { files }: Upload,
  said: readonly Said[],
): readonly Said[] {
  const unkept = new Set(files.filter(({ parts }) => parts === 0).map(({ name }) => name));
  return said.filter(({ file }) => unkept.has(file.split(' › ')[0] ?? file));
}

/** Writing so many takes some ten milliseconds, during which nobody else is served. */
const LINES_AT_ONCE = 250;

/** Stores the verdict on each line of an upload in order, some hundreds at a time, so that few are in
 *  memory. */
function keepVerdicts(
  { commit }: Store,
  { id, expiresAt }: Pick<Upload, 'id' | 'expiresAt'>,
): (verdicts: readonly LineVerdict[]) => Promise<void> {
  let kept = 0;
  return async (verdicts) => {
    for (let first = 0; first < verdicts.length; first += LINES_AT_ONCE) {
      const some = verdicts.slice(first, first + LINES_AT_ONCE);
      const lines = some.map((verdict, at) => ({ ...verdict, position: kept + at }));
      kept += lines.length;
      await commit([{ kind: 'upload-lines-added', uploadId: id, expiresAt, lines }]);
    }
  };
}

/** Notices on a sheet that is not read. Its lines are not accepted, although there is no refusal. */
const SHEET_NOTICES: ReadonlySet<ImportEntry['code']> = new Set(['unknown-sheet', 'hidden-sheet']);

/** The parts of an earlier report on files that this import does not read again. */
interface Before {
  readonly unreadable?: readonly LineVerdict[];
  readonly unread?: readonly UnreadTable[];
  readonly headers?: readonly SeenHeader[];
}

/** Collects the totals of an import while it runs. */
function makeReport(before: Before = {}): {
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

/** Remembers the columns of a header, for later tables of this sender with the same header. */
const matchColumns =
  ({ store, clock }: Ports) =>
  async ({ personId, kind, titles, columns }: Omit<ColumnMatch, 'fingerprint' | 'madeAt'>): Promise<void> => {
    const fingerprint = await fingerprintOf(titles);
    const match = { personId, fingerprint, kind, titles, columns, madeAt: clock.now() };
    await store.commit([{ kind: 'column-match-saved', match }]);
  };

/** Forgets remembered columns. Senders can forget only their own. */
const forgetColumns =
  ({ store }: Ports) =>
  (personId: PersonId, fingerprint: string): Promise<void> =>
    store.commit([{ kind: 'column-match-forgotten', personId, fingerprint }]);

async function fingerprintOf(titles: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(headerKey(titles)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const uploadServices = useCases({
  receiveUpload,
  importUpload,
  listCorrections,
  matchColumns,
  forgetColumns,
});
