import { Layout } from '../../shell/layout.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { LinkList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { IssuerView } from '../../shell/view-models.ts';

/** `/issuer`: who issues, and with which keys. */
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
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.issuer.key}</th>
          <th scope="col">{t.issuer.algorithm}</th>
          <th scope="col">{t.issuer.since}</th>
          <th scope="col">{t.issuer.state}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr>
            <th scope="row">
              <a href={key.href}>
                <code>{key.kid}</code>
              </a>
            </th>
            <td data-label={t.issuer.algorithm}>{key.algorithm}</td>
            <td data-label={t.issuer.since}>{t.day(key.createdAt)}</td>
            <td data-label={t.issuer.state}>{stateOf(t, key)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf(t: PageFrame['t'], key: IssuerView['keys'][number]): string {
  if (key.compromised) return t.issuer.compromisedOn(t.day(key.compromised.at), key.compromised.reason);
  if (key.retiredAt) return t.issuer.retiredOn(t.day(key.retiredAt));
  return t.issuer.states[key.state];
}
