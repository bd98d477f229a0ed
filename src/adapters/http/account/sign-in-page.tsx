import { type Context, Hono } from 'hono';
import type { FinishedSignIn } from '../../../application/accounts/sign-in.ts';
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
import { FOR_IRREVERSIBLE, isExplained, SignInNotices, type SignInNoticesProps } from './sign-in-notices.tsx';

/** Path to which providers send the browser back. It is registered with each of them. */
export const CALLBACK_PATH = '/sign-in/callback';

/** `/sign-in`: begins and ends a sign-in with one of the providers. */
export function signInRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .get('/sign-in', (c) => showProviders(c, deps))
    .get(CALLBACK_PATH, (c) => finish(c, deps))
    .get('/sign-in/:provider', (c) => begin(c, deps));
}

async function showProviders(c: Context<AppEnv>, deps: AppDeps) {
  const { failed, to } = c.req.query();
  const session = readSecretCookie(c, 'session');
  const notices: SignInNoticesProps = {
    failed,
    isIrreversible: isForIrreversible(c),
    hasRestoredForm: to === RESTORED_FORM_PATH && readSecretCookie(c, 'typed') !== undefined,
    needsStronger: session !== undefined && (await deps.services.isSessionTooWeak(session)),
  };
  const query = new URLSearchParams({ ...(to && { to }), ...(notices.isIrreversible && FOR_IRREVERSIBLE) });
  const providers = deps.ports.identityProviders.map(({ id }) => ({
    id,
    href: `/sign-in/${id}${query.size > 0 ? `?${query}` : ''}`,
  }));
  return answerPage(
    c,
    pageContextOf(c, deps),
    <SignInPage {...{ providers, notices }} />,
    failed === undefined ? 200 : 400,
  );
}

async function begin(c: Context<AppEnv>, deps: AppDeps) {
  c.header('Cache-Control', 'no-store');
  try {
    const { url, secret } = await deps.services.beginSignIn({
      provider: c.req.param('provider') ?? '',
      returnTo: c.req.query('to'),
      network: callerNetworkOf(c),
      sessionSecret: readSecretCookie(c, 'session'),
      isIrreversible: isForIrreversible(c),
    });
    setSecretCookie(c, 'sign-in', secret);
    return c.redirect(url, 303);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    switch (error.code) {
      case 'not-found':
        return answerError(c, deps, { kind: 'not-found', status: 404 });
      case 'sign-in-failed':
      case 'identity-provider-unreachable':
        return answerRefused(c, deps, error);
      default:
        throw error;
    }
  }
}

async function finish(c: Context<AppEnv>, deps: AppDeps) {
  const attemptSecret = readSecretCookie(c, 'sign-in');
  clearSecretCookie(c, 'sign-in');
  c.header('Cache-Control', 'no-store');
  const { search } = new URL(c.req.url);
  try {
    const finished = await deps.services.finishSignIn({
      attemptSecret,
      callbackUrl: `${deps.ports.origin}${CALLBACK_PATH}${search}`,
      network: callerNetworkOf(c),
      userAgent: c.req.header('User-Agent'),
    });
    switch (finished.kind) {
      case 'signed-in':
        setSecretCookie(c, 'session', finished.secret);
        return c.redirect(finished.returnTo, 303);
      case 'too-weak':
        setSecretCookie(c, 'sign-in', finished.secret);
        return c.redirect(finished.url, 303);
      case 'doubt':
        return answerDoubt(c, deps, finished);
    }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'unavailable') throw error;
    return answerRefused(c, deps, error);
  }
}

/** Leads a person whose address is unknown to the page for newcomers. */
function answerDoubt(c: Context<AppEnv>, deps: AppDeps, doubt: Extract<FinishedSignIn, { kind: 'doubt' }>) {
  c.set('refusal', `doubt: ${doubt.reason}`);
  if (!doubt.secret) return answerPage(c, pageContextOf(c, deps), <DoubtPage {...doubt} />, 403);
  setSecretCookie(c, 'newcomer', doubt.secret);
  return c.redirect(NEWCOMER_PATH, 303);
}

/** Returns to the sign-in page, which explains the refusal and still leads to a form that is kept. */
function answerRefused(c: Context<AppEnv>, deps: AppDeps, error: DomainError) {
  const { code, params } = error;
  if (code === 'identity-provider-unreachable') return answerUnreachable(c, deps, error);
  const reason = String(params['reason'] ?? code);
  deps.ports.log.info('sign-in-refused', { code, reason, provider: String(params['provider'] ?? '') });
  const failed = isExplained(reason) ? `failed=${reason}` : 'failed';
  const to = readSecretCookie(c, 'typed') && new URLSearchParams({ to: RESTORED_FORM_PATH });
  return c.redirect(`/sign-in?${failed}${to ? `&${to}` : ''}`, 303);
}

const isForIrreversible = (c: Context<AppEnv>) => c.req.query('for') === FOR_IRREVERSIBLE.for;

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
  notices,
}: {
  providers: readonly { readonly id: IdentityProviderId; readonly href: string }[];
  notices: SignInNoticesProps;
}) {
  const { about, account } = usePageContext().t;
  const t = account.signIn;
  return (
    <Layout title={t.title} description={t.description}>
      <TwoColumns margin={<Logo large />}>
        <h1>{t.title}</h1>
        <SignInNotices {...notices} />
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
