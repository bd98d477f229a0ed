import type { Proposal, ProposalFilter, Rejection } from '../../domain/award/proposal.ts';
import type { ListPurpose, PublishedStatusList } from '../../domain/award/status-list.ts';
import type { Award, IssuedCredential, Recipient } from '../../domain/award/types.ts';
import type {
  LogCheckpoint,
  LogEntry,
  LogName,
  LogTile,
  SignedDigests,
} from '../../domain/badge-log/entries.ts';
import type { BadgeDraft } from '../../domain/criteria/badge-change.ts';
import type { CriteriaDraft } from '../../domain/criteria/draft.ts';
import type { AwardId, CredentialId } from '../../domain/ids.ts';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';

/** An award and, where it is signed, its badge. */
export interface AwardWithCredential {
  readonly award: Award;
  readonly credential?: IssuedCredential;
}

/** A filter of standing badges of one kind. */
export interface StandingFilter {
  readonly achievement: string;
  readonly version?: number;
  /** Keeps the school's own badge, and badges of people who were ever engaged there. */
  readonly uai?: Uai;
  /** First and last day of the grant in Paris, both included. */
  readonly from?: Instant;
  readonly until?: Instant;
}

/** Awards of one kind, criteria version and school year whose stored facts contain these parts of JSON. */
export interface AlikeFilter {
  readonly achievement: string;
  readonly version: number;
  readonly schoolYear: SchoolYear;
  readonly facts: readonly string[];
}

/** Reads awards and their credentials. */
export interface AwardReader {
  /** Every award of these recipients, with its credential if it is signed. */
  readAwardsOf(recipients: readonly Recipient[]): Promise<readonly AwardWithCredential[]>;
  /** Awards by id, with their credentials. */
  readAwardSlice(slice: Slice<AwardId>): Promise<readonly AwardWithCredential[]>;
  /** Standing badges of one kind, by the id of the award: signed, and neither revoked nor erased. */
  readStandingBadges(
    filter: StandingFilter & Slice<AwardId>,
  ): Promise<readonly Required<AwardWithCredential>[]>;
  /** Awards of people that are neither erased nor revoked, by id. */
  readAwardsAlike(filter: AlikeFilter & Slice<AwardId>): Promise<readonly Award[]>;
  /** Awards that end by then and still need a reminder: `left` is 2 before the first one, 1 before the last
   *  one. */
  readAwardsToRemind(due: {
    readonly left: 1 | 2;
    readonly endsBy: Instant;
    readonly limit: number;
  }): Promise<readonly AwardWithCredential[]>;
  countUnsignedAwards(): Promise<number>;
  /** The signed badges of a kind that are neither revoked nor erased. */
  countStandingBadges(achievement: string): Promise<number>;
}

/** Which badges that wait for their holder. */
export interface PendingAcceptanceFilter {
  /** Only those that were signed by then. */
  readonly signedBy?: Instant;
  /** Only those whose holder was never reminded. */
  readonly isReminded?: false;
}

/** A place in the list of badges that wait, the oldest first. */
export type PendingAcceptancePlace = Pick<IssuedCredential, 'id' | 'validFrom'>;

/** Reads signed credentials. */
export interface CredentialReader {
  readCredential(id: CredentialId): Promise<AwardWithCredential | undefined>;
  /** Badges that wait for their holder, the oldest first. */
  readPendingAcceptances(
    slice: PendingAcceptanceFilter & { readonly after?: PendingAcceptancePlace; readonly limit: number },
  ): Promise<readonly AwardWithCredential[]>;
  countUnanswered(filter: PendingAcceptanceFilter): Promise<number>;
  /** Credentials that are not erased and were signed after that instant, the earliest first. */
  readCredentialsDatedAfter(instant: Instant, limit: number): Promise<readonly CredentialId[]>;
  /** Issued credentials by id. With `signedWith`, only those signed with that key. */
  readCredentials(
    slice: Slice<CredentialId> & { readonly signedWith?: string; readonly acceptance?: 'private' },
  ): Promise<readonly AwardWithCredential[]>;
}

/** Reads proposals and refusals. */
export interface ProposalReader {
  /** Sorted by the names of those who receive the badges; `after` is the id of a proposal. */
  readProposalsByName(slice: Slice<string> & ProposalFilter): Promise<readonly Proposal[]>;
  /** Sorted by id. */
  readProposals(slice: Slice<string> & ProposalFilter): Promise<readonly Proposal[]>;
  readProposal(id: string): Promise<Proposal | undefined>;
  countProposals(filter: ProposalFilter): Promise<number>;
  readRefusals(recipients: readonly Recipient[]): Promise<readonly Rejection[]>;
}

