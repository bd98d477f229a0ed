import { Hono } from 'hono';
import { SIGNED_OUT_PATH } from '../../../application/accounts/sessions.ts';
import type { IdentityProviderId } from '../../../domain/access/signed-in-identity.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { takeDone } from '../forms/flash-message.ts';
import { noFields } from '../forms/schema.ts';
import { Layout } from '../layout/html-document.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { findSession } from '../middleware/authentication.ts';
import { clearSecretCookie } from '../middleware/session-cookies.ts';
import { answerPage, pageContextOf } from '../responses/page.tsx';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';

/** `/sign-out`, here or everywhere, and `/signed-out`, which says so. */
export function signOutPages(deps: AppDeps) {
  const { services } = deps;
  const leave = (where: 'here' | 'everywhere') => ({
    schema: noFields,
    act: async ({ c, signedIn }: PageRequest) => {
      const endSessionUrl = await services.signOut(signedIn, where);
      clearSecretCookie(c, 'session');
      // The next person in this browser must read the code in the room as well.
      clearSecretCookie(c, 'roll-call');
      const stated = where === 'everywhere' ? '?done=signed-out-everywhere' : '';
      if (!endSessionUrl) return `${SIGNED_OUT_PATH}${stated}`;
      const { provider } = signedIn.session;
      const page = <LeavingPage provider={provider} endSessionUrl={endSessionUrl} />;
      return answerPage(c, pageContextOf(c, deps), page);
    },
  });
  return definePages(deps)
    .form('/sign-out', 'use-account', leave('here'))
    .form('/sign-out-everywhere', 'use-account', leave('everywhere'))
    .with(signedOutRoutes(deps));
}

/** `/signed-out` stands in front of the sign-in. */
function signedOutRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().get(SIGNED_OUT_PATH, async (c) => {
    // The page must not say "signed out" to a browser that is still signed in.
    if (await findSession(c, deps)) return c.redirect('/my', 303);
    const everywhere = takeDone(c) === 'signed-out-everywhere';
    const answer = await answerPage(c, pageContextOf(c, deps), <SignedOutPage everywhere={everywhere} />);
    // The answer depends on cookies, and is shown only once.
    answer.headers.set('Cache-Control', 'private, no-store');
    return answer;
  });
}

/** The session here has ended; the browser now goes on to the provider, by itself or by the link. This is a
 *  page and not a redirection, because our security policy allows forms to lead only to this origin. */
function LeavingPage({ provider, endSessionUrl }: { provider: IdentityProviderId; endSessionUrl: string }) {
  const pageContext = usePageContext();
  const t = pageContext.t.account.leaving;
  const name = pageContext.t.account.signIn.providers[provider].name;
  return (
    <Layout title={t.title} description={t.text(name)} refreshHref={endSessionUrl}>
      <h1>{t.title}</h1>
      <p class="lede">{t.text(name)}</p>
      <p>
        <a href={endSessionUrl}>{t.goOn(name)}</a>
      </p>
    </Layout>
  );
}

/** `/signed-out`: the person is signed out, here and perhaps also at the provider. */
function SignedOutPage({ everywhere }: { everywhere: boolean }) {
  const pageContext = usePageContext();
  const { leaving, signIn } = pageContext.t.account;
  return (
    <Layout title={leaving.title} description={leaving.title}>
      <h1>{leaving.title}</h1>
      <p class="lede">{everywhere ? leaving.everywhere : leaving.here}</p>
      <p>
        <a href="/sign-in">{signIn.title}</a>
        {' · '}
        <a href="/">{pageContext.t.errors.home}</a>
      </p>
    </Layout>
  );
}
