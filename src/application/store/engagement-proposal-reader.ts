import type { EngagementProposal } from '../../domain/engagement/engagement-proposal.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads proposed and decided changes of segments. */
export interface EngagementProposalReader {
  readEngagementProposal(id: string): Promise<EngagementProposal | undefined>;
  /** The newest first. */
  readEngagementProposalsOf(personId: PersonId): Promise<readonly EngagementProposal[]>;
  /** The newest first. */
  readEngagementProposalsAt(uai: Uai): Promise<readonly EngagementProposal[]>;
  /** Waiting proposals of all schools, the oldest first. */
  readWaitingEngagementProposals(slice: {
    readonly after?: { readonly at: Instant; readonly id: string };
    readonly limit: number;
  }): Promise<readonly EngagementProposal[]>;
  countWaitingEngagementProposals(): Promise<number>;
}
