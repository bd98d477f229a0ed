import { type Context, Hono } from 'hono';
import { parsePaperId } from '../../../domain/paper/paper.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { answerPage, frameOf } from '../shell/page-answer.tsx';
import { PaperPage } from './paper-page.tsx';

/** `/papers/{id}`: public, but its address stands only on the paper. An unknown id is answered like any
 *  missing address. */
export function publicPaperRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().get('/papers/:id', async (c: Context<AppEnv>) => {
    const id = parsePaperId(c.req.param('id') ?? '');
    const confirmed = id && (await deps.services.confirmPaper(id));
    if (!confirmed) return c.notFound();
    const { framework } = deps.ports.catalogue;
    return answerPage(c, frameOf(c, deps), <PaperPage confirmed={confirmed} framework={framework} />);
  });
}
