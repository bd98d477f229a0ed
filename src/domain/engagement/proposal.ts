import type { PersonId } from '../ids.ts';
import type { Instant, LocalDate } from '../time/calendar.ts';
import type { Uai } from '../uai.ts';
import type { Duties, EngagementContent } from './fields.ts';

/** The kinds of change, explained in `ProposedChange`. */
export const ENGAGEMENT_CHANGE_KINDS = ['end', 'missions', 'correction'] as const;
export type EngagementChangeKind = (typeof ENGAGEMENT_CHANGE_KINDS)[number];

/** A change of an engagement (docs/rules.md, Ending and changing):
 *  - `end`: its last day comes earlier;
 *  - `missions`: other missions or roles from a day on; the engagement is cut in two;
 *  - `correction`: days, missions, roles or the school were recorded wrongly from the start. */
export type ProposedChange =
  | { readonly kind: 'end'; readonly to: LocalDate }
  | ({ readonly kind: 'missions'; readonly from: LocalDate } & Duties)
  /** The right school is there if the wrong one was recorded. Only the DANE may change it. */
  | ({ readonly kind: 'correction'; readonly uai?: Uai } & EngagementContent);

/** How a proposal ended. `withdrawn`: its author took it back. */
export type ProposalOutcome = 'accepted' | 'refused' | 'withdrawn';

export interface ProposalSettlement {
  readonly outcome: ProposalOutcome;
  readonly by: PersonId;
  readonly at: Instant;
  readonly reason?: string;
}

/** A change of an engagement that someone proposed, and its outcome. A change that a principal or the DANE makes
 *  directly is kept as a proposal accepted at once by its author, so that the proposals are the history of
 *  the engagement. */
export interface EngagementProposal {
  readonly id: string;
  readonly engagementReference: string;
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly change: ProposedChange;
  /** The engagement at the time of the proposal. */
  readonly before: EngagementContent;
  readonly by: PersonId;
  readonly at: Instant;
  readonly reason?: string;
  readonly settlement?: ProposalSettlement;
}

/** Whether no one has decided on it yet. */
export function isWaiting({ settlement }: EngagementProposal): boolean {
  return settlement === undefined;
}

export type EngagementProposalChange =
  /** Refused where another proposal about the engagement waits. */
  | { readonly kind: 'engagement-change-proposed'; readonly proposal: EngagementProposal }
  /** The whole commit is refused where the proposal no longer waits. */
  | {
      readonly kind: 'engagement-change-settled';
      readonly id: string;
      readonly settlement: ProposalSettlement;
    };
