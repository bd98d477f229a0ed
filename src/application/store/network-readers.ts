import type { PersonId } from '../../domain/ids.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { DirectoryConsent, DirectoryEntry, DirectoryFilter } from '../../features/directory/feature.ts';
import type { MessageRecipient, NetworkMessage, RecipientState } from '../../features/messages/feature.ts';

/** A search in the directory, as of a day. */
export interface DirectorySearch extends DirectoryFilter {
  readonly on: LocalDate;
  /** Limits what is seen to confirmed engagements: those in one of these schools, and those in one of these
   *  départements of people who agreed to be seen. */
  readonly peersIn?: { readonly uais: readonly Uai[]; readonly departmentCodes: readonly string[] };
}

/** Reads the directory. */
export interface DirectoryReader {
  /** People by name, each with the places that the search may show. */
  readDirectory(search: DirectorySearch & Slice<PersonId>): Promise<readonly DirectoryEntry[]>;
  countDirectory(search: DirectorySearch): Promise<number>;
  readDirectoryConsent(personId: PersonId): Promise<DirectoryConsent | undefined>;
}

/** How many people a message would reach, and why others get none. */
export interface RecipientCounts {
  readonly reached: number;
  readonly withoutAddress: number;
  readonly notWanted: number;
  /** People whom the filter would have found in this school year, and who have no engagement in force. */
  readonly ended: number;
}

/** A recipient of a message, with the outcome. */
export interface MessageOutcome {
  readonly personId: PersonId;
  readonly state: RecipientState;
  /** The code of the mail server, or why the mail was skipped. */
  readonly reason?: string;
}

/** Reads messages to the network. */
export interface MessageReader {
  readMessage(id: string): Promise<NetworkMessage | undefined>;
  /** The newest first. */
  readMessages(slice: Slice<Pick<NetworkMessage, 'writtenOn' | 'turn'>>): Promise<readonly NetworkMessage[]>;
  /** The turns that the messages of a day have. */
  readMessageTurns(on: LocalDate): Promise<readonly number[]>;
  /** The people of the search, by id, whom the message has not reached yet. */
  readUnreached(
    search: DirectorySearch & { readonly messageId: string; readonly limit: number },
  ): Promise<readonly Omit<MessageRecipient, 'messageId' | 'mailId'>[]>;
  countMessageRecipients(search: DirectorySearch, since: LocalDate): Promise<RecipientCounts>;
  /** Number of recipients of the message in each state; one that has none is absent. */
  countOutcomes(messageId: string): Promise<Readonly<Partial<Record<RecipientState, number>>>>;
  /** Recipients in one of these states, by name. */
  readOutcomes(
    messageId: string,
    of: { readonly states: readonly RecipientState[] } & Slice<PersonId>,
  ): Promise<readonly MessageOutcome[]>;
}

export interface NetworkReaders extends DirectoryReader, MessageReader {}
