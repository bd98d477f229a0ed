import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Action, Subject } from '../../../../domain/access/may.ts';
import { contestLine, contestView } from '../../contests/contest-view.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { wordingOf } from '../../school/school-context.ts';
import { requiredText } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type SentForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { ANSWER_LENGTH, MyContestPage, MyContestsPage } from './my-contest-page.tsx';

const answerForm = z.object({ answer: requiredText(ANSWER_LENGTH) });

/** `/my/contests`: the teacher reads and answers. */
export function myContestRoutes(deps: AppDeps) {
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
    // The form begins with the recorded answer, which may be changed.
    const { answer } = file.contest;
    const form = formOver(answer === undefined ? {} : { answer: [answer] }, sent);
    const view = contestView(file, wordingOf(c, deps), 'teacher');
    const page = <MyContestPage view={view} form={form} />;
    return answerPage(c, workspaceFrame(c, deps, 'my'), page, sent?.status);
  };
  return new Hono<AppEnv>()
    .get('/my/contests', ...own, async (c) => {
      const files = await services.readOwnContests(c.var.signedIn.actor.personId);
      const wording = wordingOf(c, deps);
      const lines = files.map((file) => contestLine(file, wording, 'teacher'));
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
