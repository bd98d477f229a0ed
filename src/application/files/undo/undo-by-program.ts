import { DomainError } from '../../../domain/errors.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { IMPORTED_KINDS, type ImportedKind, type ImportRun } from '../../../domain/upload/import-log.ts';
import type { advanceJob } from '../../jobs/advance-job.ts';
import type { beginJob } from '../../jobs/begin-job.ts';
import type { Store } from '../../ports.ts';

/** Imports that a program is told of at once. */
const MOST_IMPORTS = 200;

interface Needs {
  readonly store: Pick<Store, 'countUndoLines' | 'readImportRun' | 'readImportRuns'>;
  readonly beginJob: ReturnType<typeof beginJob>;
  readonly advanceJob: ReturnType<typeof advanceJob>;
}

export interface UndoPartAsked {
  readonly importId: string;
  /** `look` changes nothing; `undo` undoes what the last look found. */
  readonly act: 'look' | 'undo';
  readonly actor: string;
  /** The work that goes on; absent the first time. */
  readonly job?: string;
}

/** Records of one kind: how many are removed, get their former values, and stay. */
export interface UndoneKind {
  readonly records: ImportedKind;
  readonly removed: number;
  readonly restored: number;
  readonly stays: number;
}

export interface UndoPart {
  readonly undone: boolean;
  readonly kinds: readonly UndoneKind[];
  /** Where work remains: what the next part is asked with. */
  readonly next?: string;
}

/** The imports that can be looked at, the newest first. */
export const listImports =
  ({ store }: Pick<Needs, 'store'>) =>
  (): Promise<readonly ImportRun[]> =>
    store.readImportRuns(MOST_IMPORTS);

/** Takes one part of the look at an import, or of its undoing. Throws `not-found` for an import that is not kept,
 *  and `invalid-request` where it would be undone before anything was looked at. */
export const undoByProgram =
  ({ store, beginJob, advanceJob }: Needs) =>
  async ({ importId, act, actor, job }: UndoPartAsked): Promise<UndoPart> => {
    const run = await store.readImportRun(importId);
    if (!run) throw new DomainError('not-found');
    if (run.undone) return { undone: true, kinds: await countKinds(store, importId) };
    if (act === 'undo' && (await store.countUndoLines(importId)).length === 0) {
      throw new DomainError('invalid-request', { reason: 'act: look at the import first' });
    }
    const kind = act === 'look' ? 'check-import' : 'undo-import';
    const id = job ?? (await beginJob({ kind, importId }, actor as PersonId)).id;
    const advanced = await advanceJob(id);
    if (!advanced || !('importId' in advanced.command) || advanced.command.importId !== importId) {
      throw new DomainError('not-found');
    }
    return {
      undone: act === 'undo' && advanced.finishedAt !== undefined,
      kinds: await countKinds(store, importId),
      ...(!advanced.finishedAt && { next: id }),
    };
  };

async function countKinds(store: Needs['store'], importId: string): Promise<readonly UndoneKind[]> {
  return sumByKind(await store.countUndoLines(importId));
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
    return own.length === 0 ? [] : [{ records, removed: goes(true), restored: goes(false), stays }];
  });
}
