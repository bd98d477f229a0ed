import { didOf } from '#open-badges/keys';
import type { IssuedCount } from '../../../../application/credentials/read-public.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Details, LinkList } from '../../components/details.tsx';
import { TextLink } from '../../components/link.tsx';
import { TwoColumns } from '../../components/two-columns.tsx';
import type { AppDeps, Locale } from '../../env.ts';
import { Layout } from '../../layout/html-document.tsx';
import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import { aboutTexts } from '../../view-models/about-service.ts';
import type { IssuerView } from '../../view-models/public-pages.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import { AwardSteps } from './award-steps.tsx';

/** `/issuer`: the issuer, and the way from a fact to a badge; then, folded, the keys. */
export function IssuerPage({ view }: { view: IssuerView }) {
  const { t } = usePageContext();
  return (
    <Layout title={t.issuer.title} description={t.issuer.description(view.name)}>
      <TwoColumns margin={<Facts view={view} />}>
        <p class="kicker">{t.issuer.title}</p>
        <h1>{view.name}</h1>
        <p class="lede">{t.issuer.is(view.name, view.about)}</p>
        <p class="prose">{view.mission}</p>
      </TwoColumns>
      <section aria-labelledby="how">
        <h2 id="how">{t.issuer.how}</h2>
        <AwardSteps />
        <p>
          <TextLink href="/badges">{t.issuer.criteria}</TextLink>
        </p>
      </section>
      <Details title={t.issuer.technical}>
        <Technical view={view} />
      </Details>
    </Layout>
  );
}

/** In the margin: the delivered badges, and where to find the issuer. */
function Facts({ view }: { view: IssuerView }) {
  const { t } = usePageContext();
  const { total, countedAt } = view.issued;
  return (
    <>
      <section>
        <h2>{t.issuer.delivered}</h2>
        <p>{t.issuer.deliveredText(total, t.moment(countedAt))}</p>
      </section>
      <dl class="facts-list">
        <dt>{t.issuer.site}</dt>
        <dd>
          <a href={view.url}>{view.url}</a>
        </dd>
        <dt>{t.issuer.email}</dt>
        <dd>
          <a href={`mailto:${view.email}`}>{view.email}</a>
        </dd>
      </dl>
    </>
  );
}

function Technical({ view }: { view: IssuerView }) {
  const { t } = usePageContext();
  return (
    <>
      <dl class="facts-list">
        <dt>{t.issuer.did}</dt>
        <dd>
          <code>{view.did}</code>
        </dd>
      </dl>
      <h3>{t.issuer.keys}</h3>
      <p class="prose">{t.issuer.keysText}</p>
      <Keys keys={view.keys} />
      <h3>{t.issuer.documents}</h3>
      <LinkList links={view.documents} />
    </>
  );
}

function Keys({ keys }: { keys: IssuerView['keys'] }) {
  const { t, copiedAt } = usePageContext();
  // A copy has no file for a compromised key, because a plain server cannot answer 410.
  const hasAddress = (key: IssuerView['keys'][number]) => !copiedAt || !key.compromised;
  return (
    <CardTable
      rows={keys}
      columns={[
        {
          heading: t.issuer.key,
          cell: (key) =>
            hasAddress(key) ? (
              <a href={key.href}>
                <code>{key.kid}</code>
              </a>
            ) : (
              <code>{key.kid}</code>
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

function stateOf(t: PageContext['t'], key: IssuerView['keys'][number]): string {
  if (key.compromised) return t.issuer.compromisedOn(t.day(key.compromised.at), key.compromised.reason);
  if (key.retiredAt) return t.issuer.retiredOn(t.day(key.retiredAt));
  return t.issuer.states[key.state];
}

interface Context {
  readonly ports: AppDeps['ports'];
  readonly issued: IssuedCount;
  readonly locale: Locale;
}

/** The issuer in the operator's words, the count of badges, and the keys. */
export function issuerView({ ports, issued, locale }: Context): IssuerView {
  const { issuer, keys, origin } = ports;
  const { labels } = TEXTS[locale];
  const about = aboutTexts(ports, locale);
  return {
    name: issuer.name,
    about: about.issuer,
    mission: about.mission,
    issued,
    code: issuer.code,
    url: issuer.url,
    email: issuer.email,
    did: didOf(origin),
    keys: keys.list().map(({ kid, algorithm, state, createdAt, retiredAt, compromised }) => ({
      kid,
      href: `/keys/${kid}`,
      algorithm,
      state,
      createdAt,
      ...(retiredAt && { retiredAt }),
      ...(compromised && { compromised }),
    })),
    documents: [
      { label: labels.did, href: '/.well-known/did.json' },
      { label: labels.jwks, href: '/.well-known/jwks.json' },
      { label: labels.badgeLog, href: '/log' },
    ],
  };
}
