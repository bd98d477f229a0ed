import type { PersonId } from '../../domain/ids.ts';
import type {
  Attendance,
  Authorisation,
  Contribution,
  Engagement,
  Establishment,
  Event,
  Person,
  ProgressReview,
} from '../../domain/records.ts';
import type { Period } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';

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
