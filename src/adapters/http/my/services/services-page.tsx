import { hostNameOf } from '../../../../domain/host/client-metadata.ts';
import type { HostClient, HostGrant } from '../../../../domain/host/host-grant.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

type Granted = { readonly grant: HostGrant; readonly client: HostClient };

/** `/my/data/services`: who may read or add badges, since when, and a button that ends it. */
export function ServicesPage({ grants }: { grants: readonly Granted[] }) {
  const t = useFrame().t.host.services;
  return (
    <MyLayout page="data" title={t.title} lede={t.lede}>
      {grants.length === 0 ? <p>{t.none}</p> : <Grants grants={grants} />}
      <p>
        <a href="/my/data">{t.back}</a>
      </p>
    </MyLayout>
  );
}

function Grants({ grants }: { grants: readonly Granted[] }) {
  const frame = useFrame();
  const { services: t, scopes } = frame.t.host;
  return (
    <CardTable
      rows={grants}
      columns={[
        {
          heading: t.service,
          names: true,
          cell: ({ client: { metadata } }) => (
            <>
              {metadata.client_name} <span class="note">{t.unverified(hostNameOf(metadata))}</span>
            </>
          ),
        },
        {
          heading: t.may,
          cell: ({ grant }) => (
            <ul>
              {grant.scopes.map((scope) => (
                <li>{scopes[scope]}</li>
              ))}
            </ul>
          ),
        },
        { heading: t.since, cell: ({ grant }) => frame.t.day(grant.grantedAt) },
        {
          heading: t.used,
          cell: ({ grant }) => (grant.lastUsedOn ? frame.t.day(grant.lastUsedOn) : t.never),
        },
        {
          heading: t.act,
          label: false,
          cell: ({ grant, client }) => (
            <ActButton
              action={`/my/data/services/${grant.id}/end`}
              class="secondary"
              label={t.withdraw(client.metadata.client_name)}
            >
              {t.act}
            </ActButton>
          ),
        },
      ]}
    />
  );
}
