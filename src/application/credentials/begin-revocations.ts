import { LARGEST_BATCH, TAKE_BACK_MINUTES } from '../../domain/award/batch.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/job.ts';
import { beginJob } from '../jobs/begin-job.ts';
import type { Ports } from '../service-ports.ts';
import { publicReason } from './revoke-credential.ts';

export interface BeginRevocations {
  readonly ids: readonly CredentialId[];
  /** The reason, which is public and the same for all. */
  readonly reason: string;
  /** The badge that the same recipients get instead, with the reason of the grant. A reason is needed where
   *  the criteria are not met or the badge is of the same kind. */
  readonly replacement?: { readonly achievement: string; readonly reason?: string };
  readonly actor: PersonId;
}

/** Begins the revocation of many badges. It starts after some minutes, so that it can be taken back. Throws
 *  `reason-required`, `numen-refused`, `too-large`. */
export const beginRevocations =
  (ports: Ports) =>
  async ({ ids, actor, replacement, ...said }: BeginRevocations): Promise<Job> => {
    const reason = publicReason(said.reason);
    if (ids.length > LARGEST_BATCH) throw new DomainError('too-large', { limit: LARGEST_BATCH });
    const command = { kind: 'revoke-many' as const, ids: [...new Set(ids)], reason };
    return beginJob(ports)(
      { ...command, ...(replacement && { replacement }) },
      actor,
      TAKE_BACK_MINUTES * 60,
    );
  };
