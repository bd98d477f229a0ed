import type { DoubtReason } from '../../../domain/access/account.ts';
import type { IdentityProviderId } from '../../../domain/access/signed-in-identity.ts';
import { A } from '../shell/a.tsx';
import { Layout } from '../shell/layout.tsx';
import { useFrame } from '../shell/use-frame.ts';

interface SignInView {
  readonly providers: readonly { readonly id: IdentityProviderId; readonly href: string }[];
  /** Whether an attempt has just failed. */
  readonly failed: boolean;
  /** Whether it failed because the level of authentication was too low. */
  readonly tooWeak: boolean;
  /** Whether this browser's form, typed before the session ended, is kept. */
  readonly keepsTyped: boolean;
}

/** `/sign-in`: one button for each provider. */
export function SignInPage({ view }: { view: SignInView }) {
  const { about, account } = useFrame().t;
  const t = account.signIn;
  return (
    <Layout title={t.title} description={t.description}>
      <h1>{t.title}</h1>
      {view.failed && (
        <div class="notice notice-error" role="alert">
          <p>{view.tooWeak ? t.tooWeak : t.failed}</p>
        </div>
      )}
      {view.keepsTyped && (
        <div class="notice" role="status">
          <p>{account.typed.kept}</p>
        </div>
      )}
      <p class="lede">{t.lede}</p>
      {view.providers.length === 0 ? (
        <p class="notice">{t.none}</p>
      ) : (
        <ul class="doors">
          {view.providers.map(({ id, href }) => (
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
        <A href="/privacy">{about.privacy.link}</A>
        {' · '}
        <A href="/help">{about.help.link}</A>
      </p>
    </Layout>
  );
}

/** The person has signed in but does not match one record with certainty; the DANE has been told. */
export function DoubtPage({ view }: { view: { readonly reason: DoubtReason; readonly email?: string } }) {
  const frame = useFrame();
  const t = frame.t.account.doubt;
  return (
    <Layout title={t.title} description={t.text}>
      <h1>{t.title}</h1>
      <p class="lede">{t.reasons[view.reason](view.email ?? '')}</p>
      <p>{t.text}</p>
      <p>
        <a href="/">{frame.t.errors.home}</a>
      </p>
    </Layout>
  );
}
