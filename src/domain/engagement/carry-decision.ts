import type { Contest } from '../../features/contests/feature.ts';
import {
  acceptMissions,
  isProposalOpen,
  type MissionProposal,
} from '../../features/mission-proposals/feature.ts';
import type { Decider } from '../confirmation/confirm.ts';
import { DomainError } from '../errors.ts';
import type { Engagement } from '../records.ts';
import type { LocalDate } from '../time/calendar.ts';

/** Why a chosen line is not proposed. `own`: the principal cannot propose to themselves. `unknown`: the
 *  person has no engagement at the school. `waits`: a proposal already waits for the person. `held`: the
 *  person holds all of it in the new year. `role-held`: another person holds a single role of it, in the
 *  records or in an earlier line. `nothing`: no mission is left of it. */
export const CARRY_REJECTIONS = ['own', 'unknown', 'waits', 'held', 'role-held', 'nothing'] as const;
export type CarryRejection = (typeof CARRY_REJECTIONS)[number];

interface CarryCase {
  /** The chosen lines as proposals. */
  readonly wanted: readonly MissionProposal[];
  readonly by: Decider;
  readonly on: LocalDate;
  /** All engagements, at any school, of everyone who has ever had an engagement at this school. */
  readonly engagements: readonly Engagement[];
  /** Every proposal of the school. */
  readonly proposals: readonly MissionProposal[];
  readonly contests: readonly Contest[];
}

/** The lines that are proposed, and the lines that are left out with the reason. */
export interface CarriedSplit {
  readonly proposed: readonly MissionProposal[];
  readonly left: readonly { readonly proposal: MissionProposal; readonly why: CarryRejection }[];
}

/** Decides which of the chosen lines are proposed: only those that could be accepted today. A proposed line
 *  counts as a holder of its single roles for the lines after it. */
export function decideCarryOver(carry: CarryCase): CarriedSplit {
  const proposed: MissionProposal[] = [];
  const left: CarriedSplit['left'][number][] = [];
  const holders = [...carry.engagements];
  for (const proposal of carry.wanted) {
    const decided = decideProposal(proposal, { ...carry, engagements: holders });
    if (typeof decided === 'string') left.push({ proposal, why: decided });
    else {
      proposed.push(proposal);
      holders.push(decided);
    }
  }
  return { proposed, left };
}

/** The engagement that an acceptance would make, or the reason why there would be none. */
function decideProposal(
  proposal: MissionProposal,
  { by, on, engagements, proposals, contests }: CarryCase,
): Engagement | CarryRejection {
  const { personId, uai } = proposal;
  const own = engagements.filter((one) => one.personId === personId);
  if (personId === by.personId) return 'own';
  if (!own.some((one) => one.uai === uai)) return 'unknown';
  if (proposal.missions.length === 0) return 'nothing';
  if (proposals.some((one) => one.personId === personId && isProposalOpen(one))) return 'waits';
  const others = engagements.filter((one) => one.uai === uai && one.personId !== personId);
  const acceptance = { proposal, by, on, own, others, contests, reference: proposal.id };
  try {
    return acceptMissions(acceptance).engagement;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'role-held') return 'role-held';
    if (error instanceof DomainError && error.code === 'change-unchanged') return 'held';
    throw error;
  }
}
