import { hostNameOf } from '../../../../domain/host/client-metadata.ts';
import type { HostClient } from '../../../../domain/host/host-grant.ts';
import type { Scope } from '../../../../domain/host/scopes.ts';
import { OAUTH_PATHS } from '../../../../openbadges/service-description.ts';
import { quotable } from '../../../../openbadges/shown-text.ts';
import { Layout } from '../../shell/layout.tsx';
import { useFrame } from '../../shell/use-frame.ts';

interface ConsentProps {
  readonly client: HostClient;
  readonly scopes: readonly Scope[];
  /** The request as the client made it: it is checked again with the person's answer. */
  readonly request: string;
}

/** `/oauth/authorize`: the client, what it asks for, and two buttons. */
export function ConsentPage({ client: { metadata }, scopes, request }: ConsentProps) {
  const { consent: t, scopes: words } = useFrame().t.host;
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
          <li>{words[scope]}</li>
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
export function UnknownRequestPage() {
  const { consent } = useFrame().t.host;
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
export function FaultyRequestPage({ to }: { to: string }) {
  const t = useFrame().t.host.consent.faulty;
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
