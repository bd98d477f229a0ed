import { type Context, Hono } from 'hono';
import type { DoubtReason } from '../../../domain/access/account.ts';
import type { IdentityProviderId } from '../../../domain/access/signed-in-identity.ts';
import { DomainError } from '../../../domain/errors.ts';
import { Logo } from '../components/empty-state.tsx';
import { TextLink } from '../components/link.tsx';
import { TwoColumns } from '../components/two-columns.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import { RESTORED_FORM_PATH } from '../forms/restored-input.ts';
import { Layout } from '../layout/html-document.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { callerNetworkOf } from '../limits/caller.ts';
import { clearSecretCookie, readSecretCookie, setSecretCookie } from '../middleware/session-cookies.ts';
import { answerError, answerPage, pageContextOf } from '../responses/page.tsx';
import { textsOf } from '../view-models/public-texts.ts';
import { NEWCOMER_PATH } from './newcomer-page.tsx';

/** Path to which providers send the browser back. It is registered with each of them. */
export const CALLBACK_PATH = '/sign-in/callback';

/** `/sign-in`: begins and ends a sign-in with one of the providers. */
export function signInRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const page = (c: Context<AppEnv>) => {
    const failed = c.req.query('failed') !== undefined;
    const tooWeak = c.req.query('failed') === 'acr';
    const to = c.req.query('to');
    const keepsTyped = to === RESTORED_FORM_PATH && readSecretCookie(c, 'typed') !== undefined;
    const providers = ports.identityProviders.map(({ id }) => ({
      id,
      href: `/sign-in/${id}${to ? `?${new URLSearchParams({ to })}` : ''}`,
    }));
    return answerPage(
      c,
      pageContextOf(c, deps),
      <SignInPage {...{ providers, failed, tooWeak, keepsTyped }} />,
      failed ? 400 : 200,
    );
  };
  return new Hono<AppEnv>()
    .get('/sign-in', page)
    .get(CALLBACK_PATH, async (c) => {
      const attemptSecret = readSecretCookie(c, 'sign-in');
      clearSecretCookie(c, 'sign-in');
      c.header('Cache-Control', 'no-store');
      const { search } = new URL(c.req.url);
      try {
        const finished = await services.finishSignIn({
          attemptSecret,
          callbackUrl: `${ports.origin}${CALLBACK_PATH}${search}`,
          network: callerNetworkOf(c),
          userAgent: c.req.header('User-Agent'),
        });
        if (finished.kind === 'doubt') {
          c.set('refusal', `doubt: ${finished.reason}`);
          if (finished.secret) {
            setSecretCookie(c, 'newcomer', finished.secret);
            return c.redirect(NEWCOMER_PATH, 303);
          }
          return answerPage(c, pageContextOf(c, deps), <DoubtPage {...finished} />, 403);
        }
        setSecretCookie(c, 'session', finished.secret);
        return c.redirect(finished.returnTo, 303);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'unavailable') throw error;
        const { code, params } = error;
        if (code === 'identity-provider-unreachable') return answerUnreachable(c, deps, error);
        const reason = String(params['reason'] ?? code);
        ports.log.info('sign-in-refused', { code, reason, provider: String(params['provider'] ?? '') });
        return c.redirect(reason === 'acr' ? '/sign-in?failed=acr' : '/sign-in?failed', 303);
      }
    })
    .get('/sign-in/:provider', async (c) => {
      c.header('Cache-Control', 'no-store');
      try {
        const provider = c.req.param('provider');
        const returnTo = c.req.query('to');
        const { url, secret } = await services.beginSignIn({
          provider,
          returnTo,
          network: callerNetworkOf(c),
        });
        setSecretCookie(c, 'sign-in', secret);
        return c.redirect(url, 303);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === 'not-found') return answerError(c, deps, { kind: 'not-found', status: 404 });
        if (error.code !== 'identity-provider-unreachable') throw error;
        return answerUnreachable(c, deps, error);
      }
    });
}

/** Names the provider that does not respond. The log also names its server, and what it or the network answered. */
function answerUnreachable(c: Context<AppEnv>, deps: AppDeps, { code, params }: DomainError) {
  const { provider = '', server = '', cause = '' } = params;
  const requested = { provider: String(provider), server: String(server), cause: String(cause) };
  deps.ports.log.error('identity-provider-unreachable', { code, ...requested });
  const { providers, unreachable } = textsOf(deps.ports, c.var.locale).pages.account.signIn;
  const name = Object.entries(providers).find(([id]) => id === provider)?.[1].name;
  return answerError(c, deps, {
    kind: 'unavailable',
    status: 503,
    ...(name && { sentence: unreachable(name) }),
  });
}

/** `/sign-in`: one button for each provider. */
function SignInPage({
  providers,
  failed,
  tooWeak,
  keepsTyped,
}: {
  providers: readonly { readonly id: IdentityProviderId; readonly href: string }[];
  /** Whether an attempt has just failed. */
  failed: boolean;
  /** Whether it failed because the level of authentication was too low. */
  tooWeak: boolean;
  /** Whether this browser's form, typed before the session ended, is kept. */
  keepsTyped: boolean;
}) {
  const { about, account } = usePageContext().t;
  const t = account.signIn;
  return (
    <Layout title={t.title} description={t.description}>
      <TwoColumns margin={<Logo large />}>
        <h1>{t.title}</h1>
        {failed && (
          <div class="notice notice-error" role="alert">
            <p>{tooWeak ? t.tooWeak : t.failed}</p>
          </div>
        )}
        {keepsTyped && (
          <div class="notice" role="status">
            <p>{account.typed.kept}</p>
          </div>
        )}
        <p class="lede">{t.lede}</p>
        {providers.length === 0 ? (
          <p class="notice">{t.none}</p>
        ) : (
          <ul class="doors">
            {providers.map(({ id, href }) => (
              <li>
                <h2>
                  <a href={href}>{t.providers[id].name}</a>
                </h2>
                <p>{t.providers[id].text}</p>
              </li>
            ))}
          </ul>
        )}
        <p class="prose">{t.privacy}</p>
        <p>
          <TextLink href="/privacy">{about.privacy.link}</TextLink>
          {' · '}
          <TextLink href="/help">{about.help.link}</TextLink>
        </p>
      </TwoColumns>
    </Layout>
  );
}

/** The person has signed in but does not match one record with certainty; the DANE has been told. */
function DoubtPage({ reason, email = '' }: { reason: DoubtReason; email?: string }) {
  const pageContext = usePageContext();
  const t = pageContext.t.account.doubt;
  return (
    <Layout title={t.title} description={t.text}>
      <h1>{t.title}</h1>
      <p class="lede">{t.reasons[reason](email)}</p>
      <p>{t.text}</p>
      <p>
        <a href="/">{pageContext.t.errors.home}</a>
      </p>
    </Layout>
  );
}
