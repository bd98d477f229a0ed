import { hostNameOf } from '../../../../domain/host/client-metadata.ts';
import type { HostClient, HostGrant } from '../../../../domain/host/host-grant.ts';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

interface Granted {
  readonly grant: HostGrant;
  readonly client: HostClient;
}

/** `/my/data/services`: the services that may read or add badges, since when, and a button that ends it. */
export function ServicesPage({ grants }: { grants: readonly Granted[] }) {
  const t = useFrame().t.host.services;
  return (
    <MyLayout page="data" title={t.title} lede={t.lede}>
      {grants.length === 0 && <p>{t.none}</p>}
      {grants.map((granted) => (
        <GrantSection {...granted} />
      ))}
      <p>
        <a href="/my/data">{t.back}</a>
      </p>
    </MyLayout>
  );
}

function GrantSection({ grant, client: { metadata } }: Granted) {
  const frame = useFrame();
  const { services: t, scopes } = frame.t.host;
  const name = metadata.client_name;
  return (
    <section>
      <h2>{name}</h2>
      <p class="note">{t.unverified(hostNameOf(metadata))}</p>
      <p>{t.may}</p>
      <ul>
        {grant.scopes.map((scope) => (
          <li>{scopes[scope]}</li>
        ))}
      </ul>
      <p>{t.since(frame.t.day(grant.grantedAt), grant.lastUsedOn && frame.t.day(grant.lastUsedOn))}</p>
      <ActButton action={`/my/data/services/${grant.id}/end`} class="secondary" label={t.withdraw(name)}>
        {t.act}
      </ActButton>
    </section>
  );
}
