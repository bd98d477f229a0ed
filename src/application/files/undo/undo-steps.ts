import { audit } from '../../../domain/audit.ts';
import type { Change } from '../../../domain/change/change.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Job } from '../../../domain/job/job.ts';
import type { ImportRun, UndoLine } from '../../../domain/upload/import-log.ts';
import { beginJob } from '../../jobs/begin-job.ts';
import type { Step, TakeStep } from '../../jobs/step.ts';
import type { Store } from '../../ports.ts';
import type { Ports } from '../../service-ports.ts';
import { type JudgedLine, judgeUndo } from './judge-undo.ts';
import { changesOfUndo } from './undo-changes.ts';

/** Number of records that one step undoes. Removing one may take a statement of its own. */
const UNDONE_A_STEP = 100;
/** Batches have fewer lines than this number, so that a line's position also identifies its batch. */
const LINES_A_BATCH = 10_000;

/** Judges what undoing would do to the records of one commit of an import, beginning with the last commit.
 *  Changes none of them. */
const checkImport =
  ({ store }: Ports): TakeStep =>
  async (job) => {
    const run = await requiredRun(store, job);
    const { after } = job.progress;
    const batch = await store.readImportBatch(run.id, after === undefined ? undefined : Number(after));
    const forgotten: readonly Change[] =
      after === undefined ? [{ kind: 'undo-lines-forgotten', importId: run.id }] : [];
    if (!batch) return over(job, forgotten);
    const { kind, entries, position } = batch;
    const asked = entries.map(
      (entry, at): UndoLine => ({
        ...{ position: position * LINES_A_BATCH + at, kind, entry, verdict: 'undo' },
      }),
    );
    const lines = (await judgeUndo(store, run, { kind, lines: asked })).map(({ line }) => line);
    return {
      progress: { ...job.progress, after: String(position) },
      advanced: 1,
      finished: position === 0,
      changes: [...forgotten, { kind: 'undo-lines-saved', importId: run.id, lines }],
    };
  };

/** Undoes some records of an import, beginning with the last. Each record is judged again, because something
 *  may rest on it since the look. */
const undoImport =
  (ports: Ports): TakeStep =>
  async (job) => {
    const { store } = ports;
    const run = await requiredRun(store, job);
    const found = await store.readUndoLines(run.id, { verdict: 'undo', limit: UNDONE_A_STEP });
    const [first] = found;
    if (!first) return finish(ports, job, run);
    const other = found.findIndex(({ kind }) => kind !== first.kind);
    const lines = other < 0 ? found : found.slice(0, other);
    const judged = await judgeUndo(store, run, { kind: first.kind, lines });
    const done = judged.map(
      ({ line }): UndoLine => (line.verdict === 'undo' ? { ...line, verdict: 'undone' } : line),
    );
    const undone = judged.filter(({ line }) => line.verdict === 'undo');
    return {
      progress: job.progress,
      advanced: lines.length,
      finished: false,
      changes: [
        ...(await changesOfUndo(ports, undone as readonly Required<JudgedLine>[])),
        { kind: 'undo-lines-saved', importId: run.id, lines: done },
      ],
    };
  };

/** The last step: begins to judge everyone and to measure the coverage again, because records were
 *  removed. */
async function finish(ports: Ports, job: Job, run: ImportRun): Promise<Step> {
  const at = ports.clock.now();
  await beginJob(ports)({ kind: 'propose-awards' }, job.madeBy);
  await beginJob(ports)({ kind: 'measure-coverage' }, job.madeBy);
  return over(job, [
    { kind: 'import-undone', importId: run.id, at, by: job.madeBy },
    audit('import-undone', { at, actor: job.madeBy, subject: run.id, details: { records: job.done } }),
  ]);
}

function over(job: Job, changes: readonly Change[]): Step {
  return { progress: job.progress, advanced: 0, finished: true, changes };
}

async function requiredRun(store: Store, { command }: Job): Promise<ImportRun> {
  const run = 'importId' in command ? await store.readImportRun(command.importId) : undefined;
  if (!run) throw new DomainError('not-found');
  return run;
}

/** The steps of the two jobs about an import. */
export function undoSteps(ports: Ports): {
  readonly 'check-import': TakeStep;
  readonly 'undo-import': TakeStep;
} {
  return { 'check-import': checkImport(ports), 'undo-import': undoImport(ports) };
}
