import { type Context, Hono } from 'hono';
import type { ContestCaseFile } from '../../../../application/contests.ts';
import { may } from '../../../../domain/access/may.ts';
import { toSeen } from '../../../../domain/confirmation/confirm.ts';
import { isOpen } from '../../../../domain/contest/contest.ts';
import { contestLine, contestView } from '../../contests/contest-view.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school-context.ts';
import { SchoolContestPage, SchoolContestsPage } from './school-contest-page.tsx';

const PAGE_SIZE = 50;

/** `/school/{uai}/contests`: the principal reads contests, and may lift one; the DANE reads them. */
export function schoolContestRoutes(deps: AppDeps) {
  const { services } = deps;
  const read = schoolGuards(deps, 'read-motive');
  return new Hono<AppEnv>()
    .get('/school/:uai/contests', ...read, async (c) => {
      const school = await services.readSchool(requiredUaiOf(c));
      const wording = wordingOf(c, deps);
      const { establishment } = school;
      const open = c.req.query('over') === undefined;
      const asked = school.contests.filter((contest) => isOpen(contest) === open);
      // Where no contest has this id, the list starts at its beginning.
      const start = asked.findIndex(({ id }) => id === c.req.query('after')) + 1;
      const shown = asked.slice(start, start + PAGE_SIZE);
      const lines = shown.flatMap((contest) => {
        const person = school.people.find(({ id }) => id === contest.personId);
        return person
          ? contestLine(
              { contest, engagements: [], confirmers: [], person, establishment },
              wording,
              'others',
            )
          : [];
      });
      const next = asked.length > start + PAGE_SIZE ? shown.at(-1)?.id : undefined;
      const frame = workspaceFrame(c, deps, 'school');
      const props = { school: placeOf(c, school), lines, open, next };
      return answerPage(c, frame, <SchoolContestsPage {...props} />);
    })
    .get('/school/:uai/contests/:id', ...read, async (c) => {
      const uai = requiredUaiOf(c);
      const file = await services.readContest(c.req.param('id'));
      if (file?.contest.uai !== uai) return answerError(c, deps, { kind: 'not-found', status: 404 });
      const props = {
        school: placeOf(c, file),
        view: contestView(file, wordingOf(c, deps), 'others'),
        lift: liftOf(c, file),
      };
      return answerPage(c, workspaceFrame(c, deps, 'school'), <SchoolContestPage {...props} />);
    });
}

/** The contested segment, where the viewer may confirm it after all. */
function liftOf(c: Context<AppEnv>, { contest, engagements }: ContestCaseFile) {
  const engagement = engagements.find(({ reference }) => reference === contest.engagementReference);
  const subject = { kind: 'engagement' as const, personId: contest.personId, uai: contest.uai };
  if (!engagement || !isOpen(contest) || !may(c.var.signedIn.actor, 'confirm-engagement', subject)) {
    return undefined;
  }
  return { reference: engagement.reference, seen: toSeen(engagement) };
}
