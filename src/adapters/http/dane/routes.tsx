import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { badgeEndorsementRoutes } from './badges/endorsement-routes.tsx';
import { campaignPages } from './campaigns/campaigns.tsx';
import { daneClassProjectRoutes } from './class-projects/project-routes.tsx';
import { daneConfirmationRoutes } from './confirmations/confirmation-routes.tsx';
import { daneContestRoutes } from './contests/contest-routes.tsx';
import { contributionQueueRoutes } from './contributions/contribution-routes.tsx';
import { coveragePages } from './coverage/coverage.tsx';
import { credentialPages } from './credentials/credential.tsx';
import { revocationsPages } from './credentials/revocations.tsx';
import { criteriaPages } from './criteria/criteria.tsx';
import { decisionPages } from './decisions/decisions.tsx';
import { attendanceRoutes } from './events/event-attendance-routes.tsx';
import { eventRoutes } from './events/event-routes.tsx';
import { rollCallRoutes } from './events/roll-call-routes.tsx';
import { exportPages } from './exports/exports.tsx';
import { homeRoutes } from './home-routes.tsx';
import { columnPages } from './imports/columns.tsx';
import { importPages } from './imports/imports.tsx';
import { pastImportPages } from './imports/past-import.tsx';
import { templatePages } from './imports/templates.tsx';
import { invitationRoutes } from './invitations/invitation-routes.tsx';
import { presenceRoutes } from './invitations/presence-routes.tsx';
import { jobPages } from './jobs/jobs.tsx';
import { daneMeetingRoutes } from './meetings/meeting-routes.tsx';
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
import { daneSupportRoutes } from './support/support-routes.tsx';
import { wishRoutes } from './wishes/wish-routes.tsx';

/** The DANE's space. */
export function daneRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', homeRoutes(deps))
    .route('/', decisionPages(deps).routes)
    .route('/', reSigningPages(deps).routes)
    .route('/', coveragePages(deps).routes)
    .route('/', campaignPages(deps).routes)
    .route('/', daneConfirmationRoutes(deps))
    .route('/', daneContestRoutes(deps))
    .route('/', daneSupportRoutes(deps))
    .route('/', daneClassProjectRoutes(deps))
    .route('/', daneMeetingRoutes(deps))
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
    .route('/', badgeEndorsementRoutes(deps))
    .route('/', jobPages(deps).routes)
    .route('/', pastImportPages(deps).routes)
    .route('/', importPages(deps).routes)
    .route('/', columnPages(deps).routes)
    .route('/', templatePages(deps).routes)
    .route('/', eventRoutes(deps))
    .route('/', attendanceRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', presenceRoutes(deps))
    .route('/', rollCallRoutes(deps))
    .route('/', wishRoutes(deps))
    .route('/', exportPages(deps).routes)
    .route('/', schoolSuggestionRoutes(deps))
    .route('/', settingsPages(deps).routes)
    .route('/', tokenPages(deps).routes);
}
