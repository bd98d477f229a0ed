import { daneConfirmationPages } from '../confirmations/dane.tsx';
import type { AppDeps } from '../env.ts';
import { daneEventPages } from '../events/dane.tsx';
import { featurePages } from '../routing/feature-pages.ts';
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
  return featurePages('dane', deps)
    .route('/', homePages(deps).routes)
    .route('/', scheduledDecisionPages(deps).routes)
    .route('/', decisionPages(deps).routes)
    .route('/', reissuingPages(deps).routes)
    .route('/', coveragePages(deps).routes)
    .route('/', newYearPages(deps).routes)
    .route('/', daneConfirmationPages(deps).routes)
    .route('/', peoplePages(deps).routes)
    .route('/', contributionPages(deps).routes)
    .route('/', daneProposalPages(deps).routes)
    .route('/', retentionPages(deps).routes)
    .route('/', doctorPages(deps).routes)
    .route('/', pendingAcceptancePages(deps).routes)
    .route('/', credentialPages(deps).routes)
    .route('/', revocationsPages(deps).routes)
    .route('/', criteriaPages(deps).routes)
    .route('/', badgePages(deps).routes)
    .route('/', jobPages(deps).routes)
    .route('/', pastImportPages(deps).routes)
    .route('/', importPages(deps).routes)
    .route('/', columnPages(deps).routes)
    .route('/', templatePages(deps).routes)
    .route('/', daneEventPages(deps).routes)
    .route('/', exportPages(deps).routes)
    .route('/', schoolSuggestions(deps).routes)
    .route('/', schoolPages(deps).routes)
    .route('/', auditPages(deps).routes)
    .route('/', settingsPages(deps).routes)
    .route('/', tokenPages(deps).routes);
}
