import type { Invitation, InvitationAnswer } from '../../domain/event/invitation.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant, LocalDate } from '../../domain/time/time.ts';
import type { Slice } from './slice.ts';

/** The people whom the DANE may still invite to an event. They have a running engagement that nobody contests
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
