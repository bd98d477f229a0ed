import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, takeForm } from '../../shell/take-form.ts';
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
    .post(
      '/dane/settings/tokens/revocation',
      ...guards,
      takeForm(deps, {
        schema: revoked,
        act: async (c, { id }) => {
          await services.revokeToken({ id, actor: c.var.signedIn.actor.personId });
          return afterDoing('token-revoked', '/dane/settings/tokens');
        },
      }),
    );
}
