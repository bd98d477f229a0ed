import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { badgeEndorsementRoutes } from './badges/endorsement-routes.tsx';
import { campaignListRoutes } from './campaigns/campaign-list-routes.tsx';
import { campaignRoutes } from './campaigns/campaign-routes.tsx';
import { daneClassProjectRoutes } from './class-projects/project-routes.tsx';
import { daneConfirmationRoutes } from './confirmations/confirmation-routes.tsx';
import { daneContestRoutes } from './contests/contest-routes.tsx';
import { contributionQueueRoutes } from './contributions/contribution-routes.tsx';
import { correctionRoutes } from './corrections/correction-routes.tsx';
import { coverageRoutes } from './coverage/coverage-routes.tsx';
import { revocationRoutes } from './credentials/revocation-routes.tsx';
import { manyRevocationsRoutes } from './credentials/revocations-routes.tsx';
import { suspensionRoutes } from './credentials/suspension-routes.tsx';
import { criteriaPages } from './criteria/criteria.tsx';
import { decisionPages } from './decisions/decisions.tsx';
import { attendanceRoutes } from './events/event-attendance-routes.tsx';
import { eventRoutes } from './events/event-routes.tsx';
import { rollCallRoutes } from './events/roll-call-routes.tsx';
import { exportRoutes } from './exports/export-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { columnRoutes } from './imports/column-routes.tsx';
import { importRoutes } from './imports/import-routes.tsx';
import { pastImportRoutes } from './imports/past-import-routes.tsx';
import { templateRoutes } from './imports/template-routes.tsx';
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
import { dataRequestRoutes } from './requests/data-request-routes.tsx';
import { retentionRoutes } from './requests/retention-routes.tsx';
import { schoolSuggestionRoutes } from './school-suggestions.ts';
import { settingsRoutes } from './settings/settings-routes.tsx';
import { tokenRoutes } from './settings/token-routes.tsx';
import { daneSupportRoutes } from './support/support-routes.tsx';
import { wishRoutes } from './wishes/wish-routes.tsx';

/** The DANE's space. */
export function daneRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', homeRoutes(deps))
    .route('/', decisionPages(deps).routes)
    .route('/', correctionRoutes(deps))
    .route('/', coverageRoutes(deps))
    .route('/', campaignRoutes(deps))
    .route('/', campaignListRoutes(deps))
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
    .route('/', revocationRoutes(deps))
    .route('/', suspensionRoutes(deps))
    .route('/', manyRevocationsRoutes(deps))
    .route('/', criteriaPages(deps).routes)
    .route('/', badgeEndorsementRoutes(deps))
    .route('/', jobPages(deps).routes)
    .route('/', pastImportRoutes(deps))
    .route('/', importRoutes(deps))
    .route('/', columnRoutes(deps))
    .route('/', templateRoutes(deps))
    .route('/', eventRoutes(deps))
    .route('/', attendanceRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', presenceRoutes(deps))
    .route('/', rollCallRoutes(deps))
    .route('/', wishRoutes(deps))
    .route('/', exportRoutes(deps))
    .route('/', schoolSuggestionRoutes(deps))
    .route('/', settingsRoutes(deps))
    .route('/', tokenRoutes(deps));
}
