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
import { campaignListRoutes } from './campaigns/campaign-list-routes.tsx';
import { campaignRoutes } from './campaigns/campaign-routes.tsx';
import { contributionQueueRoutes } from './contributions/contribution-routes.tsx';
import { correctionRoutes } from './corrections/correction-routes.tsx';
import { coverageRoutes } from './coverage/coverage-routes.tsx';
import { revocationRoutes } from './credentials/revocation-routes.tsx';
import { manyRevocationsRoutes } from './credentials/revocations-routes.tsx';
import { suspensionRoutes } from './credentials/suspension-routes.tsx';
import { criteriaRoutes } from './criteria/criteria-routes.tsx';
import { decisionRoutes } from './decisions/decision-routes.tsx';
import { exportRoutes } from './exports/export-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { columnRoutes } from './imports/column-routes.tsx';
import { importRoutes } from './imports/import-routes.tsx';
import { pastImportRoutes } from './imports/past-import-routes.tsx';
import { templateRoutes } from './imports/template-routes.tsx';
import { jobRoutes } from './jobs/job-routes.tsx';
import { awardRoutes } from './people/award-routes.tsx';
import { doubtRoutes } from './people/doubt-routes.tsx';
import { personEngagementRoutes } from './people/engagement-routes.tsx';
import { mergeRoutes } from './people/merge-routes.tsx';
import { peopleRoutes } from './people/people-routes.tsx';
import { personRecordRoutes } from './people/record-routes.tsx';
import { personRemovalRoutes } from './people/removal-routes.tsx';
import { daneProposalRoutes } from './proposals/proposal-routes.tsx';
import { dataRequestRoutes } from './requests/data-request-routes.tsx';
import { retentionRoutes } from './requests/retention-routes.tsx';
import { schoolSuggestionRoutes } from './school-suggestions.ts';
import { settingsRoutes } from './settings/settings-routes.tsx';
import { tokenRoutes } from './settings/token-routes.tsx';
import { wishRoutes } from './wishes/wish-routes.tsx';

/** The DANE's space. */
export function daneRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', homeRoutes(deps))
    .route('/', decisionRoutes(deps))
    .route('/', correctionRoutes(deps))
    .route('/', coverageRoutes(deps))
    .route('/', campaignRoutes(deps))
    .route('/', campaignListRoutes(deps))
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
    .route('/', revocationRoutes(deps))
    .route('/', suspensionRoutes(deps))
    .route('/', manyRevocationsRoutes(deps))
    .route('/', criteriaRoutes(deps))
    .route('/', daneEndorsementPages(deps).routes)
    .route('/', jobRoutes(deps))
    .route('/', pastImportRoutes(deps))
    .route('/', importRoutes(deps))
    .route('/', columnRoutes(deps))
    .route('/', templateRoutes(deps))
    .route('/', daneEventPages(deps).routes)
    .route('/', daneInvitationPages(deps).routes)
    .route('/', wishRoutes(deps))
    .route('/', exportRoutes(deps))
    .route('/', schoolSuggestionRoutes(deps))
    .route('/', settingsRoutes(deps))
    .route('/', tokenRoutes(deps));
}
