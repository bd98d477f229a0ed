import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Event, EventKind } from '../../domain/records.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import { OWN, WITH_PERSON } from '../../domain/tables/treatments.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { invitationErrors } from './feature-errors.ts';

/** The answers to an invitation. */
export const INVITATION_ANSWERS = ['coming', 'perhaps', 'not-coming'] as const;
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number];

/** An invitation of a person to an event of the DANE, and the answer (docs/rules.md, Invitations). An answer
 *  does not prove attendance. */
export interface Invitation {
  readonly eventCode: string;
  readonly personId: PersonId;
  readonly invitedAt: Instant;
  readonly invitedBy: PersonId;
  readonly remindedAt?: Instant;
  readonly answer?: { readonly kind: InvitationAnswer; readonly at: Instant };
  /** Set when the DANE took back the invitations to this event. */
  readonly cancelledAt?: Instant;
}

/** The last day on which an invitation may be sent or answered: the last day of the event. */
export function lastAnswerDay({ startsOn, endsOn }: Event): LocalDate {
  return endsOn ?? startsOn;
}

/** Whether people can still be invited to the event and can still answer. */
export function isToCome(event: Event, now: Instant): boolean {
  return localDateInParis(now) <= lastAnswerDay(event);
}

/** The kinds of event to which the DANE invites. */
export const INVITING_KINDS: readonly EventKind[] = ['EV-RENC', 'EV-CV'];

/** Changes to invitations. */
export type InvitationChange =
  /** A cancelled invitation is made again, without an answer. Refused where one of the people is invited
   *  already: a form that is sent twice writes to no one twice. */
  | { readonly kind: 'person-invited'; readonly invitation: Invitation }
  /** Refused where the invitation was cancelled. */
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
      /** Refused if the person was not invited, answered, was uninvited, or was reminded at this instant or later. */
      readonly silentSince: Instant;
    }
  /** The whole commit is refused where no invitation to the event stands. */
  | { readonly kind: 'invitations-cancelled'; readonly eventCode: string; readonly at: Instant };

/** The people whom the DANE may still invite to an event. They have a running engagement that no one contests
 *  on a day, work in the département if one is named, and have no valid invitation. */
export interface InvitableSearch {
  readonly eventCode: string;
  readonly on: LocalDate;
  readonly departmentCode?: string | undefined;
}

/** The numbers of invited people, by their answers. */
export interface InvitationCounts {
  readonly invited: number;
  readonly answers: Readonly<Record<InvitationAnswer, number>>;
  readonly silent: number;
}

/** Reads invitations to events. Cancelled invitations are left out unless stated otherwise. */
export interface InvitationReader {
  /** The invitation, even if it is cancelled. */
  readInvitation(eventCode: string, personId: PersonId): Promise<Invitation | undefined>;
  /** Invitations of these people to events that end on the day or later, the next event first. */
  readInvitationsOf(personIds: readonly PersonId[], from: LocalDate): Promise<readonly Invitation[]>;
  /** Sorted by name, with one answer, without an answer (`silent`), or all. */
  readEventInvitations(
    eventCode: string,
    slice: Slice<PersonId> & { readonly answer?: InvitationAnswer | 'silent' | undefined },
  ): Promise<readonly Invitation[]>;
  /** Invitations of people without an attendance at the event, sorted by person. People who said that they
   *  come are first. */
  readInvitedWithoutAttendance(eventCode: string, limit: number): Promise<readonly Invitation[]>;
  countInvitations(eventCode: string): Promise<InvitationCounts>;
  /** People with an address, by id. */
  readInvitable(search: InvitableSearch & { readonly limit: number }): Promise<readonly PersonId[]>;
  /** The numbers of people with and without an address. */
  countInvitable(
    search: InvitableSearch,
  ): Promise<{ readonly reachable: number; readonly withoutAddress: number }>;
  /** People with an address who have not answered, and to whom nothing was sent since the instant. */
  readSilentInvited(eventCode: string, since: Instant, limit: number): Promise<readonly PersonId[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface InvitationsTables {
  event_invitation: Row<'event_invitation', Invitation>;
}

/** What the other layers read of this feature. */
export const feature = declare<InvitationsTables, InvitationChange, InvitationReader>()({
  group: 'events',
  groups: { 'people-invited': 'people' },
  history: ['invitation-answered'],
  audit: ['people-invited', 'invitations-reminded', 'invitations-cancelled'],
  errors: invitationErrors,
  people: {
    event_invitation: {
      ...OWN,
      exportedAfter: 'attendance',
      merge: { unless: ['event_code'] },
      register: 'nothing',
      ends: WITH_PERSON,
    },
  },
});
