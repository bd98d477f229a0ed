import type { PersonId } from '../../domain/ids.ts';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Event,
  Person,
  ProgressReview,
  School,
} from '../../domain/records.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Instant, Period } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { ColumnMatch } from '../../domain/upload/column-match.ts';
import type {
  ImportBatch,
  ImportedKind,
  ImportRun,
  PreservedReason,
  UndoRecord,
  UndoVerdict,
} from '../../domain/upload/import-log.ts';
import type { LineSearch, Upload, UploadChunk, UploadLine } from '../../domain/upload/types.ts';

/** Reads uploaded files that wait to be imported, and the verdicts on their lines. */
export interface UploadReader {
  /** Undefined if there is no such upload, or where it has ended by that instant. */
  readUpload(id: string, at: Instant): Promise<Upload | undefined>;
  /** The columns matched by hand by this sender, or by everyone, the latest first. */
  readColumnMatches(personId?: PersonId): Promise<readonly ColumnMatch[]>;
  readUploadChunk(id: string, part: Omit<UploadChunk, 'content'>): Promise<string | undefined>;
  /** By position. */
  readUploadLines(id: string, search: LineSearch): Promise<readonly UploadLine[]>;
}

/** A school, with the days on which a person would hold a single role there. */
export interface SingleRoleHolding {
  readonly uai: Uai;
  readonly period: Period;
}

/** Both names of a person. */
export type PersonName = Pick<Person, 'givenName' | 'familyName'>;

/** Reads the records needed to judge and decide a batch of lines. Every list may hold some hundreds of
 *  keys. */
export interface ImportReader {
  readSchoolsByUai(uais: readonly Uai[]): Promise<readonly School[]>;
  /** People who have or had one of these addresses, which are in lower case. */
  readPeopleByEmail(emails: readonly string[]): Promise<readonly Person[]>;
  /** People with one of these names, whatever the accents and case; not all of them where they are thousands. */
  readNamesakes(names: readonly PersonName[]): Promise<readonly Person[]>;
  readEngagements(references: readonly string[]): Promise<readonly Engagement[]>;
  /** All engagements of these people. */
  readEngagementsOf(personIds: readonly PersonId[]): Promise<readonly Engagement[]>;
  /** Countable engagements that hold a single role at one of these schools, on a day of the given period. They
   *  are searched for clashes. */
  readSingleRoleEngagements(claims: readonly SingleRoleHolding[]): Promise<readonly Engagement[]>;
  readAuthorisations(uais: readonly Uai[]): Promise<readonly Authorisation[]>;
  readEvents(codes: readonly string[]): Promise<readonly Event[]>;
  readAttendances(personIds: readonly PersonId[]): Promise<readonly Attendance[]>;
  readReviews(personIds: readonly PersonId[]): Promise<readonly ProgressReview[]>;
  readContributions(references: readonly string[]): Promise<readonly Contribution[]>;
}

/** The kinds of records to which other records refer. */
export type ReferredKind = 'establishment' | 'person' | 'event' | 'authorisation' | 'engagement' | 'review';

/** The number of records of one kind with the same verdict. */
export interface UndoCount {
  readonly kind: ImportedKind;
  readonly created: boolean;
  readonly verdict: UndoVerdict;
  readonly reason?: PreservedReason;
  readonly count: number;
}

/** Reads the log of imports, and the records that rest on imported ones. */
export interface ImportLogReader {
  /** The latest first. */
  readImportRuns(limit: number): Promise<readonly ImportRun[]>;
  readImportRun(id: string): Promise<ImportRun | undefined>;
  countImportBatches(importId: string): Promise<number>;
  /** The last batch before this position, or the last of all. */
  readImportBatch(importId: string, before?: number): Promise<ImportBatch | undefined>;
  /** The lines with a verdict, those of the last batch first. */
  readUndoRecords(
    importId: string,
    search: { readonly verdict: UndoVerdict; readonly before?: number; readonly limit: number },
  ): Promise<readonly UndoRecord[]>;
  countUndoRecords(importId: string): Promise<readonly UndoCount[]>;
  /** The people with these ids who have signed in. */
  readSignedInAmong(ids: readonly PersonId[]): Promise<readonly PersonId[]>;
  /** The keys to which records refer that would remain after the import is undone. */
  readReferredTo(importId: string, kind: ReferredKind, keys: readonly string[]): Promise<readonly string[]>;
  /** The people and schools for whom a paper was made since. */
  readOnPaperSince(
    since: Instant,
    among: { readonly personIds: readonly PersonId[]; readonly uais: readonly Uai[] },
  ): Promise<{ readonly personIds: readonly PersonId[]; readonly uais: readonly Uai[] }>;
}

/** Reads every record for an export, one slice at a time, in the order of its key. Records of erased people
 *  are left out. */
export interface ExportReader {
  readSchoolPage(slice: Slice<Uai>): Promise<readonly School[]>;
  readPersonSlice(slice: Slice<PersonId>): Promise<readonly Person[]>;
  readEventSlice(slice: Slice<string>): Promise<readonly Event[]>;
  readAuthorisationSlice(slice: Slice<Authorisation>): Promise<readonly Authorisation[]>;
  readEngagementSlice(slice: Slice<string>): Promise<readonly Engagement[]>;
  readAttendanceSlice(slice: Slice<Attendance>): Promise<readonly Attendance[]>;
  readReviewSlice(slice: Slice<ProgressReview>): Promise<readonly ProgressReview[]>;
  readContributionSlice(slice: Slice<string>): Promise<readonly Contribution[]>;
}

/** The exported tables outside the DANE's eight files. */
export const REGISTER_FILES = [
  'decisions',
  'refus',
  'revocations',
  'campagnes',
  'demandes-confirmation',
  'confirmations-sur-pieces',
  'contestations',
  'moyens',
  'projets',
  'projets-membres',
  'fiches-procedure',
  'points-prevus',
  'comptes-rendus',
  'formations-reprises',
  'documents',
  'demandes-donnees',
  'versions-criteres',
  'reglages',
  'journal',
] as const;
export type RegisterFile = (typeof REGISTER_FILES)[number];

/** A row: its values by the names of the columns. The last row of a slice is the key from which the next
 *  slice continues. */
export type RegisterRow = Readonly<Record<string, string | number | null>>;

/** Reads a slice of such rows, in the order of their key. */
export interface RegisterExportReader {
  readRegisterSlice(file: RegisterFile, slice: Slice<RegisterRow>): Promise<readonly RegisterRow[]>;
}

export interface FileReaders
  extends UploadReader,
    ImportReader,
    ImportLogReader,
    ExportReader,
    RegisterExportReader {}
