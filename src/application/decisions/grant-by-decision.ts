import type { PersonId } from '../../domain/ids.ts';
import type { grantAwards } from '../awards/grant-awards.ts';
import type { issueCredentials } from '../credentials/issue-credentials.ts';
import type { Store } from '../ports.ts';

/** Number of badges signed together with the granted one. */
const SIGNED = 10;

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readProposals'>;
  readonly grantAwards: ReturnType<typeof grantAwards>;
  readonly issueCredentials: ReturnType<typeof issueCredentials>;
}

export interface GrantByDecision {
  readonly personId: PersonId;
  readonly achievement: string;
  readonly reason: string;
  readonly actor: PersonId;
}

/** Grants one badge to one person even if its criteria are not met, or again after a decline or a revocation.
 *  This settles the proposal of the badge. Throws the errors of the grant. */
export const grantByDecision =
  ({ store, grantAwards: grant, issueCredentials: issue }: Needs) =>
  async ({ personId, achievement, reason, actor }: GrantByDecision): Promise<void> => {
    const scope = { kind: 'person-id' as const, id: personId, achievement };
    for await (const _ of grant({ scope, actor, reason }));
    const recipient = { kind: 'person' as const, personId };
    const waiting = await store.readProposals({ recipient, achievement, limit: 1 });
    await store.commit(waiting.map(({ id }) => ({ kind: 'proposal-settled', id })));
    for await (const _ of issue({ actor, limit: SIGNED }));
  };
