import type { MissionProposal } from '../../domain/engagement/mission-proposal.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads missions that principals propose to people. */
export interface MissionProposalReader {
  readMissionProposal(id: string): Promise<MissionProposal | undefined>;
  /** The newest first. */
  readMissionProposalsOf(personId: PersonId): Promise<readonly MissionProposal[]>;
  /** The newest first. */
  readMissionProposalsAt(uai: Uai): Promise<readonly MissionProposal[]>;
}