/** Reads versions of the criteria, and drafts of them. */
export interface CriteriaReader {
  /** The versions adopted in this service, by number, including those withdrawn before their day. `document`
   *  is the JSON of the criteria. */
  readCriteriaVersions(): Promise<
    readonly { readonly version: number; readonly document: string; readonly withdrawn: boolean }[]
  >;
  /** The packs adopted after this one, by number. `document` is the JSON of a pack. */
  readOfficeVersions(
    after: number,
  ): Promise<readonly { readonly version: number; readonly document: string; readonly isFirst: boolean }[]>;
  readCriteriaDraft(id: string): Promise<CriteriaDraft | undefined>;
  /** The newest first. */
  readCriteriaDrafts(search: {
    readonly limit: number;
    readonly isWaiting?: true;
  }): Promise<readonly CriteriaDraft[]>;
  readBadgeDraft(id: string): Promise<BadgeDraft | undefined>;
  /** The newest first. */
  readBadgeDrafts(limit: number): Promise<readonly BadgeDraft[]>;
}

/** A status list, as stored. */
export interface StatusList {
  readonly id: string;
  readonly size: number;
  /** Increases by one whenever a bit is set or cleared. */
  readonly revision: number;
  readonly openedAt: Instant;
  readonly published?: Omit<PublishedStatusList, 'validFrom'>;
}

/** The indexes whose bit is set, and those of them that are suspensions. */
export interface SetIndexes {
  readonly set: readonly number[];
  readonly suspended: readonly number[];
}

/** Reads status lists and their bits. */
export interface StatusListReader {
  /** The list that still accepts entries, because it is open and at most half full; by default the one for
   *  badges. */
  readOpenStatusList(savedFor?: ListPurpose): Promise<StatusList | undefined>;
  readStatusList(id: string): Promise<StatusList | undefined>;
  readStatusLists(): Promise<readonly StatusList[]>;
  /** Those of these indexes that belong to a badge, a record or a program's credential, revoked or not. */
  readTakenIndexes(listId: string, indexes: readonly number[]): Promise<readonly number[]>;
  /** The indexes of the list whose bit is set, because of a revocation or a suspension, and the suspended
   *  ones among them. */
  readSetIndexes(listId: string): Promise<SetIndexes>;
}

/** A badge or a record of badges that an earlier version stored without its digests. */
export interface UnreadForms {
  readonly id: string;
  /** Absent if it was erased or withdrawn since. */
  readonly signed?: { readonly document: string; readonly jws: string };
}

/** Reads the log of signed badges, and the tiles and checkpoints of any log. */
export interface BadgeLogReader {
  /** Number of entries in the log. */
  readLogSize(): Promise<number>;
  /** The digests of `limit` signed documents that wait for their place in the log. */
  readWaitingDigests(limit: number): Promise<readonly SignedDigests[]>;
  readUnreadForms(limit: number): Promise<readonly UnreadForms[]>;
  /** Undefined if the log has no such tile. */
  readLogTile(log: LogName, level: number, number: number): Promise<LogTile | undefined>;
  /** Number of leaves in the tiles of a log. */
  readTreeSize(log: LogName): Promise<number>;
  /** `limit` entries from a place on. */
  readLogEntries(from: number, limit: number): Promise<readonly LogEntry[]>;
  /** The first entry of the document with this digest, of its JSON or of its JWS, in hexadecimal; undefined
   *  while it waits. */
  readLogEntryOf(digest: string): Promise<LogEntry | undefined>;
  /** Checkpoints that are marked as signed under a wrong clock, the oldest first. */
  readWrongClockCheckpoints(log: LogName): Promise<readonly LogCheckpoint[]>;
  /** The other checkpoints of the days before `before`, the newest first. */
  readLogCheckpoints(log: LogName, limit: number, before: LocalDate): Promise<readonly LogCheckpoint[]>;
}

/** Reads the issuer's public keys. */
export interface PublicKeyReader {
  /** Every key that has ever signed, oldest first. */
  readPublicKeys(): Promise<readonly PublicKeyRecord[]>;
}

export interface BadgeReaders
  extends AwardReader,
    CredentialReader,
    ProposalReader,
    CriteriaReader,
    StatusListReader,
    BadgeLogReader,
    PublicKeyReader {}
