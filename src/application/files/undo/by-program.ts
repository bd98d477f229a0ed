import type { StoredAuditEntry } from '../../../domain/audit/entry.ts';
import { DomainError } from '../../../domain/errors.ts';
import { type PersonId, personIdsAmong } from '../../../domain/ids.ts';
import type { Job } from '../../../domain/job/types.ts';
import { fullName } from '../../../domain/person/name.ts';
import {
  IMPORTED_KINDS,
  type ImportedKind,
  type ImportRun,
  PRESERVED_REASONS,
  type PreservedReason,
} from '../../../domain/upload/import-log.ts';
import { beginJob } from '../../jobs/begin.ts';
import { type AdvanceJob, takeBackJob } from '../../jobs/services.ts';
import type { Ports } from '../../service-ports.ts';
import {
  type PreservedRecordLine,
  readPreservedRecords,
  toPreservedRecordLine,
} from './preserved-records.ts';

/** The most imports listed for a program. */
const MOST_IMPORTS = 200;

export interface UndoChunkCommand extends Omit<BeginUndo, 'act'> {
  /** `stop` ends an undoing that is running. Undone records stay undone, and the others stay unchanged. */
  readonly act: BeginUndo['act'] | 'stop';
  /** The id of the running job; absent in the first call. */
  readonly job?: string;
}

/** The numbers of records of one kind that are removed, get their former values, or stay. */
export interface UndoneKind {
  readonly records: ImportedKind;
  readonly removed: number;
  readonly restored: number;
  readonly stays: number;
  /** The number of records that stay, for each reason. */
  readonly because: readonly { readonly reason: PreservedReason; readonly records: number }[];
}

export interface UndoneChunk {
  readonly undone: boolean;
  readonly kinds: readonly UndoneKind[];
  /** The first records that stay; absent while a chunk remains. */
  readonly kept?: readonly PreservedRecordLine[];
  /** The part of the work that is done: commits of the import that were looked at, or records that were
   *  undone. */
  readonly done: number;
  readonly total: number;
  /** The id with which to ask for the next chunk; absent if nothing remains. */
  readonly next?: string;
}

/** The most records named that stay. */
const MAX_NAMED_RECORDS = 500;

/** The most files of these imports that are listed. */
const MOST_FILES = 2000;

