import type { Engagement } from '../records.ts';
import { type Instant, secondsAfter } from '../time/calendar.ts';

/** A request to a principal to confirm one engagement. */
export interface ConfirmationRequest {
  readonly engagementReference: string;
  /** Absent if the teacher's declaration asked, outside any campaign. */
  readonly campaignId?: string;
  readonly requestedAt: Instant;
  readonly firstReminderAt?: Instant;
  readonly secondReminderAt?: Instant;
}

/** The state of a request, explained in `CampaignFigures`. */
export const CONFIRMATION_REQUEST_STATES = ['answered', 'waiting', 'reminded', 'silent'] as const;
export type ConfirmationRequestState = (typeof CONFIRMATION_REQUEST_STATES)[number];

/** A request is followed by at most two reminders. */
export const REMINDER_TURNS = ['first', 'second'] as const;
export type ReminderTurn = (typeof REMINDER_TURNS)[number];

const DAY_SECONDS = 86_400;
const SILENCE_DAYS = 30;
/** Days from the request to the first reminder, and at least from the first reminder to the second. */
const REMINDER_DAYS = 15;

/** Requests sent at this instant or earlier have now been without an answer for 30 days. */
export function silentSince(now: Instant): Instant {
  return secondsAfter(now, -SILENCE_DAYS * DAY_SECONDS);
}

/** When a request sent at this instant will have been without an answer for 30 days. */
export function silentFrom(requestedAt: Instant): Instant {
  return secondsAfter(requestedAt, SILENCE_DAYS * DAY_SECONDS);
}

/** Requests and first reminders sent at this instant or earlier are due for their next reminder. */
export function remindedSince(now: Instant): Instant {
  return secondsAfter(now, -REMINDER_DAYS * DAY_SECONDS);
}

export type ConfirmationChange =
  /** Refused where a request for the engagement exists, unless `replaces` names that request: the request of a
   *  campaign or, where `campaignId` is absent, the request of a declaration. */
  | {
      readonly kind: 'confirmation-asked';
      readonly request: ConfirmationRequest;
      readonly replaces?: Pick<ConfirmationRequest, 'campaignId'>;
    }
  /** The whole commit is refused if one of the requests is absent or already had this reminder. */
  | {
      readonly kind: 'confirmation-reminded';
      readonly references: readonly string[];
      readonly turn: ReminderTurn;
      readonly at: Instant;
    };

/** An engagement that the DANE confirmed, with the documents that prove it. */
export interface DocumentaryConfirmation {
  readonly engagement: Engagement;
  readonly documents: string;
  readonly at: Instant;
}

/** A request without an answer, with its engagement. */
export interface SilentRequest {
  readonly request: ConfirmationRequest;
  readonly engagement: Engagement;
}
