import type { Session, SignInAttempt, SignInDoubt } from '../../domain/access/account.ts';
import type { ApiToken } from '../../domain/access/api-token.ts';
import type { RestoredForm } from '../../domain/access/restored-form.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ErasedNames } from '../../domain/person/erased-names.ts';
import type { Mention } from '../../domain/person/mentions.ts';
import type { Person, PersonRecord, Profile } from '../../domain/records.ts';
import type { FactCounts, RetentionHold, RetentionNotice } from '../../domain/retention.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';

/** A search among people. */
export interface PeopleSearch {
  /** Words that must all be parts of a name or address, whatever the accents and case. */
  readonly text?: string;
  readonly profile?: Profile;
  /** The school where the person is engaged or which they head. */
  readonly uai?: Uai;
  readonly after?: PersonId;
  readonly limit: number;
}

/** Reads the register of people. */
export interface PersonReader {
  readPeople(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** The current address of each person. An erased person has none. */
  readCurrentAddresses(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
  /** The school of each person's latest engagement. */
  readLatestSchools(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Uai>>;
  /** Sorted by family name and first name. */
  searchPeople(search: PeopleSearch): Promise<readonly Person[]>;
  /** People who are RUPN or have an engagement, sorted by id. */
  readRupnIds(slice: Slice<PersonId>): Promise<readonly PersonId[]>;
  readPersonRecords(ids: readonly PersonId[]): Promise<readonly PersonRecord[]>;
  /** All records about a person, table by table, for the right of access. */
  exportPerson(id: PersonId): Promise<Readonly<Record<string, readonly unknown[]>> | undefined>;
  /** The texts of all records that contain one of these names or addresses, at most `limit` of each table. It looks at
   *  every row. */
  findMentions(names: ErasedNames, limit: number): Promise<readonly Mention[]>;
}

/** A person, and the schools that they declared to head. */
export interface Account {
  readonly person: Person;
  readonly declaredHeadOf: readonly Uai[];
}

/** A session with the account of its person. */
export interface SignedInSession extends Account {
  readonly session: Session;
}

/** Reads identities and sessions. */
export interface AccountReader {
  readSignInAttempt(secretHash: string): Promise<SignInAttempt | undefined>;
  /** The person to whom the subject of a provider is bound. */
  readIdentity(issuer: string, subject: string): Promise<PersonId | undefined>;
  /** The people among these who are bound to a subject. */
  readBoundPeople(ids: readonly PersonId[]): Promise<readonly PersonId[]>;
  readSession(secretHash: string): Promise<SignedInSession | undefined>;
  readAccount(personId: PersonId): Promise<Account | undefined>;
  /** The newest first. Sessions that have ended are included until they are deleted. */
  readSessionsOf(personId: PersonId): Promise<readonly Session[]>;
  readSignInDoubts(slice: Slice<string>): Promise<readonly SignInDoubt[]>;
  countSignInDoubts(): Promise<number>;
  readSignInDoubt(id: string): Promise<SignInDoubt | undefined>;
  readSignInDoubtOf(issuer: string, subject: string): Promise<SignInDoubt | undefined>;
  /** The doubts whose person asks to join the school, the oldest request first. */
  readNewcomersAt(uai: Uai): Promise<readonly SignInDoubt[]>;
  /** The form, even if it has ended, as long as it is not deleted. */
  readRestoredForm(secretHash: string): Promise<RestoredForm | undefined>;
  /** Number of kept forms of all people. */
  countTypedForms(): Promise<number>;
}

/** A head of a school, with the source: the DANE's data, or a declaration. */
export interface Headship {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly says: 'dane' | 'declaration';
  /** Whether the DANE has accepted the declaration. */
  readonly isChecked?: true;
}

/** A declaration that the DANE has not checked yet, at a school that also has another head. */
export interface DoubtedHeadship {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly declaredAt: Instant;
}

/** Reads the heads of schools. */
export interface HeadshipReader {
  /** Sorted by school. A person named by both sources is returned twice. */
  readHeadships(uais: readonly Uai[]): Promise<readonly Headship[]>;
  /** The oldest first. */
  readDoubtedHeadships(limit: number): Promise<readonly DoubtedHeadship[]>;
}

/** Reads the tokens of the API. */
export interface TokenReader {
  readTokenByHash(secretHash: string): Promise<ApiToken | undefined>;
  /** Every token, the newest first, including ended and revoked ones. */
  readTokens(): Promise<readonly ApiToken[]>;
}

/** A person and the number of their facts. */
export interface CountedFacts extends FactCounts {
  readonly personId: PersonId;
}

/** Finds the people who have facts, all of them older than a given day. An engagement without an end is never
 *  old. */
export interface RetentionReader {
  /** Those whose deletion is not announced, or was announced with other facts or on a day to come. */
  readPeopleToAnnounce(
    run: { readonly before: LocalDate; readonly today: LocalDate },
    limit: number,
  ): Promise<readonly CountedFacts[]>;
  /** Those whose deletion was announced before that day, with the facts that they still have. */
  readPeopleToExpire(
    run: { readonly before: LocalDate; readonly announcedBefore: LocalDate },
    limit: number,
  ): Promise<readonly CountedFacts[]>;
  readRetentionNotices(limit: number): Promise<readonly RetentionNotice[]>;
  countRetentionNotices(): Promise<FactCounts & { readonly people: number }>;
  readRetentionHold(): Promise<RetentionHold | undefined>;
  countPeopleWithOldFacts(before: LocalDate): Promise<number>;
}

export interface PeopleReaders
  extends PersonReader,
    AccountReader,
    HeadshipReader,
    TokenReader,
    RetentionReader {}
