import type { Session, SignInDoubt } from '../domain/account.ts';
import type { Award, IssuedCredential, Recipient } from '../domain/award-types.ts';
import type { ApiToken, AuditEntry, Change, PublishedStatusList, SignInAttempt } from '../domain/change.ts';
import type { Contest } from '../domain/contest.ts';
import type { Criteria } from '../domain/criteria.ts';
import type { EventSheet } from '../domain/event-sheet.ts';
import type { AwardId, CredentialId, PersonId } from '../domain/ids.ts';
import type { Job } from '../domain/job.ts';
import type { Means } from '../domain/means.ts';
import type { MissionFramework } from '../domain/mission.ts';
import type { DataRequest } from '../domain/my-change.ts';
import type { OutboxItem, OutboxTask } from '../domain/outbox.ts';
import type { Paper, PaperId } from '../domain/paper.ts';
import type { PlannedReview, WrittenReview } from '../domain/planned-review.ts';
import type { Proposal, ProposalFilter, Refusal } from '../domain/proposal.ts';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Establishment,
  EstablishmentRecord,
  Event,
  EventKind,
  Person,
  PersonRecord,
  Profile,
  ProgressReview,
} from '../domain/records.ts';
import type { SchoolYear } from '../domain/school-year.ts';
import type { Instant, LocalDate, Period } from '../domain/time.ts';
import type { Uai } from '../domain/uai.ts';
import type { Upload, UploadPart } from '../domain/upload.ts';
import type { CampaignReader } from './campaigns/campaign-reader.ts';
import type { CoverageReader } from './coverage/coverage-reader.ts';
import type { MailReader } from './mail/mail-reader.ts';

/** A page of rows by key: those after `after`, at most `limit`. */
export interface Page<Key> {
  readonly after?: Key;
  readonly limit: number;
}

/** A school and the days on which someone would hold a single role there. */
export interface SingleRoleClaim {
  readonly uai: Uai;
  readonly period: Period;
}

/** What an import needs to judge and decide a batch of lines; every list may hold up to some hundreds of keys. */
export interface ImportReader {
  readEstablishments(uais: readonly Uai[]): Promise<readonly Establishment[]>;
  /** By any of their addresses, earlier ones included; addresses are lower case. */
  readPeopleByEmail(emails: readonly string[]): Promise<readonly Person[]>;
  readEngagements(references: readonly string[]): Promise<readonly Engagement[]>;
  /** Countable segments that hold a single role at one of these schools, on a day of the period asked for it: what
   *  a clash is looked for in. */
  readSingleRoleSegments(claims: readonly SingleRoleClaim[]): Promise<readonly Engagement[]>;
  readAuthorisations(uais: readonly Uai[]): Promise<readonly Authorisation[]>;
  readEvents(codes: readonly string[]): Promise<readonly Event[]>;
  readAttendances(personIds: readonly PersonId[]): Promise<readonly Attendance[]>;
  readReviews(personIds: readonly PersonId[]): Promise<readonly ProgressReview[]>;
  readContributions(references: readonly string[]): Promise<readonly Contribution[]>;
}

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

export interface AdministrationReader {
  readTokenByHash(secretHash: string): Promise<ApiToken | undefined>;
  /** Everything recorded about a person, table by table: the right of access. */
  exportPerson(id: PersonId): Promise<Readonly<Record<string, readonly unknown[]>> | undefined>;
  /** Counts for the home page and the prepared start. */
  countRows(): Promise<{ people: number; engagements: number; establishments: number; credentials: number }>;
}

/** A session with whom it belongs to, in one read. */
export interface SignedInSession {
  readonly session: Session;
  readonly person: Person;
  /** Schools the person declared to head; the one that the DANE's data say is in `person`. */
  readonly declaredHeadOf: readonly Uai[];
}

/** Who signs in. */
export interface AccountReader {
  readSignInAttempt(secretHash: string): Promise<SignInAttempt | undefined>;
  /** Whom the subject of a provider is bound to. */
  readIdentity(issuer: string, subject: string): Promise<PersonId | undefined>;
  /** Those of these people whom some subject is bound to. */
  readBoundPeople(ids: readonly PersonId[]): Promise<readonly PersonId[]>;
  readSession(secretHash: string): Promise<SignedInSession | undefined>;
  /** The newest first, those that have ended but were not yet forgotten included. */
  readSessionsOf(personId: PersonId): Promise<readonly Session[]>;
  readSignInDoubts(page: Page<string>): Promise<readonly SignInDoubt[]>;
  countSignInDoubts(): Promise<number>;
  readSignInDoubt(id: string): Promise<SignInDoubt | undefined>;
}

export interface PeopleSearch {
  /** Part of a name or address. */
  readonly text?: string;
  readonly profile?: Profile;
  /** Engaged there, or its head. */
  readonly uai?: Uai;
  readonly after?: { readonly familyName: string; readonly id: PersonId };
  readonly limit: number;
}

