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
import type { Page } from './page.ts';

/** Reads every record for an export, one page at a time, in the order of its key. Records of erased people
 *  are left out. */
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
