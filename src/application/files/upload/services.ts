import { bytesToHex } from '@noble/hashes/utils.js';
import { webSha256 } from '#open-badges/keys';
import type { PersonId } from '../../../domain/ids.ts';
import { maskNumen } from '../../../domain/person/numen.ts';
import { secondsAfter } from '../../../domain/time/calendar.ts';
import type { ColumnMatch } from '../../../domain/upload/column-match.ts';
import type { LineVerdict, Upload } from '../../../domain/upload/types.ts';
import { commitIfPresent, commitOnce } from '../../concurrency/named-record.ts';
import { beginJob } from '../../jobs/begin.ts';
import type { Store } from '../../ports.ts';
import type { Ports } from '../../service-ports.ts';
import { useCases } from '../../use-cases.ts';
import type { Table } from '../export/table.ts';
import { toCorrectedTables } from '../import/corrected-file.ts';
import type { RefusedLine } from '../import/entry.ts';
import { headerKey, type Matches, toMatches } from '../import/find-header.ts';
import { importFiles } from '../import/run.ts';
import type { ImportSource } from '../import/sheet.ts';
import type { SentFile } from './blank-numens.ts';
import { countChunks, openChunks, saveChunks } from './chunks.ts';
import { isOfUse, makeReport, reportOfUnkept } from './report.ts';

/** Seconds for which an uploaded file can be imported. */
const UPLOAD_RETENTION_SECONDS = 3600;

interface Who {
  readonly actor: PersonId;
  readonly locale: 'fr' | 'en';
}

/** Keeps the files for an hour, and reports the effects of importing them. Every NUMEN is replaced before the
 *  files are stored, and its line is still refused. Of a file that is of no use, only the verdict is stored. */
const receiveUpload =
  (ports: Ports) =>
  async (sent: readonly SentFile[], who: Who & { readonly event?: string | undefined }): Promise<Upload> => {
    const files: SentFile[] = [];
    for (const file of withNames(sent)) files.push({ ...file, bytes: await ports.blankNumens(file) });
    return saveUpload(ports, { files, who });
  };

/** Reads the kept files of an upload again, with the columns that were matched since, as a new upload. */
const readUploadAgain =
  (ports: Ports) =>
  async (upload: Upload, who: Who): Promise<Upload> => {
    const files: SentFile[] = [];
    for (const { name, open } of openChunks(ports.store, upload)) {
      files.push({ name, bytes: await wholeOf(open()) });
    }
    return saveUpload(ports, { files, who: { ...who, event: upload.event }, earlier: upload });
  };

async function wholeOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return new Uint8Array(await new Blob(all as BlobPart[]).arrayBuffer());
}

interface Received {
  readonly files: readonly SentFile[];
  readonly who: Who & { readonly event?: string | undefined };
  /** The upload whose kept files these are. */
  readonly earlier?: Upload;
}

async function saveUpload(
  ports: Ports,
  { files, who: { actor, locale, event }, earlier }: Received,
): Promise<Upload> {
  const { store, clock, ids } = ports;
  const madeAt = clock.now();
  const place = { id: ids.uuid(), expiresAt: secondsAfter(madeAt, UPLOAD_RETENTION_SECONDS) };
  const before = earlier && reportOfUnkept(earlier);
  const { report, options } = makeReport(before);
  const onVerdicts = saveVerdicts(store, place);
  await onVerdicts(before?.unreadable ?? []);
  const how = { dryRun: true, actor, locale, event, matches: await matchesOf(store, actor) };
  await importFiles(ports)(files.map(toSource), { ...options, ...how, onVerdicts });
  const saved = files.map(({ name, bytes }) => (isOfUse(name, report()) ? bytes : undefined));
  const upload: Upload = {
    ...place,
    ownerId: actor,
    madeAt,
    files: [
      ...files.map(({ name, bytes }, at) => ({
        name,
        sizeBytes: bytes.length,
        parts: saved[at] ? countChunks(bytes) : 0,
      })),
      ...(earlier?.files.filter(({ parts }) => parts === 0) ?? []),
    ],
    report: report(),
    ...(event && { event }),
  };
  // It comes before its parts, so that they are deleted with it. Its id is told once all are stored.
  await store.commit([{ kind: 'upload-added', upload }]);
  await saveChunks(store, upload.id, saved);
  return upload;
}

/** Imports the good lines of the upload. The report of the import replaces the preview. */
const importUpload =
  (ports: Ports) =>
  async (upload: Upload, { actor, locale }: Who): Promise<void> => {
    const { store, clock } = ports;
    const before = reportOfUnkept(upload);
    const { report, options } = makeReport(before);
    const onVerdicts = saveVerdicts(store, upload);
    await store.commit([{ kind: 'upload-lines-forgotten', uploadId: upload.id }]);
    await onVerdicts(before.unreadable);
    const { event } = upload;
    const how = { dryRun: false, actor, locale, event, matches: await matchesOf(store, actor) };
    await importFiles(ports)(openChunks(store, upload), { ...options, ...how, onVerdicts });
    // The hour of the upload may have ended, or its owner been erased, while the lines were imported.
    await commitIfPresent(store, [
      { kind: 'upload-imported', id: upload.id, report: report(), at: clock.now() },
    ]);
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
    await importFiles(ports)(openChunks(store, upload), {
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

/** Writing so many takes some ten milliseconds, during which no one else is served. */
const LINES_AT_ONCE = 250;

/** Stores the verdict on each line of an upload in order, some hundreds at a time, so that few are in
 *  memory. */
function saveVerdicts(
  { commit }: Store,
  { id, expiresAt }: Pick<Upload, 'id' | 'expiresAt'>,
): (verdicts: readonly LineVerdict[]) => Promise<void> {
  let saved = 0;
  return async (verdicts) => {
    for (let first = 0; first < verdicts.length; first += LINES_AT_ONCE) {
      const some = verdicts.slice(first, first + LINES_AT_ONCE);
      const lines = some.map((verdict, at) => ({ ...verdict, position: saved + at }));
      saved += lines.length;
      await commit([{ kind: 'upload-lines-added', uploadId: id, expiresAt, lines }]);
    }
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

/** Forgets remembered columns. Senders can forget only their own. Throws `settled-meanwhile` if there are none. */
const forgetColumns =
  ({ store }: Ports) =>
  (personId: PersonId, fingerprint: string): Promise<void> =>
    commitOnce(store, [{ kind: 'column-match-forgotten', personId, fingerprint }]);

async function fingerprintOf(titles: readonly string[]): Promise<string> {
  return bytesToHex(await webSha256(headerKey(titles)));
}

export const uploadServices = useCases({
  receiveUpload,
  readUploadAgain,
  importUpload,
  listCorrections,
  matchColumns,
  forgetColumns,
});
