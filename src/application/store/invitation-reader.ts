import type { Invitation, InvitationAnswer } from '../../domain/event/invitation.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant, LocalDate } from '../../domain/time/time.ts';
import type { Slice } from './slice.ts';

/** The people whom the DANE may still invite to an event: with an engagement that runs on a day and that
 *  nobody contests, in a département where one is named, and without an invitation that stands. */
export interface InvitableSearch {
  readonly eventCode: string;
  readonly on: LocalDate;
  readonly departmentCode?: string | undefined;
}

export interface InvitationCounts {
  readonly invited: number;
  readonly answers: Readonly<Record<InvitationAnswer, number>>;
  readonly silent: number;
}

/** Reads invitations to events. Cancelled ones are left out unless it is said. */
export interface InvitationReader {
  /** A cancelled one too. */
  readInvitation(eventCode: string, personId: PersonId): Promise<Invitation | undefined>;
  /** Those of these people to events that end on the day or later, the next event first. */
  readInvitationsOf(personIds: readonly PersonId[], from: LocalDate): Promise<readonly Invitation[]>;
  /** In the order of names; with one answer, with none (`silent`), or all. */
  readEventInvitations(
    eventCode: string,
    slice: Slice<PersonId> & { readonly answer?: InvitationAnswer | 'silent' | undefined },
  ): Promise<readonly Invitation[]>;
  /** Those of people without an attendance at the event: those who come first, by person. */
  readInvitedWithoutAttendance(eventCode: string, limit: number): Promise<readonly Invitation[]>;
  countInvitations(eventCode: string): Promise<InvitationCounts>;
  /** People with an address, by id. */
  readInvitable(search: InvitableSearch & { readonly limit: number }): Promise<readonly PersonId[]>;
  /** The number of people with and without an address. */
  countInvitable(
    search: InvitableSearch,
  ): Promise<{ readonly reachable: number; readonly withoutAddress: number }>;
  /** People with an address who have not answered, and were sent nothing since the instant. */
  readSilentInvited(eventCode: string, since: Instant, limit: number): Promise<readonly PersonId[]>;
}
