import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../../env.ts';
import { ownBadgeViews } from '../../my/badges/badges-view.ts';
import { progressView } from '../../my/badges/progress-view.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards } from '../school-context.ts';
import { SchoolBadgePage } from './badge-page.tsx';

/** `/school/{uai}/badge`: the school's own badge. It is accepted and shared on the same page as every other
 *  badge. */
export function schoolBadgeRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().get(
    '/school/:uai/badge',
    ...schoolGuards(deps, 'read-establishment'),
    async (c) => {
      const { locale } = c.var;
      const read = await deps.services.readSchoolBadges(requiredUaiOf(c));
      const school = placeOf(c, read);
      const chooses = school.mayKeep;
      const view = {
        on: read.on,
        schoolYear: read.schoolYear,
        own: ownBadgeViews(deps, read.awards, { locale, chooses }),
        progress: read.badges.map((one) => progressView(deps, one, { criteria: read.criteria, locale })),
      };
      const frame = workspaceFrame(c, deps, 'school');
      return answerPage(c, frame, <SchoolBadgePage school={school} view={view} />);
    },
  );
}
