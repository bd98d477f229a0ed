import type { Session, SignInAttempt, SignInDoubt } from '../../domain/access/account.ts';
import type { ApiToken } from '../../domain/access/api-token.ts';
import type { StoredAuditEntry } from '../../domain/audit.ts';
import type { DataRequest } from '../../domain/data-request.ts';
import type { Contest } from '../../domain/engagement/contest.ts';
import type { Means } from '../../domain/engagement/means.ts';
import type { PlannedReview, WrittenReview } from '../../domain/engagement/planned-review.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Paper, PaperId } from '../../domain/paper/paper.ts';
import type { PublicKeyRecord } from '../../domain/public-key.ts';
import type { Engagement, Establishment, Person, Profile } from '../../domain/records.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Page } from './record-readers.ts';

export interface AdministrationReader {
  readTokenByHash(secretHash: string): Promise<ApiToken | undefined>;
  /** Every token, the newest first, those that have ended or were revoked included. */
  readTokens(): Promise<readonly ApiToken[]>;
  /** Every key that ever signed, oldest first. */
  readPublicKeys(): Promise<readonly PublicKeyRecord[]>;
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

/** Who heads a school, and who says so: the DANE's data, or the person. */
export interface Headship {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly says: 'dane' | 'declaration';
}

/** A declaration that the DANE did not look at yet, where somebody else heads the school too. */
export interface DoubtedHeadship {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly declaredAt: Instant;
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
  /** By school; somebody whom both name comes twice. */
  readHeadships(uais: readonly Uai[]): Promise<readonly Headship[]>;
  /** The oldest first. */
  readDoubtedHeadships(limit: number): Promise<readonly DoubtedHeadship[]>;
}

export interface PeopleSearch {
  /** Words, each part of a name or address, whatever the accents and the case. */
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
  /** What was done to a subject, or to any of several, the latest first. */
  readAuditOf(subject: string | readonly string[], limit: number): Promise<readonly StoredAuditEntry[]>;
}

/** What the principal's space and contests rest on. */
export interface SchoolReader {
  /** Since when these segments wait to be confirmed, or were asked about where that was earlier; a segment that just arrived may not be known to wait yet. */
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
  /** Those about one person, the newest first. */
  readPapersAbout(personId: PersonId, limit: number): Promise<readonly Paper[]>;
  readContest(id: string): Promise<Contest | undefined>;
  /** The newest first. */
  readContestsOfEstablishment(uai: Uai): Promise<readonly Contest[]>;
  /** The newest first. */
  readContestsOfPerson(personId: PersonId): Promise<readonly Contest[]>;
  /** By id: those that wait for an answer or a decision, or those that are over. */
  readContests(page: Page<string>, open: boolean): Promise<readonly Contest[]>;
  /** Contested segments that no contest is about, since they came contested in a file; by reference. */
  readUnopenedContests(limit: number): Promise<readonly Engagement[]>;
  /** Open contests whose segment a file, or the merge of two records, made no longer contested; ids. */
  readObsoleteContests(limit: number): Promise<readonly string[]>;
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
