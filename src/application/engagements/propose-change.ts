import { audit } from '../../domain/audit.ts';
import { checkChange } from '../../domain/engagement/change-segment.ts';
import { isStillOpen } from '../../domain/engagement/declaration.ts';
import {
  type EngagementProposal,
  isWaiting,
  type SegmentChange,
} from '../../domain/engagement/engagement-proposal.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { askHeads } from '../confirmations/ask-heads.ts';
import type { Ports } from '../service-ports.ts';

interface ProposeChange {
  readonly personId: PersonId;
  readonly reference: string;
  readonly change: SegmentChange;
  /** The teacher's message to the person who decides. */
  readonly reason?: string | undefined;
}

/** Proposes a change of one of the teacher's own segments, and tells the heads of the school. The segment
 *  stays unchanged until somebody decides. Throws `not-found`, `change-proposed`, `engagement-not-open` where
 *  the teacher can still change the segment directly, and the errors of `checkChange`. */
export const proposeChange =
  (ports: Ports) =>
  async ({ personId, reference, change, reason }: ProposeChange): Promise<EngagementProposal> => {
    const { store, clock, ids } = ports;
    const [[engagement], proposals, declared] = await Promise.all([
      store.readEngagements([reference]),
      store.readEngagementProposalsOf(personId),
      store.readDeclaredReferences(personId),
    ]);
    if (engagement?.personId !== personId) throw new DomainError('not-found');
    if (isStillOpen(engagement, declared)) throw new DomainError('engagement-not-open');
    const waits = proposals.some((one) => one.engagementReference === reference && isWaiting(one));
    if (waits) throw new DomainError('change-proposed');
    checkChange(engagement, change);
    const at = clock.now();
    const { uai, period, missions, roles } = engagement;
    const proposal: EngagementProposal = {
      ...{ id: ids.uuid(), engagementReference: reference, personId, uai, change },
      ...{ before: { period, missions, roles }, by: personId, at, ...(reason && { reason }) },
    };
    await store.commit([
      { kind: 'engagement-change-proposed', proposal },
      audit('engagement-change-proposed', {
        at,
        actor: personId,
        subject: personId,
        details: { reference, uai, kind: change.kind },
      }),
      ...(await askHeads(ports, engagement, at)),
    ]);
    return proposal;
  };

/** Withdraws a teacher's own proposal. Throws `not-found` for another person's proposal, `change-settled`. */
export const withdrawChange =
  ({ store, clock }: Ports) =>
  async ({ personId, id }: { readonly personId: PersonId; readonly id: string }): Promise<void> => {
    const proposal = await store.readEngagementProposal(id);
    // `by` is not compared: the proposal may have been made under a record that was merged into this one.
    if (proposal?.personId !== personId) throw new DomainError('not-found');
    if (!isWaiting(proposal)) throw new DomainError('change-settled');
    const at = clock.now();
    const { engagementReference: reference, uai } = proposal;
    await store.commit([
      { kind: 'engagement-change-settled', id, settlement: { outcome: 'withdrawn', by: personId, at } },
      audit('engagement-change-withdrawn', {
        at,
        actor: personId,
        subject: personId,
        details: { reference, uai },
      }),
    ]);
  };
