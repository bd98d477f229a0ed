import { DomainError } from '../../domain/errors.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/job.ts';
import type { AdvanceJob } from '../jobs/advance-job.ts';
import { startJob, takeBackJob } from '../jobs/take-back-job.ts';
import type { Ports } from '../service-ports.ts';
import { beginRevocations } from './begin-revocations.ts';

export interface RevocationsAsked {
  readonly ids: readonly CredentialId[];
  /** The reason, which is public and the same for all. */
  readonly reason: string;
  readonly actor: string;
}

export interface RevocationsWork {
  readonly id: string;
  /** `continue` does a part of the work. `start` ends the wait before it. `stop` leaves the remaining badges
   *  valid. */
  readonly act: 'continue' | 'start' | 'stop';
  readonly actor: string;
}

/** The revocation of many badges for a program: it is begun, and then done part by part. Throws the errors of
 *  `beginRevocations`. */
export const revokeByProgram = (ports: Ports, advanceJob: AdvanceJob) => ({
  begin: ({ ids, reason, actor }: RevocationsAsked): Promise<Job> =>
    beginRevocations(ports)({ ids, reason, actor: actor as PersonId }),

  /** Throws `not-found` where the id belongs to no such job. */
  goOn: async ({ id, act, actor }: RevocationsWork): Promise<Job> => {
    const found = await ports.store.readJob(id);
    if (found?.command.kind !== 'revoke-many') throw new DomainError('not-found');
    const asked = { id, actor: actor as PersonId };
    if (act === 'start') await startJob(ports)(asked);
    const job = act === 'stop' ? await takeBackJob(ports)(asked) : await advanceJob(id);
    return job ?? found;
  },
});
