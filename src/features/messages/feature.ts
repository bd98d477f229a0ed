import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { MailState } from '../../domain/mail/types.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { PARTLY_EXPORTED } from '../../domain/tables/treatments.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { DirectoryFilter, DirectorySearch } from '../directory/feature.ts';
import { messageErrors } from './feature-errors.ts';

/** The most messages that the DANE sends to the network in a day, all agents together. */
export const MOST_MESSAGES_A_DAY = 3;

/** A message of the DANE to the people whom a filter of the directory finds on the day it is written. */
export interface NetworkMessage {
  readonly id: string;
  /** Both are empty if an erasure removed them, because they named the person. */
  readonly title: string;
  readonly body: string;
  readonly filter: DirectoryFilter;
  readonly writtenOn: LocalDate;
  /** Its number among the messages of its day, from 1 to `MOST_MESSAGES_A_DAY`. */
  readonly turn: number;
  readonly writtenAt: Instant;
  readonly writtenBy: PersonId;
  /** How many people the filter found then. */
  readonly people: number;
  /** Set when an agent stopped it: mails that have not left do not leave. */
  readonly cancelledAt?: Instant;
  readonly cancelledBy?: PersonId;
}

/** Why a person whom the filter finds gets no mail. */
export type LeftOut = 'no-address' | 'not-wanted';

/** A person whom a message reached: with a mail, or left out. */
export interface MessageRecipient {
  readonly messageId: string;
  readonly personId: PersonId;
  readonly mailId?: string;
  readonly leftOut?: LeftOut;
}

/** What became of one recipient: the state of the mail, or why there is none. */
export type RecipientState = MailState | LeftOut;

/** Changes to messages. */
export type NetworkMessageChange =
  /** Refused where another message has its turn of the day. */
  | { readonly kind: 'message-written'; readonly message: NetworkMessage }
  /** Refused where one of them has the message already, or where it was cancelled. The mail is in the same
   *  commit. */
  | { readonly kind: 'message-sent'; readonly recipient: MessageRecipient }
  /** Refused where it is cancelled already. */
  | {
      readonly kind: 'message-cancelled';
      readonly id: string;
      readonly by: PersonId;
      readonly at: Instant;
    };

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

/** The rows of its tables, exactly as the migrations make them. */
export interface MessagesTables {
  network_message: RowOf<NetworkMessage>;
  message_recipient: RowOf<MessageRecipient>;
}

/** What the other layers read of this feature. */
export const feature = declare<MessagesTables, NetworkMessageChange, MessageReader>()({
  group: 'people',
  audit: ['message-written', 'message-cancelled'],
  errors: messageErrors,
  menu: {
    dane: { messages: { under: 'people', after: 'directory', path: '/dane/messages' } },
  },
  people: {
    // The words of the message stand in another table.
    message_recipient: {
      ...PARTLY_EXPORTED,
      refersTo: ['mail'],
      merge: { unless: ['message_id'] },
      ends: { with: 'facts' },
    },
  },
});
