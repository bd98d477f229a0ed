import type { OfficePack } from '../catalogue/office-pack.ts';
import type { LogName, SignedDigests } from '../domain/badge-log/entries.ts';
import type { Change } from '../domain/change/union.ts';
import type { Criteria } from '../domain/criteria/definition.ts';
import type { AwardId, CredentialId, PersonId } from '../domain/ids.ts';
import type { EngineInvariant } from '../domain/integrity/invariant.ts';
import type { PublicKeyRecord } from '../domain/keys/public.ts';
import type { Instant, LocalDate } from '../domain/time/calendar.ts';
import type { Uai } from '../domain/uai.ts';
import type { SchoolKey } from '../features/endorsements/feature.ts';
import type { CheckedPage } from './store/invariant-reader.ts';
import type { Readers } from './store/readers.ts';
import type { DataVersionReader } from './store/service-readers.ts';
import type { WorkLeases } from './store/work-leases.ts';

/** Reads, and one commit that writes everything or nothing. A conflict of unique keys throws
 *  `store-conflict`. */
export interface Store extends Readers, DataVersionReader, WorkLeases {
  commit(changes: readonly Change[]): Promise<void>;
  /** Has the function called after each commit, of this process and of those that the engine hears, that leaves
   *  work for the timer: a task of the outbox, or a job. */
  onWork(reported: () => void): void;
  /** Has the engine check its files and its references. Where this takes long, it is done alongside. */
  checkEngine(of: EngineInvariant): Promise<CheckedPage>;
  /** Where the database lies; empty if this is unknown. */
  readHome(): Promise<string>;
  /** A text that is kept next to the database, and that a copy of its content does not bring back. Undefined
   *  if the engine keeps none. */
  readMark(): Promise<string | undefined>;
  keepMark(mark: string): Promise<void>;
  /** A store with the same content that keeps its commits to itself. Dry runs use it. */
  openDryRun(): Promise<Store>;
  /** Resolves if the engine answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The office's pack, and the published criteria by version. Its values may change at any moment. */
export interface Catalogue extends Pick<OfficePack, 'office' | 'framework' | 'columns' | 'questionnaire'> {
  /** Every version, oldest first, including future ones. */
  versions(): readonly Criteria[];
  /** The newest version, which may be a future one. */
  newest(): Criteria;
  /** Throws `no-criteria-in-force` for a day before the first version. */
  criteriaInForce(on: LocalDate): Criteria;
  /** Undefined if no such version was ever published. */
  criteriaVersion(version: number): Criteria | undefined;
}

export interface Clock {
  now(): Instant;
}

/** Resolves with the instant of the signature that follows one of this instant, after a wait of a few seconds
 *  at most (src/domain/time/clock-skew.ts). */
export type WaitUntilAfter = (instant: Instant) => Promise<Instant>;

/** Makes new ids and other random values. */
export interface Ids {
  personId(): PersonId;
  awardId(): AwardId;
  credentialId(): CredentialId;
  uuid(): string;
  /** A random integer, 0 ≤ n < below. */
  integer(below: number): number;
  /** 128 random bits as hex. */
  salt(): string;
  /** The id of a line of the audit, which grows with time and ends with 128 random bits. */
  auditEntryId(): string;
}

/** Converts SVG to PNG. */
export interface Rasteriser {
  toPng(svg: string, widthPixels: number): Promise<Uint8Array>;
}

/** The log for the operator. Fields contain no personal data. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
}

/** The operator of the service, for its pages on personal data, legal notices and help. Data that the
 *  operator has not set are absent; in production only `helpEmail` may be absent. */
export interface OperatorConfig {
  /** The name of the controller of the personal data. */
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly publicationDirector?: string | undefined;
  /** Name, address and telephone of the host. */
  readonly hosting?: string | undefined;
  /** E-mail address of the data protection officer. */
  readonly dpoEmail?: string | undefined;
  readonly helpEmail?: string | undefined;
  /** A sentence that explains to outsiders what a RUPN is. */
  readonly aboutMission?: OperatorTexts;
  /** Words on the issuer, to be put after its name and a comma. */
  readonly aboutIssuer?: OperatorTexts;
}

/** The operator's own words by language. Where they are absent, the service's words are used. */
export interface OperatorTexts {
  readonly fr?: string | undefined;
  readonly en?: string | undefined;
}

/** The issuer of the badges, from the configuration and the settings on the screens. Its values may change at
 *  any moment. */
export interface IssuerConfig {
  readonly name: string;
  /** Short code shown next to the name. */
  readonly code: string;
  readonly url: string;
  readonly email: string;
  readonly logoUrl?: string | undefined;
  /** The issuer's number at LinkedIn, which shows its page and logo in a profile. */
  readonly linkedInId?: string | undefined;
  /** Whether badges signed from now on name the address of their newest version. */
  readonly refreshesBadges?: boolean | undefined;
}

/** The public halves of all keys of the issuer, including keys that only the database still has. They are
 *  read at the start and after a key command. Reading never makes a key. */
export interface KeyDirectory {
  list(): readonly PublicKeyRecord[];
  /** Keys that the database marks as signing but that are not in place. */
  missing(): readonly PublicKeyRecord[];
}

/** A signed document, with the digests of its entry in the public log. Whoever stores or hands out the document
 *  commits the digests (docs/adr/0040). */
export interface SignedDocument {
  readonly document: Record<string, unknown>;
  readonly keyIds: readonly string[];
  readonly digests: SignedDigests;
}

export interface SignedForms extends SignedDocument {
  readonly jws: string;
}

/** Signs documents that the application has built. Private keys never leave it. */
export interface Signer {
  /** Signs a status list of ours, dated now. It is signed whatever the clock says, because no one could
   *  verify a badge without it, and it is signed again at once where it turns out to be dated ahead. */
  signStatusList(
    unsigned: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly document: Record<string, unknown>; readonly kid: string }>;
  /** Signs a document that is handed out in one form: the embedded Data Integrity proof `eddsa-rdfc-2022`,
   *  whose `created` is the instant of signing. Returns a new object whose `proof` is an array of one. Throws
   *  `unsafe-credential` where JSON-LD safe mode finds an undefined term. */
  signDocument(unsigned: Readonly<Record<string, unknown>>): Promise<SignedDocument>;
  /** Signs an EndorsementCredential with the key of the school that is its issuer. It returns the public half
   *  of that key, which must be stored before the document is shown. */
  signEndorsement(
    unsigned: Readonly<Record<string, unknown>>,
    uai: Uai,
  ): Promise<{ readonly document: Record<string, unknown>; readonly key: SchoolKey }>;
  /** Signs a document in two forms: first as `signDocument` does, then the body without `proof` as VC-JWT
   *  (RS256), with iss, sub, jti, nbf, exp, and iat at the instant of signing (Open Badges 3.0, "Proofs"). */
  signForms(unsigned: Readonly<Record<string, unknown>>): Promise<SignedForms>;
  /** Signs the state of a log. The checkpoint has one signature of the state alone, and
   *  one of the state at this instant (C2SP tlog-checkpoint, tlog-cosignature). */
  signCheckpoint(state: {
    readonly log: LogName;
    readonly size: number;
    readonly root: Uint8Array;
  }): Promise<{ readonly note: string; readonly kid: string; readonly signedAt: Instant }>;
}
