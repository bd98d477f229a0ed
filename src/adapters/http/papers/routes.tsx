import { type Context, Hono } from 'hono';
import { parsePaperId } from '../../../domain/paper/paper.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { answerPage, frameOf } from '../shell/page-answer.tsx';
import { PaperPage } from './paper-page.tsx';

/** `/papers/{id}`: public, and known only to whoever holds the paper. An unknown one is answered as any address that is
 *  not there. */
export function publicPaperRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().get('/papers/:id', async (c: Context<AppEnv>) => {
    const id = parsePaperId(c.req.param('id') ?? '');
    const confirmed = id && (await deps.services.confirmPaper(id));
    if (!confirmed) return c.notFound();
    const { framework } = deps.ports.catalogue;
    return answerPage(c, frameOf(c, deps), <PaperPage confirmed={confirmed} framework={framework} />);
  });
}
