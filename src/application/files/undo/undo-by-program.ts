import { DomainError } from '../../../domain/errors.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Job } from '../../../domain/job/job.ts';
import {
  IMPORTED_KINDS,
  type ImportedKind,
  type ImportRun,
  KEPT_REASONS,
  type KeptReason,
} from '../../../domain/upload/import-log.ts';
import type { advanceJob } from '../../jobs/advance-job.ts';
import type { takeBackJob } from '../../jobs/take-back-job.ts';
import type { Store } from '../../ports.ts';
import { type BeginUndo, type beginUndo, readUndoing } from './begin-undo.ts';

/** Imports that a program is told of at once. */
const MOST_IMPORTS = 200;

interface Needs {
  readonly store: Pick<
    Store,
    'countUndoLines' | 'readImportRun' | 'readImportRuns' | 'readJob' | 'readUnfinishedJobs'
  >;
  readonly beginUndo: ReturnType<typeof beginUndo>;
  readonly advanceJob: ReturnType<typeof advanceJob>;
  readonly takeBackJob: ReturnType<typeof takeBackJob>;
}

export interface UndoPartAsked extends Omit<BeginUndo, 'act'> {
  /** `stop` ends an undoing that goes on: what is undone stays so, and the rest stays as it is. */
  readonly act: BeginUndo['act'] | 'stop';
  /** The work that goes on; absent the first time. */
  readonly job?: string;
}

/** Records of one kind: how many are removed, get their former values, and stay. */
export interface UndoneKind {
  readonly records: ImportedKind;
  readonly removed: number;
  readonly restored: number;
  readonly stays: number;
  /** How many stay for which reason. */
  readonly because: readonly { readonly reason: KeptReason; readonly records: number }[];
}

export interface UndoPart {
  readonly undone: boolean;
  readonly kinds: readonly UndoneKind[];
  /** How far the work is: the commits of the import that were looked at, or the records that were undone. */
  readonly done: number;
  readonly total: number;
  /** Where work remains: what the next part is asked with. */
  readonly next?: string;
}

/** The imports that can be looked at, the newest first. */
export const listImports =
  ({ store }: Pick<Needs, 'store'>) =>
  (): Promise<readonly ImportRun[]> =>
    store.readImportRuns(MOST_IMPORTS);

/** Takes one part of the look at an import, or of its undoing, or stops the undoing. An undoing that was interrupted
 *  goes on, without another look. Throws `not-found` for an import that is not kept, and `invalid-request` where it
 *  would be undone before anything was looked at. */
export const undoByProgram =
  (needs: Needs) =>
  async (asked: UndoPartAsked): Promise<UndoPart> => {
    const { store } = needs;
    const { importId } = asked;
    const run = await store.readImportRun(importId);
    if (!run) throw new DomainError('not-found');
    const job = run.undone ? undefined : await act(needs, asked);
    // The part may have finished it.
    const undone = (await store.readImportRun(importId))?.undone !== undefined;
    const isLookOver = asked.act === 'look' && job?.command.kind === 'undo-import';
    return {
      undone,
      kinds: sumByKind(await store.countUndoLines(importId)),
      ...{ done: job?.done ?? 0, total: Math.max(job?.total ?? 0, job?.done ?? 0) },
      ...(job && !job.finishedAt && !isLookOver && { next: job.id }),
    };
  };

async function act(needs: Needs, { importId, act, actor, job }: UndoPartAsked): Promise<Job | undefined> {
  const { store } = needs;
  if (act === 'stop') {
    const underway = await readUndoing(store, importId);
    return underway && needs.takeBackJob({ id: underway.id, actor: actor as PersonId });
  }
  if (act === 'undo' && (await store.countUndoLines(importId)).length === 0) {
    throw new DomainError('invalid-request', { reason: 'act: look at the import first' });
  }
  const begun = job ? await store.readJob(job) : await needs.beginUndo({ importId, act, actor });
  if (!begun || !('importId' in begun.command) || begun.command.importId !== importId) {
    throw new DomainError('not-found');
  }
  const isLook = act === 'look' && begun.command.kind === 'undo-import';
  return isLook ? begun : needs.advanceJob(begun.id);
}

type Counted = Awaited<ReturnType<Needs['store']['countUndoLines']>>;

/** What becomes of the records of an import, a line for each kind that it holds. */
export function sumByKind(counts: Counted): readonly UndoneKind[] {
  return IMPORTED_KINDS.flatMap((records) => {
    const own = counts.filter(({ kind }) => kind === records);
    const sum = (is: (one: Counted[number]) => boolean) =>
      own.filter(is).reduce((total, { count }) => total + count, 0);
    const goes = (created: boolean) =>
      sum((one) => one.created === created && (one.verdict === 'undo' || one.verdict === 'undone'));
    const stays = sum(({ verdict }) => verdict === 'kept');
    const because = KEPT_REASONS.map((reason) => ({
      ...{ reason, records: sum((one) => one.verdict === 'kept' && one.reason === reason) },
    })).filter((one) => one.records > 0);
    return own.length === 0 ? [] : [{ records, removed: goes(true), restored: goes(false), stays, because }];
  });
}
