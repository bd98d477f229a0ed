import { Hono } from 'hono';
import { waitsFor } from '../../../domain/event/school-meeting.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { answerPage } from '../shell/page-answer.tsx';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { actionRoutes } from './actions/action-routes.tsx';
import { procedureRoutes } from './actions/procedure-routes.tsx';
import { schoolBadgeRoutes } from './badge/badge-routes.tsx';
import { carryRoutes } from './carry-over/carry-routes.tsx';
import { confirmationRoutes } from './confirmations/confirmation-routes.tsx';
import { schoolContestRoutes } from './contests/contest-routes.tsx';
import { meansPages } from './means.tsx';
import { schoolMeetingRoutes } from './meetings/meeting-routes.tsx';
import { missionRoutes } from './mission-proposals/mission-routes.tsx';
import { sharingRoutes } from './mission-sharing/mission-sharing-routes.tsx';
import { OverviewPage } from './overview-page.tsx';
import { overviewView } from './overview-view.ts';
import { paperRoutes } from './papers/paper-routes.tsx';
import { schoolChangeRoutes } from './people/change-routes.tsx';
import { memberRoutes } from './people/member-routes.tsx';
import { projectRoutes } from './projects/project-routes.tsx';
import { reviewRoutes } from './reviews/review-routes.tsx';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from './school-context.ts';
import { splitAskedOf } from './split/split-asked.ts';
import { schoolSupportRoutes } from './support/support-routes.tsx';
import { yearRoutes } from './year/year-routes.tsx';

/** `/school/{uai}` and all pages under it: the principal's space. */
export function schoolRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .get('/school/:uai', ...schoolGuards(deps, 'read-establishment'), async (c) => {
      const uai = requiredUaiOf(c);
      const [school, awards, proposals, missionProposals, requests, meetings] = await Promise.all([
        deps.services.readSchool(uai),
        deps.ports.store.readAwardsOf([{ kind: 'establishment', uai }]),
        deps.ports.store.readEngagementProposalsAt(uai),
        deps.ports.store.readMissionProposalsAt(uai),
        deps.ports.store.readSupportRequestsAt(uai),
        deps.ports.store.readSchoolMeetingsAt(uai),
      ]);
      const meeting = meetings.find((one) => waitsFor(one, 'principal'))?.id;
      const support = requests.filter(({ state }) => state === 'open').length;
      const place = { ...placeOf(c, school), years: school.schoolYears };
      const frame = workspaceFrame(c, deps, 'school');
      const looking = { viewer: c.var.signedIn.actor.personId, mayKeep: place.mayKeep, awards, proposals };
      const asked = splitAskedOf(c, school.today);
      const named = await deps.ports.store.readPeople(missionProposals.map(({ personId }) => personId));
      const around = { looking, missions: { proposals: missionProposals, named } };
      const view = overviewView(school, asked, { ...around, wording: wordingOf(c, deps) });
      return answerPage(
        c,
        frame,
        <OverviewPage school={place} view={view} support={support} meeting={meeting} />,
      );
    })
    .route('/', confirmationRoutes(deps))
    .route('/', memberRoutes(deps))
    .route('/', sharingRoutes(deps))
    .route('/', schoolChangeRoutes(deps))
    .route('/', schoolContestRoutes(deps))
    .route('/', reviewRoutes(deps))
    .route('/', actionRoutes(deps))
    .route('/', procedureRoutes(deps))
    .route('/', meansPages(deps).routes)
    .route('/', projectRoutes(deps))
    .route('/', missionRoutes(deps))
    .route('/', carryRoutes(deps))
    .route('/', yearRoutes(deps))
    .route('/', schoolSupportRoutes(deps))
    .route('/', schoolMeetingRoutes(deps))
    .route('/', paperRoutes(deps))
    .route('/', schoolBadgeRoutes(deps));
}