/** The register as the DANE leafs through it. */
export interface RegisterReader {
  /** By family name. */
  searchPeople(search: PeopleSearch): Promise<readonly Person[]>;
  /** What was done to a subject, the latest first. */
  readAuditOf(subject: string, limit: number): Promise<readonly AuditEntry[]>;
}

/** What the DANE decides on, and the long work that follows. */
export interface DecisionReader {
  /** The adopted versions numbered above that one, in order: each the JSON of its criteria. */
  readCriteriaVersions(after: number): Promise<readonly string[]>;
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
  /** The oldest first. */
  readUnfinishedJobs(limit: number): Promise<readonly string[]>;
  /** The job, for whoever claims it; undefined where it is finished or another is at it. */
  claimJob(id: string, lease: Omit<Lease, 'limit'>): Promise<Job | undefined>;
  releaseJob(id: string, by: string): Promise<void>;
}

/** What an export reads: every record, a page at a time, in the order of its key. Nothing of who was erased. */
export interface ExportReader {
  readEstablishmentPage(page: Page<Uai>): Promise<readonly Establishment[]>;
  readPersonPage(page: Page<PersonId>): Promise<readonly Person[]>;
  readEventPage(page: Page<string>): Promise<readonly Event[]>;
  readAuthorisationPage(page: Page<Authorisation>): Promise<readonly Authorisation[]>;
  readEngagementPage(page: Page<string>): Promise<readonly Engagement[]>;
  readAttendancePage(page: Page<Attendance>): Promise<readonly Attendance[]>;
  readReviewPage(page: Page<ProgressReview>): Promise<readonly ProgressReview[]>;
  readContributionPage(page: Page<string>): Promise<readonly Contribution[]>;
}

/** What the principal's space and contests rest on. */
export interface SchoolReader {
  /** Since when these segments wait to be confirmed; a segment that just arrived may not be known to wait yet. */
  readRequestsSince(
    references: readonly string[],
  ): Promise<readonly { readonly reference: string; readonly since: Instant }[]>;
  readPlannedReviews(uai: Uai, schoolYear: SchoolYear): Promise<readonly PlannedReview[]>;
  /** The newest first. */
  readWrittenReviews(uai: Uai): Promise<readonly WrittenReview[]>;
  readMeans(uai: Uai): Promise<readonly Means[]>;
  readPaper(id: PaperId): Promise<Paper | undefined>;
  /** The newest first. */
  readPapers(uai: Uai, limit: number): Promise<readonly Paper[]>;
  readContest(id: string): Promise<Contest | undefined>;
  /** The newest first. */
  readContestsOfEstablishment(uai: Uai): Promise<readonly Contest[]>;
  /** The newest first. */
  readContestsOfPerson(personId: PersonId): Promise<readonly Contest[]>;
  /** By id: those that wait for an answer or a decision, or those that are over. */
  readContests(page: Page<string>, open: boolean): Promise<readonly Contest[]>;
}

/** What a person's own space looks up. */
export interface MyReader {
  /** Schools that have every word of the text in their name, commune or UAI, accents and case aside; by uai. */
  searchEstablishments(text: string, page: Page<Uai>): Promise<readonly Establishment[]>;
  /** References of the segments that the person declared in the service. */
  readDeclaredReferences(personId: PersonId): Promise<readonly string[]>;
  readDataRequestsOf(personId: PersonId): Promise<readonly DataRequest[]>;
  readDataRequest(id: string): Promise<DataRequest | undefined>;
  /** Those not settled yet, the oldest first; `after` is the id of the last one seen. */
  readDataRequests(page: Page<string>): Promise<readonly DataRequest[]>;
}

export interface EventSearch {
  /** Part of a code or title. */
  readonly text?: string;
  readonly kind?: EventKind;
  readonly after?: { readonly startsOn: LocalDate; readonly code: string };
  readonly limit: number;
}

/** The DANE's own data keeping: uploads, events with who was there, sign-in sheets, settings, the register of awards. */
export interface DaneDataReader {
  /** Undefined where there is none, or none any more at that instant. */
  readUpload(id: string, at: Instant): Promise<Upload | undefined>;
  readUploadPart(id: string, part: Omit<UploadPart, 'content'>): Promise<string | undefined>;
  /** The latest first. */
  searchEvents(search: EventSearch): Promise<readonly Event[]>;
  /** By person. */
  readEventAttendances(eventCode: string, page: Page<PersonId>): Promise<readonly Attendance[]>;
  countEventAttendances(eventCode: string): Promise<number>;
  readEventSheet(secret: string): Promise<EventSheet | undefined>;
  /** The last one that was opened. */
  readLatestEventSheet(eventCode: string): Promise<EventSheet | undefined>;
  /** Values as JSON, by name. */
  readSettings(): Promise<ReadonlyMap<string, string>>;
  /** Every award, with what became of it. */
  readAwardPage(page: Page<AwardId>): Promise<readonly AwardWithCredential[]>;
}

/** For whom, and until when: a claim that has ended is as if it had never been. */
export interface Lease {
  readonly by: string;
  readonly now: Instant;
  readonly until: Instant;
  readonly limit: number;
}

