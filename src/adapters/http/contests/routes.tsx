import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { ContestCaseFile } from '../../../application/contests/read-contest.ts';
import { type Action, may, type Subject } from '../../../domain/access/may.ts';
import { toSeen } from '../../../domain/engagement/confirm.ts';
import { isOpen } from '../../../domain/engagement/contest.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school/school-context.ts';
import { EMPTY_FORM, type FormState } from '../shell/fields.tsx';
import { requiredText } from '../shell/form.ts';
import { answerError, answerPage } from '../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../shell/take-form.ts';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { contestLine, contestView } from './contest-view.ts';
import { daneContestRoutes } from './dane-routes.tsx';
import { ANSWER_LENGTH, MyContestPage, MyContestsPage } from './my-contest-page.tsx';
import { SchoolContestPage, SchoolContestsPage } from './school-contest-page.tsx';

/** The contest procedure (docs/rules.md, Contests), from each party's side. */
export function contestRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', myContestRoutes(deps))
    .route('/', schoolContestRoutes(deps))
    .route('/', daneContestRoutes(deps));
}

const answerForm = z.object({ answer: requiredText(ANSWER_LENGTH) });

/** `/my/contests`: the teacher reads and answers. */
function myContestRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const own = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const subjectOf = async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const contest = await ports.store.readContest(c.req.param('id') ?? '');
    return contest && { kind: 'engagement', personId: contest.personId, uai: contest.uai };
  };
  const guards = (action: Action) => [requireSignedIn(deps), requireMay(deps, action, subjectOf)] as const;
  const show = async (c: Context<AppEnv>, sent?: SentForm) => {
    const file = await services.readContest(c.req.param('id') ?? '');
    if (!file) return answerError(c, deps, { kind: 'not-found', status: 404 });
    const form = sent ?? answered(file);
    const view = contestView(file, wordingOf(c, deps));
    const page = <MyContestPage view={view} form={form} />;
    return answerPage(c, workspaceFrame(c, deps, 'my'), page, sent?.status);
  };
  return new Hono<AppEnv>()
    .get('/my/contests', ...own, async (c) => {
      const files = await services.readOwnContests(c.var.signedIn.actor.personId);
      const wording = wordingOf(c, deps);
      const lines = files.map((file) => contestLine(file, wording));
      return answerPage(c, workspaceFrame(c, deps, 'my'), <MyContestsPage lines={lines} />);
    })
    .get('/my/contests/:id', ...guards('answer-contest'), (c) => show(c))
    .post(
      '/my/contests/:id',
      ...guards('answer-contest'),
      takeForm(deps, {
        schema: answerForm,
        show,
        act: async (c, { answer }) => {
          const id = c.req.param('id') ?? '';
          await services.answerContest({ id, answer, by: c.var.signedIn.actor.personId });
          return afterDoing('contest-answered', `/my/contests/${id}`);
        },
      }),
    );
}

/** The present answer, to be changed. */
function answered({ contest: { answer } }: ContestCaseFile): FormState {
  return answer === undefined ? EMPTY_FORM : { values: { answer: [answer] }, faults: {} };
}

const PAGE_SIZE = 50;

/** `/school/{uai}/contests`: the principal reads contests and may lift one; the DANE reads them. */
function schoolContestRoutes(deps: AppDeps) {
  const { services } = deps;
  const read = schoolGuards(deps, 'read-motive');
  return new Hono<AppEnv>()
    .get('/school/:uai/contests', ...read, async (c) => {
      const school = await services.readSchool(requiredUaiOf(c));
      const wording = wordingOf(c, deps);
      const { establishment } = school;
      const open = c.req.query('over') === undefined;
      const asked = school.contests.filter((contest) => isOpen(contest) === open);
      // Where `after` names no contest, the list begins at its first one.
      const start = asked.findIndex(({ id }) => id === c.req.query('after')) + 1;
      const shown = asked.slice(start, start + PAGE_SIZE);
      const lines = shown.flatMap((contest) => {
        const person = school.people.find(({ id }) => id === contest.personId);
        return person
          ? contestLine({ contest, engagements: [], confirmers: [], person, establishment }, wording)
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
        view: contestView(file, wordingOf(c, deps)),
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
