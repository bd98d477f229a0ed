import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { ServicesPage } from './services-page.tsx';

/** `/my/data/services`: the services that may act in the person's name; the person can end this. */
export function serviceRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/my/data/services', ...guards, async (c) => {
      const grants = await services.readOwnGrants(c.var.signedIn.actor.personId);
      return answerPage(c, workspaceFrame(c, deps, 'my'), <ServicesPage grants={grants} />);
    })
    .post('/my/data/services/:id/end', ...guards, async (c) => {
      await services.endOwnGrant(c.var.signedIn.actor.personId, c.req.param('id'));
      return c.redirect(afterDoing('host-access-ended', '/my/data/services'), 303);
    });
}
