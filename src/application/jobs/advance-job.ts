import { DomainError } from '../../domain/errors.ts';
import type { Job, JobCommand } from '../../domain/job.ts';
import { secondsAfter } from '../../domain/time/time.ts';
import type { Clock, Ids, Store } from '../ports.ts';
import { counted, type Step, type TakeStep } from './step.ts';

/** How long what a killed process had begun waits for another. */
const LEASE_SECONDS = 20;
/** How long one visit goes on with a job: short enough for a page to wait for. */
const VISIT_SECONDS = 2;

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly steps: Readonly<Record<JobCommand['kind'], TakeStep>>;
}

/** Goes on with a job for a moment, unless another process is at it; answers how far it is. Undefined where there is no
 *  such job. */
export const advanceJob =
  ({ store, clock, ids, steps }: Needs) =>
  async (id: string): Promise<Job | undefined> => {
    const by = ids.uuid();
    const now = clock.now();
    let job = await store.claimJob(id, { by, now, until: secondsAfter(now, LEASE_SECONDS) });
    if (!job) return store.readJob(id);
    try {
      const visitEnd = secondsAfter(now, VISIT_SECONDS);
      while (!job.finishedAt && clock.now() < visitEnd) {
        const { progress, advanced, finished, changes } = await takeStep(steps, job);
        job = {
          ...job,
          progress,
          done: job.done + advanced,
          ...(finished && { finishedAt: clock.now() }),
        };
        await store.commit([...changes, { kind: 'job-advanced', job, by }]);
      }
      return job;
    } finally {
      await store.releaseJob(id, by);
    }
  };

/** A job that can never be done is over, and says why: otherwise its page would be an error for good, and the jobs behind
 *  it would never have their turn. */
async function takeStep(steps: Needs['steps'], job: Job): Promise<Step> {
  try {
    return await steps[job.command.kind](job);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'no-criteria-in-force') throw error;
    const counts = counted(job.progress.counts, [error.code]);
    return { progress: { ...job.progress, counts }, advanced: 0, finished: true, changes: [] };
  }
}

/** Goes on with jobs whose page nobody looks at any more. */
export const advanceJobs =
  ({ store, advance }: { readonly store: Store; readonly advance: ReturnType<typeof advanceJob> }) =>
  async (): Promise<void> => {
    for (const id of await store.readUnfinishedJobs(3)) await advance(id);
  };
