import type { IdentityProviderId } from '../../../domain/access/signed-in-identity.ts';
import { Layout } from '../shell/layout.tsx';
import { useFrame } from '../shell/use-frame.ts';

interface LeavingView {
  readonly provider: IdentityProviderId;
  readonly endSessionUrl: string;
}

/** The session here has ended; the browser now goes on to the provider, by itself or by the link. This is a
 *  page and not a redirection, because our security policy allows forms to lead only to this origin. */
export function LeavingPage({ view }: { view: LeavingView }) {
  const frame = useFrame();
  const t = frame.t.account.leaving;
  const provider = frame.t.account.signIn.providers[view.provider].name;
  return (
    <Layout title={t.title} description={t.text(provider)} refreshHref={view.endSessionUrl}>
      <h1>{t.title}</h1>
      <p class="lede">{t.text(provider)}</p>
      <p>
        <a href={view.endSessionUrl}>{t.goOn(provider)}</a>
      </p>
    </Layout>
  );
}

/** `/signed-out`: the person is signed out, here and perhaps also at the provider. */
export function SignedOutPage({ everywhere }: { everywhere: boolean }) {
  const frame = useFrame();
  const { leaving, signIn } = frame.t.account;
  return (
    <Layout title={leaving.title} description={leaving.title}>
      <h1>{leaving.title}</h1>
      <p class="lede">{everywhere ? leaving.everywhere : leaving.here}</p>
      <p>
        <a href="/sign-in">{signIn.title}</a>
        {' · '}
        <a href="/">{frame.t.errors.home}</a>
      </p>
    </Layout>
  );
}
