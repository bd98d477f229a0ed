import { audit } from '../../../domain/audit/entry.ts';
import type { Change } from '../../../domain/change/union.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Job } from '../../../domain/job/types.ts';
import { affectsBadges } from '../../../domain/person/fields.ts';
import type { Person, School } from '../../../domain/records.ts';
import type {
  ImportedKind,
  ImportedRecord,
  ImportedRecords,
  ImportRun,
  UndoRecord,
} from '../../../domain/upload/import-log.ts';
import { beginJob } from '../../jobs/begin.ts';
import type { Step, TakeStep } from '../../jobs/step.ts';
import type { Store } from '../../ports.ts';
import { reissueTasks } from '../../reissue/sign.ts';
import type { Ports } from '../../service-ports.ts';
import { readSchoolReissuing } from '../import/schools.ts';
import { type JudgedRecord, judgeUndo } from './check.ts';

/** Number of records that one step undoes. Removing one may take a statement of its own. */
const UNDONE_A_STEP = 100;
/** Batches have fewer lines than this number, so that a line's position also identifies its batch. */
const RECORDS_A_BATCH = 10_000;

/** Judges what undoing would do to the records of one commit of an import, beginning with the last commit.
 *  Changes none of them. After an undoing, only what stayed is judged again. */
const checkImport =
  ({ store }: Ports): TakeStep =>
  async (job) => {
    const run = await requiredRun(store, job);
    if (run.undone) return checkPreservedRecords(store, job, run);
    const { after } = job.progress;
    const batch = await store.readImportBatch(run.id, after === undefined ? undefined : Number(after));
    const forgotten: readonly Change[] =
      after === undefined ? [{ kind: 'undo-lines-forgotten', importId: run.id }] : [];
    if (!batch) return over(job, forgotten);
    const { kind, entries, position } = batch;
    const requested = entries.map(
      (entry, at): UndoRecord => ({
        ...{ position: position * RECORDS_A_BATCH + at, kind, entry, verdict: 'undo' },
      }),
    );
    const lines = (await judgeUndo(store, run, { kind, lines: requested })).map(({ line }) => line);
    return {
      progress: { ...job.progress, after: String(position) },
      advanced: 1,
      finished: position === 0,
      changes: [...forgotten, { kind: 'undo-lines-saved', importId: run.id, lines }],
    };
  };

/** Judges again some of the records that stayed when the import was undone. */
async function checkPreservedRecords(store: Store, job: Job, run: ImportRun): Promise<Step> {
  const { after } = job.progress;
  const before = after === undefined ? {} : { before: Number(after) };
  const found = await store.readUndoRecords(run.id, { verdict: 'kept', limit: UNDONE_A_STEP, ...before });
  const lines = ofOneKind(found);
  const [first] = lines;
  if (!first) return over(job, []);
  const judged = await judgeUndo(store, run, { kind: first.kind, lines });
  return {
    progress: { ...job.progress, after: String(lines.at(-1)?.position) },
    advanced: lines.length,
    finished: false,
    changes: [{ kind: 'undo-lines-saved', importId: run.id, lines: judged.map(({ line }) => line) }],
  };
}

/** The first lines, as far as they are of one kind. */
function ofOneKind(lines: readonly UndoRecord[]): readonly UndoRecord[] {
  const other = lines.findIndex(({ kind }) => kind !== lines[0]?.kind);
  return other < 0 ? lines : lines.slice(0, other);
}

/** Undoes some records of an import, beginning with the last. Each record is judged again, because something
 *  may rest on it since the look. */
const undoImport =
  (ports: Ports): TakeStep =>
  async (job) => {
    const { store } = ports;
    const run = await requiredRun(store, job);
    const found = await store.readUndoRecords(run.id, { verdict: 'undo', limit: UNDONE_A_STEP });
    const [first] = found;
    if (!first) return finish(ports, job, run);
    const lines = ofOneKind(found);
    const judged = await judgeUndo(store, run, { kind: first.kind, lines });
    const done = judged.map(
      ({ line }): UndoRecord => (line.verdict === 'undo' ? { ...line, verdict: 'undone' } : line),
    );
    const undone = judged.filter(({ line }) => line.verdict === 'undo');
    return {
      progress: job.progress,
      advanced: lines.length,
      finished: false,
      changes: [
        ...(await changesOfUndo(ports, undone as readonly Required<JudgedRecord>[])),
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

/** The changes that undo these lines of one kind: records that the import created are removed, and records
 *  that it changed get their former values back. The whole commit is refused where a record was changed since
 *  it was judged. Badges that show a name that changes back are signed again. */
async function changesOfUndo(
  ports: Ports,
  judged: readonly Required<JudgedRecord>[],
): Promise<readonly Change[]> {
  const [first] = judged;
  if (!first) return [];
  const { kind } = first.line;
  const created = judged.filter(({ line }) => line.entry.before === undefined);
  const changed = judged.filter(({ line }) => line.entry.before !== undefined);
  const records = created.map(({ current }) => current.record);
  const asRead = changed.map(({ current }) => current.record);
  return [
    ...(asRead.length > 0 ? [{ kind: 'records-as-read' as const, of: kind, records: asRead }] : []),
    ...changed.flatMap(({ line, current }) =>
      restore(kind, current, line.entry.before as ImportedRecords[ImportedKind]),
    ),
    ...(records.length > 0 ? [{ kind: 'records-unmade' as const, of: kind, records }] : []),
    ...(await reissuing(ports, kind, changed)),
  ];
}

function restore(
  kind: ImportedKind,
  current: ImportedRecord,
  before: ImportedRecords[ImportedKind],
): readonly Change[] {
  const was = { kind, record: before } as ImportedRecord;
  switch (was.kind) {
    case 'establishment':
      return [{ kind: 'establishment-saved', establishment: was.record }];
    case 'person':
      return [{ kind: 'person-saved', person: was.record }];
    case 'event':
      return [{ kind: 'event-saved', event: was.record }];
    case 'authorisation':
      return [{ kind: 'authorisation-saved', authorisation: was.record }];
    case 'engagement':
      return current.kind === 'engagement'
        ? [{ kind: 'engagement-imported', engagement: was.record, asRead: current.record }]
        : [];
    case 'attendance':
      return [{ kind: 'attendance-saved', attendance: was.record }];
    case 'review':
      return [{ kind: 'progress-review-saved', review: was.record }];
    case 'contribution':
      return [{ kind: 'contribution-saved', contribution: was.record }];
  }
}

async function reissuing(
  { store, clock, ids }: Ports,
  kind: ImportedKind,
  changed: readonly Required<JudgedRecord>[],
): Promise<readonly Change[]> {
  const at = clock.now();
  if (kind === 'person') {
    const renamed = changed.filter(({ line, current }) =>
      affectsBadges(current.record as Person, line.entry.before as Person),
    );
    const recipients = renamed.map(({ current }) => ({
      kind: 'person' as const,
      personId: (current.record as Person).id,
    }));
    return recipients.length > 0 ? reissueTasks({ ids, at }, await store.readAwardsOf(recipients)) : [];
  }
  if (kind !== 'establishment' || changed.length === 0) return [];
  const stated = changed.map(({ line }) => line.entry.before as School);
  const stored = new Map(
    changed.map(({ current }) => [(current.record as School).uai, current.record as School]),
  );
  const context = { reader: store, ids, at, phase: 'decide' as const };
  const reissue = await readSchoolReissuing(context, stated, stored);
  return stated.flatMap(({ uai }) => reissue(uai));
}
