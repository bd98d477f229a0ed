import type { PersonId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/job.ts';
import type { Store } from '../ports.ts';

/** The work that a person began: what is not over, and what has ended since they were last told. It is told
 *  once: what has ended is not returned a second time. */
export const readOwnWork =
  ({ store }: { readonly store: Pick<Store, 'commit' | 'readUntoldJobs'> }) =>
  async (personId: PersonId): Promise<readonly Job[]> => {
    const jobs = await store.readUntoldJobs(personId);
    const over = jobs.filter(({ finishedAt }) => finishedAt !== undefined).map(({ id }) => id);
    if (over.length > 0) await store.commit([{ kind: 'jobs-told', ids: over }]);
    return jobs;
  };
