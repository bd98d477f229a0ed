import type { Recipient } from '../../domain/award/award-types.ts';
import type { Proposal, ProposalFilter, Refusal } from '../../domain/award/proposal.ts';
import type { Slice } from './slice.ts';

/** Reads proposals and refusals. */
export interface ProposalReader {
  readProposals(slice: Slice<string> & ProposalFilter): Promise<readonly Proposal[]>;
  readProposal(id: string): Promise<Proposal | undefined>;
  countProposals(filter: ProposalFilter): Promise<number>;
  readRefusals(recipients: readonly Recipient[]): Promise<readonly Refusal[]>;
}
