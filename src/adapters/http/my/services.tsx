import { hostNameOf } from '../../../domain/host/client-metadata.ts';
import type { HostClient, HostGrant } from '../../../domain/host/host-grant.ts';
import { Empty } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { ActButton } from '../forms/elements.tsx';
import { noFields } from '../forms/schema.ts';
import { useFrame } from '../layout/page-context.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { MyLayout } from './layout.tsx';

/** `/my/data/services`: the services that may act in the person's name; the person can end this. */
export const servicePages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
    .page('/my/data/services', 'keep-own-record', drawServices)
    .form('/my/data/services/:id/end', 'keep-own-record', {
      schema: noFields,
      act: ({ services, me, param }) => services.endOwnGrant(me, param('id')),
      done: 'host-access-ended',
      back: '/my/data/services',
    });

/** The services that may read or add badges, since when, and a button that ends it. */
async function drawServices({ services, me, t: { host } }: Visit) {
  const grants = await services.readOwnGrants(me);
  const t = host.services;
  return (
    <MyLayout page="data" title={t.title} lede={t.lede}>
      {grants.length === 0 && <Empty>{t.none}</Empty>}
      {grants.map((granted) => (
        <GrantSection {...granted} />
      ))}
      <p>
        <a href="/my/data">{t.back}</a>
      </p>
    </MyLayout>
  );
}

function GrantSection({ grant, client: { metadata } }: { grant: HostGrant; client: HostClient }) {
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
