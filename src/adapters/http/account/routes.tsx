import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { SIGNED_OUT_PATH } from '../../../application/accounts/sessions.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { callerNetworkOf } from '../limits/client-address.ts';
import { clearSecretCookie, readSecretCookie, setSecretCookie } from '../middleware/secret-cookies.ts';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { takeDone } from '../shell/done.ts';
import { parseForm, requiredText } from '../shell/form.ts';
import { answerError, answerPage, frameOf } from '../shell/page-answer.tsx';
import { afterDoing } from '../shell/take-form.ts';
import { TYPED_PATH } from '../shell/typed-back.ts';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { CALLBACK_PATH } from './callback-address.ts';
import { headshipRoutes } from './headship-routes.tsx';
import { LeavingPage, SignedOutPage } from './leaving-page.tsx';
import { messageRoutes } from './message-routes.tsx';
import { SessionsPage } from './sessions-page.tsx';
import { DoubtPage, SignInPage } from './sign-in-page.tsx';
import { spaceRoutes } from './space-routes.ts';
import { type AskAgain, typedRoutes } from './typed-routes.tsx';

/** Signing in and out, the person's own sessions, declarations to head a school, and choices about mail. */
export function accountRoutes(deps: AppDeps, ask: AskAgain) {
  return new Hono<AppEnv>()
    .route('/', signInRoutes(deps))
    .route('/', sessionRoutes(deps))
    .route('/', typedRoutes(deps, ask))
    .route('/', spaceRoutes(deps))
    .route('/', headshipRoutes(deps))
    .route('/', messageRoutes(deps));
}

function signInRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const page = (c: Context<AppEnv>) => {
    const failed = c.req.query('failed') !== undefined;
    const tooWeak = c.req.query('failed') === 'acr';
    const to = c.req.query('to');
    const keepsTyped = to === TYPED_PATH && readSecretCookie(c, 'typed') !== undefined;
    const providers = ports.identityProviders.map(({ id }) => ({
      id,
      href: `/sign-in/${id}${to ? `?${new URLSearchParams({ to })}` : ''}`,
    }));
    return answerPage(
      c,
      frameOf(c, deps),
      <SignInPage view={{ providers, failed, tooWeak, keepsTyped }} />,
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
          userAgent: c.req.header('User-Agent'),
        });
        if (finished.kind === 'doubt') {
          c.set('refusal', `doubt: ${finished.reason}`);
          return answerPage(c, frameOf(c, deps), <DoubtPage view={finished} />, 403);
        }
        setSecretCookie(c, 'session', finished.secret);
        return c.redirect(finished.returnTo, 303);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const { code, params } = error;
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
        ports.log.error('identity-provider-unreachable', { code: error.code });
        return answerError(c, deps, { kind: 'unavailable', status: 503 });
      }
    });
}

const endedSession = z.object({ id: requiredText() });

function sessionRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'use-account', oneself)] as const;
  const leave = (where: 'here' | 'everywhere') => async (c: Context<AppEnv>) => {
    const endSessionUrl = await services.signOut(c.var.signedIn, where);
    clearSecretCookie(c, 'session');
    const said = where === 'everywhere' ? '?done=signed-out-everywhere' : '';
    if (!endSessionUrl) return c.redirect(`${SIGNED_OUT_PATH}${said}`, 303);
    const { provider } = c.var.signedIn.session;
    return answerPage(c, frameOf(c, deps), <LeavingPage view={{ provider, endSessionUrl }} />);
  };
  return new Hono<AppEnv>()
    .post('/sign-out', ...guards, leave('here'))
    .post('/sign-out-everywhere', ...guards, leave('everywhere'))
    .get(SIGNED_OUT_PATH, async (c) => {
      // The page must not say "signed out" to a browser that is still signed in.
      const secret = readSecretCookie(c, 'session');
      if (secret !== undefined && (await services.readSignedIn(secret))) return c.redirect('/my', 303);
      const everywhere = takeDone(c) === 'signed-out-everywhere';
      const answer = await answerPage(c, frameOf(c, deps), <SignedOutPage everywhere={everywhere} />);
      // The answer depends on cookies, and is shown only once.
      answer.headers.set('Cache-Control', 'private, no-store');
      return answer;
    })
    .get('/sessions', ...guards, async (c) => {
      const { actor, session } = c.var.signedIn;
      const sessions = await services.readOwnSessions(actor.personId);
      const view = { sessions: sessions.map((one) => ({ ...one, current: one.id === session.id })) };
      return answerPage(c, workspaceFrame(c, deps), <SessionsPage view={view} />);
    })
    .post('/sessions/end', ...guards, async (c) => {
      const form = await parseForm(c, endedSession);
      if (form.ok) await services.endOwnSession(c.var.signedIn.actor.personId, form.value.id);
      return c.redirect(afterDoing('session-ended', '/sessions'), 303);
    });
}
