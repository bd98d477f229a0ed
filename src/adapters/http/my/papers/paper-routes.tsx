import { type Context, Hono } from 'hono';
import { partsOf } from '../../../../application/papers/paper-content.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { answerPaper } from '../../papers/answer-paper.ts';
import { parsePaperFile } from '../../papers/paper-file.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { MyPapersPage } from './papers-page.tsx';

const NEWEST = 100;

/** `/my/documents`: the papers about the person, with the facts of the day when they were made. */
export function documentRoutes(deps: AppDeps) {
  const { store } = deps.ports;
  const own = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const paperOf = async (c: Context<AppEnv>) => {
    const asked = parsePaperFile(c.req.param('file') ?? '');
    const paper = asked && (await store.readPaper(asked.id));
    return paper && { paper, part: asked.part };
  };
  const ofOwner = requireMay(deps, 'keep-own-record', async (c) => {
    const found = await paperOf(c);
    return found?.paper.personId && { kind: 'person', personId: found.paper.personId };
  });
  return new Hono<AppEnv>()
    .get('/my/documents', ...own, async (c) => {
      const papers = await store.readPapersAbout(c.var.signedIn.actor.personId, NEWEST);
      const views = papers.map(({ id, kind, facts, schoolYear, madeAt }) => ({
        ...{ id, kind, schoolYear, madeAt },
        school: facts.establishment.name,
        parts: partsOf({ facts }),
      }));
      return answerPage(c, workspaceFrame(c, deps, 'my'), <MyPapersPage papers={views} />);
    })
    .get('/my/documents/:file{[A-Za-z0-9_-]+\\.pdf}', requireSignedIn(deps), ofOwner, async (c) => {
      const found = await paperOf(c);
      if (!found) throw new DomainError('not-found');
      return answerPaper(c, deps, found);
    });
}
