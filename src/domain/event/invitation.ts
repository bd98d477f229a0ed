import type { PersonId } from '../ids.ts';
import type { Event, EventKind } from '../records.ts';
import { type Instant, type LocalDate, localDateInParis } from '../time/time.ts';

export const INVITATION_ANSWERS = ['coming', 'perhaps', 'not-coming'] as const;
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number];

/** Somebody whom the DANE invites to an event, and their answer (docs/rules.md, Invitations). An answer is
 *  never a proof that they were there. */
export interface Invitation {
  readonly eventCode: string;
  readonly personId: PersonId;
  readonly invitedAt: Instant;
  readonly invitedBy: PersonId;
  readonly remindedAt?: Instant;
  readonly answer?: { readonly kind: InvitationAnswer; readonly at: Instant };
  /** The DANE took the invitations to this event back. */
  readonly cancelledAt?: Instant;
}

/** The last day on which an invitation is sent and answered: the event's own. */
export function lastAnswerDay({ startsOn, endsOn }: Event): LocalDate {
  return endsOn ?? startsOn;
}

/** Whether the event can still be invited to, and its invitations answered. */
export function isToCome(event: Event, now: Instant): boolean {
  return localDateInParis(now) <= lastAnswerDay(event);
}

/** The kinds of event to which the DANE invites. */
export const INVITING_KINDS: readonly EventKind[] = ['EV-RENC', 'EV-CV'];

/** Changes to invitations. */
export type InvitationChange =
  /** An invitation that was cancelled begins anew, without an answer. */
  | { readonly kind: 'person-invited'; readonly invitation: Invitation }
  /** Does nothing where the invitation was cancelled. */
  | {
      readonly kind: 'invitation-answered';
      readonly eventCode: string;
      readonly personId: PersonId;
      readonly answer: InvitationAnswer;
      readonly at: Instant;
    }
  | {
      readonly kind: 'invitation-reminded';
      readonly eventCode: string;
      readonly personId: PersonId;
      readonly at: Instant;
    }
  | { readonly kind: 'invitations-cancelled'; readonly eventCode: string; readonly at: Instant };
