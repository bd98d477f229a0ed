import type { PersonId } from '../../domain/ids.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';

/** The DANE asks the principals to confirm the engagements that wait in one school year. */
export interface Campaign {
  /** Ids grow with time. */
  readonly id: string;
  readonly name: string;
  readonly schoolYear: SchoolYear;
  /** The last day on which engagements join the campaign. Reminders continue after it. */
  readonly closesOn: LocalDate;
  readonly openedAt: Instant;
  readonly openedBy: PersonId;
  /** Set when an agent closed it by hand, before its last day or after. */
  readonly closedAt?: Instant;
  /** Set when it was closed and its unanswered requests were taken back: no reminders follow, and a later
   *  campaign may ask again. */
  readonly cancelled?: true;
}

/** Figures of a campaign. Each request is counted once. */
export interface CampaignFigures {
  /** Decided on since the request, by the principal or by the DANE. */
  readonly answered: number;
  /** Asked less than 30 days ago, not reminded yet. */
  readonly waiting: number;
  /** Reminded, and asked less than 30 days ago. */
  readonly reminded: number;
  /** Asked 30 days ago or more, without an answer. */
  readonly silent: number;
}

/** Whether new engagements still join the campaign today. */
export function isOpen({ closesOn, closedAt }: Campaign, today: LocalDate): boolean {
  return closedAt === undefined && today <= closesOn;
}

/** Changes to campaigns. */
export type CampaignChange =
  /** The whole commit is refused where another campaign has the name. */
  | { readonly kind: 'campaign-opened'; readonly campaign: Campaign }
  /** The whole commit is refused where it was closed before, or cancelled where it is cancelled now. If it is
   *  cancelled, its unanswered requests are deleted. */
  | {
      readonly kind: 'campaign-closed';
      readonly id: string;
      readonly at: Instant;
      readonly cancelled: boolean;
    };
