import type { PersonId } from '../ids.ts';
import type { SchoolYear } from '../time/school-year.ts';
import { type Instant, type LocalDate, secondsAfter } from '../time/time.ts';

/** The DANE asks the principals to confirm the segments that wait in one school year. */
export interface Campaign {
  /** Ids grow with time. */
  readonly id: string;
  readonly name: string;
  readonly schoolYear: SchoolYear;
  /** The last day on which segments join the campaign. Reminders continue after it. */
  readonly closesOn: LocalDate;
  readonly openedAt: Instant;
  readonly openedBy: PersonId;
  /** Set when an agent closed it by hand, before its last day or after. */
  readonly closedAt?: Instant;
  /** Set when it was closed and its unanswered requests were taken back: no reminders follow, and a later
   *  campaign may ask again. */
  readonly cancelled?: true;
}

/** A request to a principal to confirm one segment. */
export interface ConfirmationRequest {
  readonly engagementReference: string;
  /** Absent where the teacher's declaration asked, outside any campaign. */
  readonly campaignId?: string;
  readonly requestedAt: Instant;
  readonly firstReminderAt?: Instant;
  readonly secondReminderAt?: Instant;
}

/** The state of a request, explained in CampaignFigures. */
export const CONFIRMATION_REQUEST_STATES = ['answered', 'waiting', 'reminded', 'silent'] as const;
export type ConfirmationRequestState = (typeof CONFIRMATION_REQUEST_STATES)[number];

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

export const REMINDER_TURNS = ['first', 'second'] as const;
export type ReminderTurn = (typeof REMINDER_TURNS)[number];

const DAY_SECONDS = 86_400;
const SILENCE_DAYS = 30;
/** Days from the request to the first reminder, and at least from the first reminder to the second. */
const REMINDER_DAYS = 15;

/** A principal asked at this instant or before has now been silent for 30 days. */
export function silentSince(now: Instant): Instant {
  return secondsAfter(now, -SILENCE_DAYS * DAY_SECONDS);
}

/** A request, or a first reminder, sent at this instant or before is due for the next reminder. */
export function remindedSince(now: Instant): Instant {
  return secondsAfter(now, -REMINDER_DAYS * DAY_SECONDS);
}

export function isOpen({ closesOn, closedAt }: Campaign, today: LocalDate): boolean {
  return closedAt === undefined && today <= closesOn;
}

/** Changes to campaigns and confirmation requests. */
export type CampaignChange =
  | { readonly kind: 'campaign-opened'; readonly campaign: Campaign }
  /** Does nothing where it was closed by hand before. If it is cancelled, its unanswered requests are
   *  deleted. */
  | {
      readonly kind: 'campaign-closed';
      readonly id: string;
      readonly at: Instant;
      readonly cancelled: boolean;
    }
  /** Refused where a request for the segment exists, unless `replaces` names it: the request of that campaign
   *  or, without `campaignId`, the one of the declaration. */
  | {
      readonly kind: 'confirmation-asked';
      readonly request: ConfirmationRequest;
      readonly replaces?: Pick<ConfirmationRequest, 'campaignId'>;
    }
  /** The whole commit is refused where one of the requests already had this reminder. */
  | {
      readonly kind: 'confirmation-reminded';
      readonly references: readonly string[];
      readonly turn: ReminderTurn;
      readonly at: Instant;
    };
