import { LARGEST_BATCH, MOST_WAIT_SECONDS } from '../../domain/award/batch.ts';
import { compact } from '../../domain/compact.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/job.ts';
import { type GrantAwards, grantAwards } from '../awards/grant-awards.ts';
import type { GrantOutcome } from '../awards/grant-one.ts';
import { beginJob } from '../jobs/begin-job.ts';
import type { Ports } from '../service-ports.ts';

export interface GrantedLater {
  /** What the grant would come to now; `grantable` is what the decision holds. */
  readonly outcomes: readonly GrantOutcome[];
  /** The decision that waits; absent where nothing can be granted. */
  readonly decision?: Job;
}

/** Decides to grant after a wait, in which the decision can be taken back as one of the screen can. Until then
 *  its badges are out of the reach of what others decide about many. Each badge is judged again when it is
 *  granted. Throws what a grant throws, and `too-large`. */
export const grantLater =
  (ports: Ports) =>
  async (command: Omit<GrantAwards, 'part' | 'dryRun'>, waitSeconds: number): Promise<GrantedLater> => {
    if (waitSeconds > MOST_WAIT_SECONDS) throw new DomainError('too-large', { limit: MOST_WAIT_SECONDS });
    const outcomes = await Array.fromAsync(grantAwards(ports)({ ...command, dryRun: true }));
    const ids = outcomes.flatMap((one) => (one.kind === 'grantable' ? one.proposal : []));
    if (ids.length > LARGEST_BATCH) throw new DomainError('too-large', { limit: LARGEST_BATCH });
    if (ids.length === 0 || command.stop?.aborted) return { outcomes };
    const { scope, on, reason: overrideReason, actor } = command;
    const cautions = scope.kind === 'all-met' ? scope.cautions : undefined;
    const decision = await beginJob(ports)(
      compact({ kind: 'decide-proposals', decision: 'grant', ids, cautions, on, overrideReason }),
      actor as PersonId,
      waitSeconds,
    );
    return { outcomes, decision };
  };
