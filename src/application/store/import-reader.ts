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

/** A school, with the days on which a person would hold a single role there. */
export interface SingleRoleClaim {
  readonly uai: Uai;
  readonly period: Period;
}

/** Reads the records needed to judge and decide a batch of lines. Every list may hold some hundreds of
 *  keys. */
export interface ImportReader {
  readEstablishments(uais: readonly Uai[]): Promise<readonly Establishment[]>;
  /** People who have or had one of these addresses, which are in lower case. */
  readPeopleByEmail(emails: readonly string[]): Promise<readonly Person[]>;
  readEngagements(references: readonly string[]): Promise<readonly Engagement[]>;
  /** Countable segments that hold a single role at one of these schools, on a day of the given period. They
   *  are searched for clashes. */
  readSingleRoleSegments(claims: readonly SingleRoleClaim[]): Promise<readonly Engagement[]>;
  readAuthorisations(uais: readonly Uai[]): Promise<readonly Authorisation[]>;
  readEvents(codes: readonly string[]): Promise<readonly Event[]>;
  readAttendances(personIds: readonly PersonId[]): Promise<readonly Attendance[]>;
  readReviews(personIds: readonly PersonId[]): Promise<readonly ProgressReview[]>;
  readContributions(references: readonly string[]): Promise<readonly Contribution[]>;
}
