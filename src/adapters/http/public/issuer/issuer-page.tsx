import { CardTable } from '../../shell/card-table.tsx';
import { Layout } from '../../shell/layout.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { LinkList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { IssuerView } from '../../shell/view-models.ts';

/** `/issuer`: the issuer and its keys. */
export function IssuerPage({ view }: { view: IssuerView }) {
  const { t } = useFrame();
  return (
    <Layout title={t.issuer.title} description={t.issuer.description(view.name)}>
      <p class="kicker">{t.issuer.title}</p>
      <h1>{view.name}</h1>
      <p class="lede">{t.issuer.lede}</p>
      <dl class="facts-list">
        <dt>{t.issuer.site}</dt>
        <dd>
          <a href={view.url}>{view.url}</a>
        </dd>
        <dt>{t.issuer.email}</dt>
        <dd>
          <a href={`mailto:${view.email}`}>{view.email}</a>
        </dd>
        <dt>{t.issuer.did}</dt>
        <dd>
          <code>{view.did}</code>
        </dd>
      </dl>
      <section>
        <h2>{t.issuer.keys}</h2>
        <p class="prose">{t.issuer.keysText}</p>
        <Keys keys={view.keys} />
      </section>
      <section>
        <h2>{t.issuer.documents}</h2>
        <LinkList links={view.documents} />
      </section>
    </Layout>
  );
}

function Keys({ keys }: { keys: IssuerView['keys'] }) {
  const { t } = useFrame();
  return (
    <CardTable
      rows={keys}
      columns={[
        {
          heading: t.issuer.key,
          cell: (key) => (
            <a href={key.href}>
              <code>{key.kid}</code>
            </a>
          ),
          names: true,
        },
        { heading: t.issuer.algorithm, cell: (key) => key.algorithm },
        { heading: t.issuer.since, cell: (key) => t.day(key.createdAt) },
        { heading: t.issuer.state, cell: (key) => stateOf(t, key) },
      ]}
    />
  );
}

function stateOf(t: PageFrame['t'], key: IssuerView['keys'][number]): string {
  if (key.compromised) return t.issuer.compromisedOn(t.day(key.compromised.at), key.compromised.reason);
  if (key.retiredAt) return t.issuer.retiredOn(t.day(key.retiredAt));
  return t.issuer.states[key.state];
}
