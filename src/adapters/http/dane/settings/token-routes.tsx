import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { parseForm, requiredText } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { TokensPage } from './tokens-page.tsx';

const revoked = z.object({ id: requiredText(100) });

/** `/dane/settings/tokens`: the tokens of the API. They are made on the command line only, because a page
 *  must not show a secret that outlives its session. */
export function tokenRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'change-settings', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/settings/tokens', ...guards, async (c) => {
      const tokens = await services.listTokens();
      return answerPage(c, workspaceFrame(c, deps, 'dane'), <TokensPage tokens={tokens} />);
    })
    .post('/dane/settings/tokens/revocation', ...guards, async (c) => {
      const form = await parseForm(c, revoked);
      if (!form.ok) return answerError(c, deps, { kind: 'bad-request', status: 400 });
      await services.revokeToken({ id: form.value.id, actor: c.var.signedIn.actor.personId });
      const href = '/dane/settings/tokens?done=token-revoked';
      return c.redirect(href, 303);
    });
}
