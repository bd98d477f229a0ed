import type { PersonId } from '../../domain/ids.ts';
import { grantAwards } from '../awards/grant-awards.ts';
import { issueCredentials } from '../credentials/issue-credentials.ts';
import type { Ports } from '../service-ports.ts';

/** Number of badges signed together with the granted one. */
const SIGNED = 10;

export interface GrantByDecision {
  readonly personId: PersonId;
  readonly achievement: string;
  readonly reason: string;
  readonly actor: PersonId;
}

/** Grants one badge to one person even if its criteria are not met, or again after a decline, a revocation or a
 *  refusal. Throws the errors of the grant. */
export const grantByDecision =
  (ports: Ports) =>
  async ({ personId, achievement, reason, actor }: GrantByDecision): Promise<void> => {
    const scope = { kind: 'person-id' as const, id: personId, achievement };
    for await (const _ of grantAwards(ports)({ scope, actor, reason }));
    for await (const _ of issueCredentials(ports)({ actor, limit: SIGNED }));
  };
