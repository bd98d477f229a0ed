import { Hono } from 'hono';
import { campaignPages } from '../../../features/campaigns/dane.tsx';
import { daneClassProjectPages } from '../../../features/class-projects/dane.tsx';
import { daneContestPages } from '../../../features/contests/dane.tsx';
import { dataRequestPages } from '../../../features/data-requests/dane.tsx';
import { daneDirectoryPages } from '../../../features/directory/dane.tsx';
import { daneInvitationPages } from '../../../features/invitations/dane.tsx';
import { daneMeetingPages } from '../../../features/meetings/dane.tsx';
import { messagePages } from '../../../features/messages/dane.tsx';
import { daneSupportPages } from '../../../features/support/dane.tsx';
import { wishPages } from '../../../features/wished-trainings/dane.tsx';
import { daneYearlyReportPages } from '../../../features/yearly-reports/dane.tsx';
import { daneEndorsementPages } from '../../../standards/achievement-endorsements/dane.tsx';
import { daneConfirmationPages } from '../confirmations/dane.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { daneEventPages } from '../events/dane.tsx';
import { auditPages } from './audit.tsx';
import { badgePages } from './badges/list.tsx';
import { contributionPages } from './contributions.tsx';
import { coveragePages } from './coverage/pages.tsx';
import { credentialPages } from './credentials/pages.tsx';
import { pendingAcceptancePages } from './credentials/pending-acceptances.tsx';
import { revocationsPages } from './credentials/revocations.tsx';
import { criteriaPages } from './criteria/pages.tsx';
import { decisionPages } from './decisions/pages.tsx';
import { scheduledDecisionPages } from './decisions/scheduled.tsx';
import { exportPages } from './exports/pages.tsx';
import { homePages } from './home.tsx';
import { columnPages } from './imports/columns.tsx';
import { pastImportPages } from './imports/history.tsx';
import { importPages } from './imports/pages.tsx';
import { templatePages } from './imports/templates.tsx';
import { jobPages } from './jobs/pages.tsx';
import { newYearPages } from './new-year.tsx';
import { peoplePages } from './people/pages.tsx';
import { daneProposalPages } from './proposals.tsx';
import { reissuingPages } from './reissue.tsx';
import { retentionPages } from './retention.tsx';
import { schoolSuggestions } from './school-filter.ts';
import { schoolPages } from './schools/pages.tsx';
import { doctorPages } from './settings/doctor.tsx';
import { settingsPages } from './settings/pages.tsx';
import { tokenPages } from './settings/tokens.tsx';

/** The DANE's space. */
export function daneRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', homePages(deps).routes)
    .route('/', scheduledDecisionPages(deps).routes)
    .route('/', decisionPages(deps).routes)
    .route('/', reissuingPages(deps).routes)
    .route('/', coveragePages(deps).routes)
    .route('/', newYearPages(deps).routes)
    .route('/', campaignPages(deps).routes)
    .route('/', daneConfirmationPages(deps).routes)
    .route('/', daneContestPages(deps).routes)
    .route('/', daneSupportPages(deps).routes)
    .route('/', daneClassProjectPages(deps).routes)
    .route('/', daneMeetingPages(deps).routes)
    .route('/', peoplePages(deps).routes)
    .route('/', daneDirectoryPages(deps).routes)
    .route('/', messagePages(deps).routes)
    .route('/', contributionPages(deps).routes)
    .route('/', daneProposalPages(deps).routes)
    .route('/', dataRequestPages(deps).routes)
    .route('/', retentionPages(deps).routes)
    .route('/', doctorPages(deps).routes)
    .route('/', pendingAcceptancePages(deps).routes)
    .route('/', credentialPages(deps).routes)
    .route('/', revocationsPages(deps).routes)
    .route('/', criteriaPages(deps).routes)
    .route('/', badgePages(deps).routes)
    .route('/', daneEndorsementPages(deps).routes)
    .route('/', jobPages(deps).routes)
    .route('/', pastImportPages(deps).routes)
    .route('/', importPages(deps).routes)
    .route('/', columnPages(deps).routes)
    .route('/', templatePages(deps).routes)
    .route('/', daneEventPages(deps).routes)
    .route('/', daneInvitationPages(deps).routes)
    .route('/', wishPages(deps).routes)
    .route('/', daneYearlyReportPages(deps).routes)
    .route('/', exportPages(deps).routes)
    .route('/', schoolSuggestions(deps).routes)
    .route('/', schoolPages(deps).routes)
    .route('/', auditPages(deps).routes)
    .route('/', settingsPages(deps).routes)
    .route('/', tokenPages(deps).routes);
}