/** How processes share work: each claim is one statement, and no two claims that last hold the same row. Claims keep
 *  processes out of each other's way; what must never happen twice is refused by unique keys and premises. */
export interface WorkClaims {
  /** Awards that nobody signed, by id (ids grow with time), after `after`; each is claimed until the lease ends. */
  claimUnsignedAwards(lease: Lease & { readonly after?: AwardId }): Promise<readonly Award[]>;
  /** Tasks that are due, of one kind or of all, the oldest first; each is claimed, and its attempt counted. */
  claimOutbox(lease: Lease & { readonly kind?: OutboxTask['kind'] }): Promise<readonly OutboxItem[]>;
  /** Tasks not done: all of them, and those written before that instant. */
  countOutbox(writtenBefore: Instant): Promise<{ readonly waiting: number; readonly overdue: number }>;
}

/** Reads, then one commit that writes everything or nothing. Conflicts of unique keys throw `store-conflict`. */
export interface Store
  extends ImportReader,
    ExportReader,
    AwardReader,
    CredentialReader,
    AdministrationReader,
    AccountReader,
    DecisionReader,
    RegisterReader,
    DaneDataReader,
    MailReader,
    SchoolReader,
    MyReader,
    CoverageReader,
    CampaignReader,
    WorkClaims {
  commit(changes: readonly Change[]): Promise<void>;
  /** A store that answers the same and keeps its commits to itself: what a dry run is run on. */
  openDryRun(): Promise<Store>;
  /** Resolves where the engine answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The published criteria and the mission framework. */
export interface Catalogue {
  readonly framework: MissionFramework;
  /** Every version, oldest first, those to come included. */
  versions(): readonly Criteria[];
  /** Throws `no-criteria-in-force` for a day before the first version. */
  criteriaInForce(on: LocalDate): Criteria;
  /** Undefined where no such version was ever published. */
  criteriaVersion(version: number): Criteria | undefined;
}

export interface Clock {
  now(): Instant;
}

/** Resolves once the clock is past an instant of the next seconds. */
export type WaitUntilAfter = (instant: Instant) => Promise<void>;

export interface Ids {
  personId(): PersonId;
  awardId(): AwardId;
  credentialId(): CredentialId;
  uuid(): string;
  /** A random integer, 0 ≤ n < below. */
  integer(below: number): number;
  /** 128 random bits as hex. */
  salt(): string;
}

/** What a fetch of a document answers; never a redirect's target on another host. */
export type Fetched =
  | {
      readonly kind: 'ok';
      readonly url: string;
      readonly contentType: string;
      readonly body: Uint8Array;
    }
  | { readonly kind: 'status'; readonly status: number; readonly body?: Uint8Array }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** Gets public documents: https only, public addresses only, size and time limited. Our own origin (plain http
 *  allowed for it alone) is answered by the application itself, without a network. */
export interface Fetcher {
  fetch(url: string, accept: string): Promise<Fetched>;
}

/** Draws SVG to PNG. */
export interface Rasteriser {
  toPng(svg: string, widthPixels: number): Promise<Uint8Array>;
}

export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
}

/** Who the badges come from: configuration, and what was set on the screens. Its values may change at any moment. */
export interface IssuerConfig {
  readonly name: string;
  /** Short code shown beside the name, e.g. `DANE Dijon`. */
  readonly code: string;
  readonly url: string;
  readonly email: string;
  readonly logoUrl?: string | undefined;
}

export type KeyState = 'active' | 'retired' | 'compromised';

/** The public half of one key and what became of it. */
export interface PublicKeyRecord {
  /** `kid`: last part of `/keys/{kid}` and of `did:web:…#{kid}`. */
  readonly kid: string;
  readonly algorithm: 'Ed25519' | 'RS256';
  readonly state: KeyState;
  readonly createdAt: Instant;
  readonly retiredAt?: Instant;
  readonly compromised?: { readonly at: Instant; readonly reason: string };
  /** Ed25519: `z6Mk…`. */
  readonly publicKeyMultibase?: string;
  /** RS256: kty, n, e only. */
  readonly publicKeyJwk?: { readonly kty: 'RSA'; readonly n: string; readonly e: string };
}

/** Every key of the issuer, public halves only. Read at start and when a key verb ran; never made on a read. */
export interface KeyDirectory {
  list(): readonly PublicKeyRecord[];
}

/** Signs what the application built; the private keys never leave it. */
export interface Signer {
  /** Embedded Data Integrity proof `eddsa-rdfc-2022`, as a new object whose `proof` is an array of one.
   *  Throws `unsafe-credential` where JSON-LD safe mode finds an undefined term. */
  signDataIntegrity(unsigned: Readonly<Record<string, unknown>>): Promise<{
    readonly document: Record<string, unknown>;
    readonly kid: string;
  }>;
  /** VC-JWT RS256 over the body without `proof` plus iss, sub, jti, nbf, exp. */
  signJwt(
    unsigned: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly jws: string; readonly kid: string }>;
}
