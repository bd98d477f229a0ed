import type { PersonId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/job.ts';
import type { Ports } from '../service-ports.ts';

/** The work that a person began: jobs that still run, and jobs that have ended since the last call. An ended
 *  job is returned only once. */
export const readOwnWork =
  ({ store }: Ports) =>
  async (personId: PersonId): Promise<readonly Job[]> => {
    const jobs = await store.readUntoldJobs(personId);
    const over = jobs.filter(({ finishedAt }) => finishedAt !== undefined).map(({ id }) => id);
    if (over.length > 0) await store.commit([{ kind: 'jobs-told', ids: over }]);
    return jobs;
  };
