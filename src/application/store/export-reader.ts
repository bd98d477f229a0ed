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
  readEstablishmentSlice(page: Slice<Uai>): Promise<readonly Establishment[]>;
  readPersonSlice(page: Slice<PersonId>): Promise<readonly Person[]>;
  readEventSlice(page: Slice<string>): Promise<readonly Event[]>;
  readAuthorisationSlice(page: Slice<Authorisation>): Promise<readonly Authorisation[]>;
  readEngagementSlice(page: Slice<string>): Promise<readonly Engagement[]>;
  readAttendanceSlice(page: Slice<Attendance>): Promise<readonly Attendance[]>;
  readReviewSlice(page: Slice<ProgressReview>): Promise<readonly ProgressReview[]>;
  readContributionSlice(page: Slice<string>): Promise<readonly Contribution[]>;
}