/** A file of a past import, with the numbers of its lines. */
export interface PastFile {
  readonly file: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** A past import as programs see it. */
export interface ListedImport extends ImportRun {
  /** The name of the person who made it; absent for a program. */
  readonly by?: string;
  /** The files that changed something. */
  readonly files: readonly PastFile[];
}

/** The imports that can be undone, the newest first. */
const listImports =
  ({ store }: Ports) =>
  async (): Promise<readonly ListedImport[]> => {
    const [runs, entries] = await Promise.all([
      store.readImportRuns(MOST_IMPORTS),
      store.readImports(MOST_FILES),
    ]);
    const byRun = Map.groupBy(entries, ({ details }) => details?.['import']);
    // With `--as`, the lines of the audit name the agent.
    const authorOf = ({ id, actor }: ImportRun) => byRun.get(id)?.[0]?.actor ?? actor;
    const people = await store.readPeople(personIdsAmong(runs.map(authorOf)));
    const names = new Map<string, string>(people.map((one) => [one.id, fullName(one)]));
    return runs.map((run) => {
      const by = names.get(authorOf(run));
      return { ...run, ...(by && { by }), files: (byRun.get(run.id) ?? []).map(toPastFile) };
    });
  };

function toPastFile({ subject, details }: StoredAuditEntry): PastFile {
  const count = (outcome: string) => Number(details?.[outcome] ?? 0);
  return {
    file: subject,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
}

/** Does one chunk of the look at an import or of its undoing, or stops the undoing. An interrupted undoing
 *  continues without another look. Throws the errors of `beginUndo`. */
const undoByProgram =
  (ports: Ports, advanceJob: AdvanceJob) =>
  async (requested: UndoChunkCommand): Promise<UndoneChunk> => {
    const { store } = ports;
    const { importId } = requested;
    const run = await store.readImportRun(importId);
    if (!run) throw new DomainError('unknown-import', { id: importId });
    const isOver = run.undone && !(await canTakeUp(store, importId));
    const job = isOver ? undefined : await act(ports, requested, advanceJob);
    // This chunk may have finished the undoing.
    const undone = (await store.readImportRun(importId))?.undone !== undefined;
    const isLookOver = requested.act === 'look' && job?.command.kind === 'undo-import';
    const isUnderway = job && !job.finishedAt && !isLookOver;
    const saved = isUnderway ? undefined : await readPreservedRecords(store, run, MAX_NAMED_RECORDS);
    return {
      undone,
      kinds: sumByKind(await store.countUndoRecords(importId)),
      ...(saved && { kept: saved.map((one) => toPreservedRecordLine(ports.origin, one)) }),
      ...{ done: job?.done ?? 0, total: Math.max(job?.total ?? 0, job?.done ?? 0) },
      ...(isUnderway && { next: job.id }),
    };
  };

async function act(
  ports: Ports,
  { importId, act, actor, job }: UndoChunkCommand,
  advanceJob: AdvanceJob,
): Promise<Job | undefined> {
  const { store } = ports;
  if (act === 'stop') {
    const underway = await readUndoing(store, importId);
    return underway && takeBackJob(ports)({ id: underway.id, actor: actor as PersonId });
  }
  const begun = job ? await store.readJob(job) : await beginUndo(ports)({ importId, act, actor });
  if (!begun || !('importId' in begun.command) || begun.command.importId !== importId) {
    throw new DomainError('not-found');
  }
  const isLook = act === 'look' && begun.command.kind === 'undo-import';
  return isLook ? begun : advanceJob(begun.id);
}

type Counted = Awaited<ReturnType<Ports['store']['countUndoRecords']>>;

/** The verdicts on the records of an import, one line for each kind that it contains. */
export function sumByKind(counts: Counted): readonly UndoneKind[] {
  return IMPORTED_KINDS.flatMap((records) => {
    const own = counts.filter(({ kind }) => kind === records);
    const sum = (is: (one: Counted[number]) => boolean) =>
      own.filter(is).reduce((total, { count }) => total + count, 0);
    const goes = (created: boolean) =>
      sum((one) => one.created === created && (one.verdict === 'undo' || one.verdict === 'undone'));
    const stays = sum(({ verdict }) => verdict === 'kept');
    const because = PRESERVED_REASONS.map((reason) => ({
      ...{ reason, records: sum((one) => one.verdict === 'kept' && one.reason === reason) },
    })).filter((one) => one.records > 0);
    return own.length === 0 ? [] : [{ records, removed: goes(true), restored: goes(false), stays, because }];
  });
}

interface BeginUndo {
  readonly importId: string;
  /** `look` changes nothing. `undo` undoes the records that the last look found possible. */
  readonly act: 'look' | 'undo';
  readonly actor: string;
}

/** Begins the look at an import, or its undoing. An undoing that is running or was interrupted is continued
 *  instead: a new look at this point could not distinguish its own changes from those of others. Throws
 *  `unknown-import` for an import that is not kept, `undo-unchecked` before a look has come to its end, and
 *  `undo-underway` while another import is being undone. */
const beginUndo =
  (ports: Ports) =>
  async ({ importId, act, actor }: BeginUndo): Promise<Job> => {
    const { store } = ports;
    if (!(await store.readImportRun(importId))) throw new DomainError('unknown-import', { id: importId });
    const underway = await readUndoing(store, importId);
    if (underway) return underway;
    const begin = (kind: 'check-import' | 'undo-import') =>
      beginJob(ports)({ kind, importId }, actor as PersonId);
    if (act === 'look') return begin('check-import');
    const [other] = await store.readUnfinishedJobs('undo-import');
    if (other) throw new DomainError('undo-underway', { id: other.id });
    const isChecked = (await store.countUndoRecords(importId)).length > 0;
    if (!isChecked || (await readOfImport(store, 'check-import', importId))) {
      throw new DomainError('undo-unchecked');
    }
    return begin('undo-import');
  };

/** Whether an import that was undone left records that another look may find free, or a job about them runs. */
export async function canTakeUp(store: Ports['store'], importId: string): Promise<boolean> {
  const counts = await store.countUndoRecords(importId);
  if (counts.some(({ verdict }) => verdict === 'kept' || verdict === 'undo')) return true;
  return (await readUndoing(store, importId)) !== undefined;
}

/** The undoing of this import that has not ended, if there is one. */
export function readUndoing(store: Ports['store'], importId: string): Promise<Job | undefined> {
  return readOfImport(store, 'undo-import', importId);
}

/** More jobs about imports than can be unfinished at one time. */
const MOST_JOBS = 1000;

async function readOfImport(
  store: Ports['store'],
  kind: 'check-import' | 'undo-import',
  importId: string,
): Promise<Job | undefined> {
  const unfinished = await store.readUnfinishedJobs(kind, MOST_JOBS);
  return unfinished.find(({ command }) => 'importId' in command && command.importId === importId);
}

export const undoServices = (ports: Ports, advance: AdvanceJob) => ({
  listImports: listImports(ports),
  beginUndo: beginUndo(ports),
  undoByProgram: undoByProgram(ports, advance),
});
