import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { badgeEndorsementRoutes } from './badges/endorsement-routes.tsx';
import { campaignListRoutes } from './campaigns/campaign-list-routes.tsx';
import { campaignRoutes } from './campaigns/campaign-routes.tsx';
import { daneClassProjectRoutes } from './class-projects/project-routes.tsx';
import { daneConfirmationRoutes } from './confirmations/confirmation-routes.tsx';
import { daneContestRoutes } from './contests/contest-routes.tsx';
import { contributionPages } from './contributions.tsx';
import { correctionRoutes } from './corrections/correction-routes.tsx';
import { coverageRoutes } from './coverage/coverage-routes.tsx';
import { revocationRoutes } from './credentials/revocation-routes.tsx';
import { manyRevocationsRoutes } from './credentials/revocations-routes.tsx';
import { suspensionRoutes } from './credentials/suspension-routes.tsx';
import { criteriaRoutes } from './criteria/criteria-routes.tsx';
import { decisionRoutes } from './decisions/decision-routes.tsx';
import { attendanceRoutes } from './events/event-attendance-routes.tsx';
import { eventRoutes } from './events/event-routes.tsx';
import { rollCallRoutes } from './events/roll-call-routes.tsx';
import { exportRoutes } from './exports/export-routes.tsx';
import { homePages } from './home.tsx';
import { columnRoutes } from './imports/column-routes.tsx';
import { importRoutes } from './imports/import-routes.tsx';
import { pastImportRoutes } from './imports/past-import-routes.tsx';
import { templateRoutes } from './imports/template-routes.tsx';
import { invitationRoutes } from './invitations/invitation-routes.tsx';
import { presenceRoutes } from './invitations/presence-routes.tsx';
import { jobRoutes } from './jobs/job-routes.tsx';
import { daneMeetingRoutes } from './meetings/meeting-routes.tsx';
import { peoplePages } from './people/people.tsx';
import { daneProposalPages } from './proposals.tsx';
import { dataRequestPages } from './requests.tsx';
import { retentionPages } from './retention.tsx';
import { settingsRoutes } from './settings/settings-routes.tsx';
import { tokenRoutes } from './settings/token-routes.tsx';
import { daneSupportRoutes } from './support/support-routes.tsx';
import { schoolSuggestions } from './uai-filter.ts';
import { wishPages } from './wishes.tsx';

/** The DANE's space. */
export function daneRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', homePages(deps).routes)
    .route('/', decisionRoutes(deps))
    .route('/', correctionRoutes(deps))
    .route('/', coverageRoutes(deps))
    .route('/', campaignRoutes(deps))
    .route('/', campaignListRoutes(deps))
    .route('/', daneConfirmationRoutes(deps))
    .route('/', daneContestRoutes(deps))
    .route('/', daneSupportRoutes(deps))
    .route('/', daneClassProjectRoutes(deps))
    .route('/', daneMeetingRoutes(deps))
    .route('/', peoplePages(deps).routes)
    .route('/', contributionPages(deps).routes)
    .route('/', daneProposalPages(deps).routes)
    .route('/', dataRequestPages(deps).routes)
    .route('/', retentionPages(deps).routes)
    .route('/', revocationRoutes(deps))
    .route('/', suspensionRoutes(deps))
    .route('/', manyRevocationsRoutes(deps))
    .route('/', criteriaRoutes(deps))
    .route('/', badgeEndorsementRoutes(deps))
    .route('/', jobRoutes(deps))
    .route('/', pastImportRoutes(deps))
    .route('/', importRoutes(deps))
    .route('/', columnRoutes(deps))
    .route('/', templateRoutes(deps))
    .route('/', eventRoutes(deps))
    .route('/', attendanceRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', presenceRoutes(deps))
    .route('/', rollCallRoutes(deps))
    .route('/', wishPages(deps).routes)
    .route('/', exportRoutes(deps))
    .route('/', schoolSuggestions(deps).routes)
    .route('/', settingsRoutes(deps))
    .route('/', tokenRoutes(deps));
}
