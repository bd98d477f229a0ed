import type { PersonId } from '../ids.ts';
import type { SchoolYear } from '../time/school-year.ts';
import { type Instant, type LocalDate, secondsAfter } from '../time/time.ts';

/** The DANE asks the principals to confirm what waits in one school year. */
export interface Campaign {
  /** Ids grow with time. */
  readonly id: string;
  readonly name: string;
  readonly schoolYear: SchoolYear;
  /** The last day on which segments join; reminders go on after it. */
  readonly closesOn: LocalDate;
  readonly openedAt: Instant;
  readonly openedBy: PersonId;
  /** Closed by hand, before its day or not. */
  readonly closedAt?: Instant;
  /** Closed, and its unanswered requests taken back: nobody is reminded of them, a later campaign may ask anew. */
  readonly cancelled?: true;
}

/** One segment that its principal was asked about. */
export interface ConfirmationRequest {
  readonly engagementReference: string;
  /** Absent: the declaration of the segment asked by itself. */
  readonly campaignId?: string;
  readonly requestedAt: Instant;
  readonly firstReminderAt?: Instant;
  readonly secondReminderAt?: Instant;
}

/** How a request stands, see CampaignFigures. */
export const CONFIRMATION_REQUEST_STATES = ['answered', 'waiting', 'reminded', 'silent'] as const;
export type ConfirmationRequestState = (typeof CONFIRMATION_REQUEST_STATES)[number];

/** A campaign's requests, each counted once. */
export interface CampaignFigures {
  /** Decided on since, by whomever. */
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
/** From the request to the first reminder, and at least from the first to the second. */
const REMINDER_DAYS = 15;

/** Who was asked at that instant or before has been silent for 30 days. */
export function silentSince(now: Instant): Instant {
  return secondsAfter(now, -SILENCE_DAYS * DAY_SECONDS);
}

/** Who was asked, or reminded a first time, at that instant or before is due for the next reminder. */
export function remindedSince(now: Instant): Instant {
  return secondsAfter(now, -REMINDER_DAYS * DAY_SECONDS);
}

export function isOpen({ closesOn, closedAt }: Campaign, today: LocalDate): boolean {
  return closedAt === undefined && today <= closesOn;
}

/** What campaigns write. */
export type CampaignChange =
  | { readonly kind: 'campaign-opened'; readonly campaign: Campaign }
  /** Nothing where it was closed by hand before. Cancelled, its unanswered requests go. */
  | {
      readonly kind: 'campaign-closed';
      readonly id: string;
      readonly at: Instant;
      readonly cancelled: boolean;
    }
  /** Refused where the segment was asked about already, unless by the campaign, or by none, that it replaces. */
  | {
      readonly kind: 'confirmation-asked';
      readonly request: ConfirmationRequest;
      readonly replaces?: Pick<ConfirmationRequest, 'campaignId'>;
    }
  /** Refused, and the whole commit with it, where one of them had this reminder. */
  | {
      readonly kind: 'confirmation-reminded';
      readonly references: readonly string[];
      readonly turn: ReminderTurn;
      readonly at: Instant;
    };
