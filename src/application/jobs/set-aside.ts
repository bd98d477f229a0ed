import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { failAgain } from '../../domain/job/failure.ts';
import type { Job } from '../../domain/job/types.ts';
import { reasonOf } from '../observability/counting-logger.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

/** What someone asks of one job. */
export interface JobRequest {
  readonly id: string;
  readonly actor: PersonId;
}

/** A job and the claim of the process that works on it. */
export type Held = NonNullable<Awaited<ReturnType<Store['leaseJob']>>>;

/** Logs the failed attempt, and puts the job off or sets it aside. */
export async function storeFailure({ store, clock, log }: Ports, held: Held, error: unknown): Promise<void> {
  const { id, command, failure: before } = held.job;
  const code = error instanceof DomainError ? error.code : 'unexpected';
  const failure = failAgain(before, code, clock.now());
  const { count: attempts, retryAt } = failure;
  log.error('job-failed', {
    ...{ id, kind: command.kind, attempts, reason: reasonOf(error) },
    ...(!retryAt && { setAside: true }),
  });
  try {
    await store.commit([{ kind: 'job-failed', id, lease: held.claim, failure }]);
  } catch (late) {
    // Another process has the job now, and judges its next step itself.
    if (!isLost(late)) throw late;
  }
}

/** Whether another process has taken the job over. */
export function isLost(error: unknown): boolean {
  return error instanceof DomainError && error.params['constraint'] === 'job_still_claimed';
}

/** The most failing jobs that are listed. */
const MOST_FAILING = 100;

/** The unfinished jobs whose last attempt failed, the oldest first. */
const readFailingJobs =
  ({ store }: Ports) =>
  (): Promise<readonly Job[]> =>
    store.readFailingJobs(MOST_FAILING);

/** Makes a failing job due at once, with all its attempts before it. Returns the job; undefined if there is none.
 *  Throws `settled-meanwhile` for a job that does not fail. */
const retryJob =
  ({ store, clock }: Ports) =>
  ({ id, actor }: JobRequest): Promise<Job | undefined> =>
    retryOnConflict(async () => {
      const job = await readFailing(store, id);
      if (!job) return undefined;
      const at = clock.now();
      await store.commit([
        { kind: 'job-retried', id, failure: job.failure, at },
        audit('job-retried', { at, actor, subject: id, details: detailsOf(job) }),
      ]);
      return store.readJob(id);
    });

/** Ends a failing job for good: the rest of it is not done. The reason stays in the audit. Returns the job;
 *  undefined if there is none. Throws `settled-meanwhile` for a job that does not fail, and `reason-required`. */
const dropJob =
  ({ store, clock }: Ports) =>
  ({ id, actor, reason }: JobRequest & { readonly reason: string }): Promise<Job | undefined> =>
    retryOnConflict(async () => {
      if (reason.trim() === '') throw new DomainError('reason-required');
      const job = await readFailing(store, id);
      if (!job) return undefined;
      const at = clock.now();
      const left = Math.max(0, job.total - job.done);
      const counts = { ...job.progress.counts, dropped: left };
      const details = { ...detailsOf(job), left, reason: reason.trim() };
      await store.commit([
        { kind: 'job-taken-back', asRead: job, progress: { ...job.progress, counts }, at },
        ...(await forgetHalfCheck(store, job)),
        audit('job-dropped', { at, actor, subject: id, details }),
      ]);
      return store.readJob(id);
    });

/** A check of an import that is dropped half done counts as none: nothing is undone by it. */
async function forgetHalfCheck(store: Store, { command }: Job): Promise<readonly Change[]> {
  if (command.kind !== 'check-import') return [];
  const run = await store.readImportRun(command.importId);
  return run && !run.undone ? [{ kind: 'undo-lines-forgotten', importId: run.id }] : [];
}

function detailsOf({ command, failure }: FailingJob) {
  return { job: command.kind, attempts: failure.count, because: failure.code };
}

type FailingJob = Job & Required<Pick<Job, 'failure'>>;

async function readFailing(store: Store, id: string): Promise<FailingJob | undefined> {
  const job = await store.readJob(id);
  if (!job) return undefined;
  const { failure, finishedAt } = job;
  if (!failure || finishedAt) throw new DomainError('settled-meanwhile');
  return { ...job, failure };
}

export const failingJobServices = useCases({ readFailingJobs, retryJob, dropJob });
