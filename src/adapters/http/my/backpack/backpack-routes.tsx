import { type Context, Hono } from 'hono';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { BackpackPage } from './backpack-page.tsx';
import { backpackView } from './backpack-view.ts';
import { fileOf } from './held-file.ts';
import { keepBadge, readBroughtBadge } from './keep-badge.ts';

const PATH = '/my/badges/elsewhere';

/** `/my/badges/elsewhere`: the badges that a person keeps here from elsewhere. */
export function backpackRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const show = async (c: Context<AppEnv>, sent?: SentForm) => {
    const held = await ports.store.readHeldBadges(c.var.signedIn.actor.personId);
    const view = backpackView(held, c.var.locale);
    const page = <BackpackPage badges={view} form={sent ?? EMPTY_FORM} />;
    return answerPage(c, workspaceFrame(c, deps, 'my'), page, sent?.status);
  };
  const after = (done: Parameters<typeof afterDoing>[0]) => afterDoing(done, PATH);
  return new Hono<AppEnv>()
    .get(PATH, ...guards, (c) => show(c))
    .post(
      PATH,
      ...guards,
      takeForm(deps, { schema: readBroughtBadge, show, act: (c, sent) => keepBadge(c, deps, sent) }),
    )
    .get(`${PATH}/:id/file`, ...guards, async (c) => {
      const held = await services.readHeldBadge(c.var.signedIn.actor.personId, c.req.param('id'));
      const { name, type, body } = fileOf(held);
      const disposition = `attachment; filename="${name}"`;
      return c.body(body, 200, { 'Content-Type': type, 'Content-Disposition': disposition });
    })
    .post(`${PATH}/:id/check`, ...guards, async (c) => {
      await services.checkHeldBadge(c.var.signedIn.actor.personId, c.req.param('id'));
      return c.redirect(after('held-badge-checked'), 303);
    })
    .post(`${PATH}/:id/remove`, ...guards, async (c) => {
      await services.removeHeldBadge(c.var.signedIn.actor.personId, c.req.param('id'));
      return c.redirect(after('held-badge-removed'), 303);
    });
}
