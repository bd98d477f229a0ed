import type { SignedDigests } from '../../domain/badge-log/entries.ts';
import type { MeasuredCoverage } from '../../domain/coverage/measure.ts';
import type { Finding, StoredInvariant, StoredInvariantAnswer } from '../../domain/integrity/invariant.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';

/** A page of the records of an invariant. */
export interface InvariantPageRange {
  /** Where the page begins: the `next` of the one before. */
  readonly after?: string | undefined;
  /** The most records to look at. */
  readonly limit: number;
}

/** What a page holds. */
export interface CheckedPage {
  readonly looked: number;
  readonly count: number;
  /** The first ones, at most 20. */
  readonly found: readonly Finding[];
  /** Where the next page begins; absent after the last. */
  readonly next?: string;
}

/** Reads the last look that the service took at itself. */
export interface InvariantAnswerReader {
  readInvariantAnswers(): Promise<readonly StoredInvariantAnswer[]>;
}

/** A signed document as it is stored, and what its row says of it. Nothing is parsed, so that a row that cannot
 *  be read is found like any other. */
export interface SignedRow {
  readonly id: string;
  readonly document: string;
  readonly jws: string;
  /** JSON. */
  readonly keyIds: string;
  readonly validFrom: Instant;
  readonly subjectId: string;
  readonly statusListId: string;
  readonly statusIndex: number;
  /** Whether it is revoked or declined, so that it is never signed again. */
  readonly isOver: boolean;
}

/** The tables of signed documents. */
export const SIGNED_TABLES = ['credential', 'badge_record'] as const;
export type SignedTable = (typeof SIGNED_TABLES)[number];

/** Facts that were frozen, as JSON, with their digest. */
export interface FrozenRow {
  readonly id: string;
  readonly facts: string;
  /** Empty if none was kept. */
  readonly digest: string;
  /** The badge and its version of the criteria, for an award. */
  readonly achievement?: string;
  readonly version?: number;
}

/** The tables with columns that follow from others. */
export type DerivedTable = 'person' | 'establishment' | 'campaign' | 'engagement';

/** A measured coverage, and when it was measured. */
export interface MeasuredRow {
  readonly coverage: MeasuredCoverage;
  readonly measuredAt: Instant;
}

/** Looks for what contradicts the invariants, in short queries that hold no lock. */
export interface InvariantReader {
  /** `now` is the first instant that no right clock of the service has reached. */
  readContradictions(
    invariant: StoredInvariant,
    part: InvariantPageRange & { readonly now: Instant },
  ): Promise<CheckedPage>;
  /** The rows of each table that the service wrote by itself and a wrong clock dated ahead of `now`. */
  countClockLeftovers(now: Instant): Promise<readonly { readonly table: string; readonly rows: number }[]>;
  /** Signed documents that are not erased, by id. */
  readSignedRows(table: SignedTable, part: InvariantPageRange): Promise<readonly SignedRow[]>;
  /** The facts of awards whose recipient is not erased, or of papers, by id. */
  readFrozenRows(table: 'award' | 'paper', part: InvariantPageRange): Promise<readonly FrozenRow[]>;
  /** Whether the derived columns of rows are those of their other columns. */
  readDerivedRows(
    table: DerivedTable,
    part: InvariantPageRange,
  ): Promise<readonly { readonly id: string; readonly isRight: boolean }[]>;
  /** Coverages of this school year, by school, where no one has acted since they were measured. */
  readMeasuredRows(schoolYear: SchoolYear, part: InvariantPageRange): Promise<readonly MeasuredRow[]>;
  /** Those of these documents that are in the log, or wait for their place in it. */
  readLogged(documents: readonly string[]): Promise<readonly SignedDigests[]>;
  /** Those of these badges and records of badges whose digests are still to be made. */
  readUndigested(ids: readonly string[]): Promise<readonly string[]>;
  /** Each pair of keys that signed a badge or a record, as JSON. */
  readKeyPairs(): Promise<readonly string[]>;
  /** Each badge that was ever awarded, in each version. */
  readAwardedVersions(): Promise<readonly { readonly achievement: string; readonly version: number }[]>;
}
