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
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** Reads every record for an export, one slice at a time, in the order of its key. Records of erased people
 *  are left out. */
export interface ExportReader {
  readEstablishmentSlice(slice: Slice<Uai>): Promise<readonly Establishment[]>;
  readPersonSlice(slice: Slice<PersonId>): Promise<readonly Person[]>;
  readEventSlice(slice: Slice<string>): Promise<readonly Event[]>;
  readAuthorisationSlice(slice: Slice<Authorisation>): Promise<readonly Authorisation[]>;
  readEngagementSlice(slice: Slice<string>): Promise<readonly Engagement[]>;
  readAttendanceSlice(slice: Slice<Attendance>): Promise<readonly Attendance[]>;
  readReviewSlice(slice: Slice<ProgressReview>): Promise<readonly ProgressReview[]>;
  readContributionSlice(slice: Slice<string>): Promise<readonly Contribution[]>;
}
