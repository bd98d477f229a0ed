import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton } from '../../adapters/http/forms/elements.tsx';
import { noFields } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { HostClient, HostGrant } from './feature.ts';
import { hostNameOf } from './feature-client-metadata.ts';

/** `/my/data/services`: the services that may act in the person's name; the person can end this. */
export const myServicePages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/data/services', 'keep-own-record', renderServices)
    .form('/my/data/services/:id/end', 'keep-own-record', {
      schema: noFields,
      act: ({ services, me, param }) => services.endOwnGrant(me, param('id')),
      done: 'host-access-ended',
      back: '/my/data/services',
    });

/** The services that may read or add badges, since when, and a button that ends it. */
async function renderServices({ services, me, t: { host } }: PageRequest) {
  const grants = await services.readOwnGrants(me);
  const t = host.services;
  return (
    <MyLayout page="data" title={t.title} lede={t.lede}>
      {grants.length === 0 && <EmptyState>{t.none}</EmptyState>}
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
  const pageContext = usePageContext();
  const { services: t, scopes } = pageContext.t.host;
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
      <p>
        {t.since(pageContext.t.day(grant.grantedAt), grant.lastUsedOn && pageContext.t.day(grant.lastUsedOn))}
      </p>
      <ActionButton action={`/my/data/services/${grant.id}/end`} class="secondary" label={t.withdraw(name)}>
        {t.act}
      </ActionButton>
    </section>
  );
}
