import { type Context, Hono } from 'hono';
import { DomainError } from '../../../../domain/errors.ts';
import { parsePaperId } from '../../../../domain/paper/paper.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { answerPaper } from '../../papers/answer-paper.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { MyPapersPage } from './papers-page.tsx';

const NEWEST = 100;

/** `/my/documents`: the papers about the person, who reads them as they were made. */
export function documentRoutes(deps: AppDeps) {
  const { store } = deps.ports;
  const own = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const paperOf = async (c: Context<AppEnv>) => {
    const id = parsePaperId((c.req.param('file') ?? '').replace(/\.pdf$/, ''));
    return id && (await store.readPaper(id));
  };
  const ofOwner = requireMay(deps, 'keep-own-record', async (c) => {
    const paper = await paperOf(c);
    return paper?.personId && { kind: 'person', personId: paper.personId };
  });
  return new Hono<AppEnv>()
    .get('/my/documents', ...own, async (c) => {
      const papers = await store.readPapersAbout(c.var.signedIn.actor.personId, NEWEST);
      const views = papers.map(({ id, kind, facts, schoolYear, madeAt }) => ({
        ...{ id, kind, schoolYear, madeAt },
        school: facts.establishment.name,
      }));
      return answerPage(c, workspaceFrame(c, deps, 'my'), <MyPapersPage papers={views} />);
    })
    .get('/my/documents/:file{[A-Za-z0-9_-]+\\.pdf}', requireSignedIn(deps), ofOwner, async (c) => {
      const paper = await paperOf(c);
      if (!paper) throw new DomainError('not-found');
      return answerPaper(c, deps, paper);
    });
}
