import { Hono } from 'hono';
import { daneClassProjectPages } from '../class-projects/class-projects-of-dane.tsx';
import { daneConfirmationPages } from '../confirmations/confirmations-of-dane.tsx';
import { daneContestPages } from '../contests/contests-of-dane.tsx';
import { daneEndorsementPages } from '../endorsements/endorsements-of-dane.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { daneEventPages } from '../events/events-of-dane.tsx';
import { daneInvitationPages } from '../invitations/invitations-of-dane.tsx';
import { daneMeetingPages } from '../meetings/meetings-of-dane.tsx';
import { daneSupportPages } from '../support/support-of-dane.tsx';
import { campaignPages } from './campaigns/campaigns.tsx';
import { contributionQueueRoutes } from './contributions/contribution-routes.tsx';
import { coveragePages } from './coverage/coverage.tsx';
import { credentialPages } from './credentials/credential.tsx';
import { revocationsPages } from './credentials/revocations.tsx';
import { criteriaPages } from './criteria/criteria.tsx';
import { decisionPages } from './decisions/decisions.tsx';
import { exportPages } from './exports/exports.tsx';
import { homeRoutes } from './home-routes.tsx';
import { columnPages } from './imports/columns.tsx';
import { importPages } from './imports/imports.tsx';
import { pastImportPages } from './imports/past-import.tsx';
import { templatePages } from './imports/templates.tsx';
import { jobPages } from './jobs/jobs.tsx';
import { awardRoutes } from './people/award-routes.tsx';
import { doubtRoutes } from './people/doubt-routes.tsx';
import { personEngagementRoutes } from './people/engagement-routes.tsx';
import { mergeRoutes } from './people/merge-routes.tsx';
import { peopleRoutes } from './people/people-routes.tsx';
import { personRecordRoutes } from './people/record-routes.tsx';
import { personRemovalRoutes } from './people/removal-routes.tsx';
import { daneProposalRoutes } from './proposals/proposal-routes.tsx';
import { reSigningPages } from './re-signing.tsx';
import { dataRequestRoutes } from './requests/data-request-routes.tsx';
import { retentionRoutes } from './requests/retention-routes.tsx';
import { schoolSuggestionRoutes } from './school-suggestions.ts';
import { settingsPages } from './settings/settings.tsx';
import { tokenPages } from './settings/tokens.tsx';
import { wishRoutes } from './wishes/wish-routes.tsx';

/** The DANE's space. */
export function daneRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', homeRoutes(deps))
    .route('/', decisionPages(deps).routes)
    .route('/', reSigningPages(deps).routes)
    .route('/', coveragePages(deps).routes)
    .route('/', campaignPages(deps).routes)
    .route('/', daneConfirmationPages(deps).routes)
    .route('/', daneContestPages(deps).routes)
    .route('/', daneSupportPages(deps).routes)
    .route('/', daneClassProjectPages(deps).routes)
    .route('/', daneMeetingPages(deps).routes)
    .route('/', doubtRoutes(deps))
    .route('/', mergeRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', awardRoutes(deps))
    .route('/', personEngagementRoutes(deps))
    .route('/', personRecordRoutes(deps))
    .route('/', personRemovalRoutes(deps))
    .route('/', contributionQueueRoutes(deps))
    .route('/', daneProposalRoutes(deps))
    .route('/', dataRequestRoutes(deps))
    .route('/', retentionRoutes(deps))
    .route('/', credentialPages(deps).routes)
    .route('/', revocationsPages(deps).routes)
    .route('/', criteriaPages(deps).routes)
    .route('/', daneEndorsementPages(deps).routes)
    .route('/', jobPages(deps).routes)
    .route('/', pastImportPages(deps).routes)
    .route('/', importPages(deps).routes)
    .route('/', columnPages(deps).routes)
    .route('/', templatePages(deps).routes)
    .route('/', daneEventPages(deps).routes)
    .route('/', daneInvitationPages(deps).routes)
    .route('/', wishRoutes(deps))
    .route('/', exportPages(deps).routes)
    .route('/', schoolSuggestionRoutes(deps))
    .route('/', settingsPages(deps).routes)
    .route('/', tokenPages(deps).routes);
}
