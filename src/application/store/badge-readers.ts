import type { Award, IssuedCredential, Recipient } from '../../domain/award/award-types.ts';
import type { Proposal, ProposalFilter, Refusal } from '../../domain/award/proposal.ts';
import type { PublishedStatusList } from '../../domain/award/status-list.ts';
import type { AwardId, CredentialId, PersonId } from '../../domain/ids.ts';
import type { EstablishmentRecord, Person, PersonRecord } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Job } from '../../domain/work/job.ts';
import type { Page } from './record-readers.ts';
import type { Lease } from './work-claims.ts';

export interface AwardReader {
  /** People who are RUPN or have an engagement, by id. */
  readRupnIds(page: Page<PersonId>): Promise<readonly PersonId[]>;
  /** Schools with at least one engagement, by uai. */
  readEngagedUais(page: Page<Uai>): Promise<readonly Uai[]>;
  readPeople(ids: readonly PersonId[]): Promise<readonly Person[]>;
  readPersonRecords(ids: readonly PersonId[]): Promise<readonly PersonRecord[]>;
  readEstablishmentRecords(uais: readonly Uai[]): Promise<readonly EstablishmentRecord[]>;
  /** Every award of these recipients, with what became of it. */
  readAwardsOf(recipients: readonly Recipient[]): Promise<readonly AwardWithCredential[]>;
  /** Every award by id, with what became of it. */
  readAwardPage(page: Page<AwardId>): Promise<readonly AwardWithCredential[]>;
  countUnsignedAwards(): Promise<number>;
}

export interface AwardWithCredential {
  readonly award: Award;
  readonly credential?: IssuedCredential;
}

export interface StatusList {
  readonly id: string;
  readonly size: number;
  /** Goes up by one whenever a bit is set. */
  readonly revision: number;
  readonly published?: PublishedStatusList;
}

export interface CredentialReader {
  readCredential(id: CredentialId): Promise<AwardWithCredential | undefined>;
  /** Issued credentials by id; `signedWith` keeps only those signed by that key. */
  readCredentials(
    page: Page<CredentialId> & { readonly signedWith?: string; readonly acceptance?: 'private' },
  ): Promise<readonly AwardWithCredential[]>;
  /** The list that still takes entries, if one is open and not more than half full. */
  readOpenStatusList(): Promise<StatusList | undefined>;
  readStatusList(id: string): Promise<StatusList | undefined>;
  readStatusLists(): Promise<readonly StatusList[]>;
  /** Those of the indexes that a credential of the list has, revoked or not. */
  readTakenIndexes(listId: string, indexes: readonly number[]): Promise<readonly number[]>;
  /** Indexes of the list whose bit is set. */
  readRevokedIndexes(listId: string): Promise<readonly number[]>;
}

/** What the DANE decides on, and the long work that follows. */
export interface DecisionReader {
  /** The versions adopted here, by number, those withdrawn before their day included; `document`: the JSON of the criteria. */
  readCriteriaVersions(): Promise<
    readonly { readonly version: number; readonly document: string; readonly withdrawn: boolean }[]
  >;
  readProposals(page: Page<string> & ProposalFilter): Promise<readonly Proposal[]>;
  readProposal(id: string): Promise<Proposal | undefined>;
  countProposals(filter: ProposalFilter): Promise<number>;
  /** Every département that has a school on record, by code. */
  readDepartments(): Promise<readonly { readonly code: string; readonly name: string }[]>;
  /** People and schools that may earn a badge. */
  countRecipients(): Promise<number>;
  readRefusals(recipients: readonly Recipient[]): Promise<readonly Refusal[]>;
  readJob(id: string): Promise<Job | undefined>;
  readLatestJob(kind: Job['command']['kind']): Promise<Job | undefined>;
  /** Unfinished, and no longer waiting; the oldest first. */
  readDueJobs(now: Instant, limit: number): Promise<readonly string[]>;
  /** Waiting ones included; the oldest first, ten at most. */
  readUnfinishedJobs(kind: Job['command']['kind']): Promise<readonly Job[]>;
  /** The job, for whoever claims it; undefined where it is finished, waits, or another is at it. */
  claimJob(id: string, lease: Omit<Lease, 'limit'>): Promise<Job | undefined>;
  releaseJob(id: string, by: string): Promise<void>;
}
