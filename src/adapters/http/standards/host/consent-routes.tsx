import { type Context, Hono } from 'hono';
import { declineAccess } from '../../../../application/host/authorise.ts';
import { OAUTH_PATHS } from '../../../../openbadges/service-description.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { readSent } from '../../shell/read-sent.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { ConsentPage, FaultyRequestPage, UnknownRequestPage } from './consent-page.tsx';

/** `/oauth/authorize`: a person decides whether a client may act in their name. They sign in first. Nobody is
 *  sent to a client or an address that is not registered. Since anybody may register, a faulty request leads
 *  to its client only by a link that names it, and by no redirect (RFC 9700 §4.11.2). */
export function consentRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const answerUnknown = (c: Context<AppEnv>) =>
    answerPage(c, workspaceFrame(c, deps), <UnknownRequestPage />, 400);
  const answerFaulty = (c: Context<AppEnv>, to: string) =>
    answerPage(c, workspaceFrame(c, deps), <FaultyRequestPage to={to} />, 400);
  return new Hono<AppEnv>()
    .get(OAUTH_PATHS.authorize, ...guards, async (c) => {
      const request = new URL(c.req.url).search.slice(1);
      const asked = await services.readAskedAccess(new URLSearchParams(request));
      if (asked.kind === 'unknown') return answerUnknown(c);
      if (asked.kind === 'refused') return answerFaulty(c, asked.to);
      // A browser also applies the policy `form-action` to the redirect after the form.
      c.set('formTarget', new URL(asked.redirectUri).origin);
      const page = <ConsentPage client={asked.client} scopes={asked.scopes} request={request} />;
      return answerPage(c, workspaceFrame(c, deps), page);
    })
    .post(OAUTH_PATHS.authorize, ...guards, async (c) => {
      const form = await readSent(c);
      const asked = await services.readAskedAccess(new URLSearchParams(String(form.get('request') ?? '')));
      if (asked.kind === 'unknown') return answerUnknown(c);
      if (asked.kind === 'refused') return answerFaulty(c, asked.to);
      const isAllowed = form.get('decision') === 'allow';
      const { personId } = c.var.signedIn.actor;
      return c.redirect(isAllowed ? await services.grantAccess(asked, personId) : declineAccess(asked), 303);
    });
}
