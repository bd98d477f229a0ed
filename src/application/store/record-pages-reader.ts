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
