import { Hono } from 'hono';
import { waitsFor } from '../../../domain/event/school-meeting.ts';
import { schoolConfirmationPages } from '../confirmations/confirmations-of-school.tsx';
import { schoolContestPages } from '../contests/contests-of-school.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { schoolMeetingPages } from '../meetings/meetings-of-school.tsx';
import { schoolMissionPages } from '../missions/missions-of-school.tsx';
import { sharingPages } from '../missions/sharing-of-school.tsx';
import { schoolPaperPages } from '../papers/papers-of-school.tsx';
import { answerPage } from '../shell/page-answer.tsx';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { schoolSupportPages } from '../support/support-of-school.tsx';
import { actionRoutes } from './actions/action-routes.tsx';
import { procedureRoutes } from './actions/procedure-routes.tsx';
import { schoolBadgeRoutes } from './badge/badge-routes.tsx';
import { carryRoutes } from './carry-over/carry-routes.tsx';
import { meansPages } from './means.tsx';
import { OverviewPage } from './overview-page.tsx';
import { overviewView } from './overview-view.ts';
import { schoolChangeRoutes } from './people/change-routes.tsx';
import { memberRoutes } from './people/member-routes.tsx';
import { projectRoutes } from './projects/project-routes.tsx';
import { reviewRoutes } from './reviews/review-routes.tsx';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from './school-context.ts';
import { splitAskedOf } from './split/split-asked.ts';
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
    .route('/', schoolConfirmationPages(deps).routes)
    .route('/', memberRoutes(deps))
    .route('/', sharingPages(deps).routes)
    .route('/', schoolChangeRoutes(deps))
    .route('/', schoolContestPages(deps).routes)
    .route('/', reviewRoutes(deps))
    .route('/', actionRoutes(deps))
    .route('/', procedureRoutes(deps))
    .route('/', meansPages(deps).routes)
    .route('/', projectRoutes(deps))
    .route('/', schoolMissionPages(deps).routes)
    .route('/', carryRoutes(deps))
    .route('/', yearRoutes(deps))
    .route('/', schoolSupportPages(deps).routes)
    .route('/', schoolMeetingPages(deps).routes)
    .route('/', schoolPaperPages(deps).routes)
    .route('/', schoolBadgeRoutes(deps));
}
