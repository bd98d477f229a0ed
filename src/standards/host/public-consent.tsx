import { type Context, Hono } from 'hono';
import { quotable } from '#open-badges/parsing';
import type { AppDeps, AppEnv } from '../../adapters/http/env.ts';
import { readSent } from '../../adapters/http/forms/read-body.ts';
import { Layout } from '../../adapters/http/layout/html-document.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { workspaceContext } from '../../adapters/http/layout/workspace-context.ts';
import { oneself, requireMay, requireSignedIn } from '../../adapters/http/middleware/require-session.ts';
import { answerPage } from '../../adapters/http/responses/page.tsx';
import { OAUTH_PATHS } from '../../issuing/service-description.ts';
import type { HostClient } from './feature.ts';
import { hostNameOf } from './feature-client-metadata.ts';
import type { Scope } from './feature-scopes.ts';

/** `/oauth/authorize`: a person decides whether a client may act in their name. They sign in first. No one is
 *  sent to a client or an address that is not registered. Since anybody may register, a faulty request leads
 *  to its client only by a link that names it, and by no redirect (RFC 9700 §4.11.2). */
export function consentPages(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const answerUnknown = (c: Context<AppEnv>) =>
    answerPage(c, workspaceContext(c, deps), <UnknownRequestPage />, 400);
  const answerFaulty = (c: Context<AppEnv>, to: string) =>
    answerPage(c, workspaceContext(c, deps), <FaultyRequestPage to={to} />, 400);
  return new Hono<AppEnv>()
    .get(OAUTH_PATHS.authorize, ...guards, async (c) => {
      const request = new URL(c.req.url).search.slice(1);
      const requested = await services.readAskedAccess(new URLSearchParams(request));
      if (requested.kind === 'unknown') return answerUnknown(c);
      if (requested.kind === 'refused') return answerFaulty(c, requested.to);
      // A browser also applies the policy `form-action` to the redirect after the form.
      c.set('formTarget', new URL(requested.redirectUri).origin);
      const page = <ConsentPage client={requested.client} scopes={requested.scopes} request={request} />;
      return answerPage(c, workspaceContext(c, deps), page);
    })
    .post(OAUTH_PATHS.authorize, ...guards, async (c) => {
      const form = await readSent(c);
      const requested = await services.readAskedAccess(
        new URLSearchParams(String(form.get('request') ?? '')),
      );
      if (requested.kind === 'unknown') return answerUnknown(c);
      if (requested.kind === 'refused') return answerFaulty(c, requested.to);
      const isAllowed = form.get('decision') === 'allow';
      const { personId } = c.var.signedIn.actor;
      return c.redirect(
        isAllowed ? await services.grantAccess(requested, personId) : await services.declineAccess(requested),
        303,
      );
    });
}

interface ConsentProps {
  readonly client: HostClient;
  readonly scopes: readonly Scope[];
  /** The request as the client made it: it is checked again with the person's answer. */
  readonly request: string;
}

/** `/oauth/authorize`: the client, what it asks for, and two buttons. */
function ConsentPage({ client: { metadata }, scopes, request }: ConsentProps) {
  const { consent: t, scopes: texts } = usePageContext().t.host;
  return (
    <Layout title={t.title} description={t.who(quotable(metadata.client_name))}>
      <h1>{t.title}</h1>
      <p class="lede">
        {t.who(quotable(metadata.client_name))} {t.back(hostNameOf(metadata))}
      </p>
      <p class="notice">{t.unverified}</p>
      <h2>{t.may}</h2>
      <ul>
        {scopes.map((scope) => (
          <li>{texts[scope]}</li>
        ))}
      </ul>
      <p>
        {t.limits} {t.takeBack}
      </p>
      <p class="note">
        <a href={metadata.tos_uri} rel="noreferrer">
          {t.terms}
        </a>
        {' · '}
        <a href={metadata.policy_uri} rel="noreferrer">
          {t.policy}
        </a>
      </p>
      <form method="post" action={OAUTH_PATHS.authorize} class="form">
        <input type="hidden" name="request" value={request} />
        <div class="actions">
          <button type="submit" name="decision" value="allow">
            {t.allow}
          </button>
          <button type="submit" name="decision" value="decline" class="secondary">
            {t.decline}
          </button>
        </div>
      </form>
    </Layout>
  );
}

/** A request whose client or address is unknown. Its page leads nowhere. */
function UnknownRequestPage() {
  const { consent } = usePageContext().t.host;
  const t = consent.unknown;
  return (
    <Layout title={t.title} description={t.text}>
      <h1>{t.title}</h1>
      <p class="lede">{t.text}</p>
      <p>{t.next}</p>
    </Layout>
  );
}

/** A faulty request. The link `to` reports the fault to the client. */
function FaultyRequestPage({ to }: { to: string }) {
  const t = usePageContext().t.host.consent.faulty;
  return (
    <Layout title={t.title} description={t.text}>
      <h1>{t.title}</h1>
      <p class="lede">{t.text}</p>
      <p>
        <a href={to} rel="noreferrer">
          {t.back(new URL(to).hostname)}
        </a>
      </p>
    </Layout>
  );
}
