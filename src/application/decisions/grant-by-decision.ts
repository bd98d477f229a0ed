import type { PersonId } from '../../domain/ids.ts';
import type { grantAwards } from '../awards/grant-awards.ts';
import type { issueCredentials } from '../credentials/issue-credentials.ts';

/** Number of badges signed together with the granted one. */
const SIGNED = 10;

interface Needs {
  readonly grantAwards: ReturnType<typeof grantAwards>;
  readonly issueCredentials: ReturnType<typeof issueCredentials>;
}

export interface GrantByDecision {
  readonly personId: PersonId;
  readonly achievement: string;
  readonly reason: string;
  readonly actor: PersonId;
}

/** Grants one badge to one person even if its criteria are not met, or again after a decline, a revocation or a
 *  refusal. Throws the errors of the grant. */
export const grantByDecision =
  ({ grantAwards: grant, issueCredentials: issue }: Needs) =>
  async ({ personId, achievement, reason, actor }: GrantByDecision): Promise<void> => {
    const scope = { kind: 'person-id' as const, id: personId, achievement };
    for await (const _ of grant({ scope, actor, reason }));
    for await (const _ of issue({ actor, limit: SIGNED }));
  };
