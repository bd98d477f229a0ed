import { Logo } from '../components/empty-state.tsx';
import { AskHead } from '../components/headship-prompt.tsx';
import { TextLink } from '../components/link.tsx';
import { FactsList } from '../components/summary-list.tsx';
import { TwoColumns } from '../components/two-columns.tsx';
import type { ErrorView } from '../view-models/public-pages.ts';
import { Layout } from './html-document.tsx';
import { usePageContext } from './page-context.ts';

/** States what happened, then what to do. A badge that is unknown, private, declined or hidden gets the same
 *  page. Signed-in people also read the possible reasons why one of their pages is missing. */
export function ErrorPage({ view }: { view: ErrorView }) {
  const pageContext = usePageContext();
  const { t } = pageContext;
  const inside = view.kind === 'not-found' && pageContext.account !== undefined;
  const { title, text, next } = inside ? t.errors.notFoundInside : t.errors.kinds[view.kind];
  return (
    <Layout title={title} description={text}>
      <TwoColumns margin={<Logo large />}>
        <p class="kicker">{t.errors.status(view.status)}</p>
        <h1>{title}</h1>
        <p class="lede">{view.sentence ?? text}</p>
        {view.facts && view.facts.length > 0 && (
          <FactsList facts={view.facts.map(({ label, value }) => [label, value])} />
        )}
        <p>{next}</p>
        {view.kind === 'not-allowed' && pageContext.account?.mayHead && <AskHead />}
        {view.requestId && (
          <p class="note">
            {t.errors.requestId} <code>{view.requestId}</code>
          </p>
        )}
        {view.signInHref && (
          <p>
            <TextLink class="button" href={view.signInHref}>
              {t.account.signIn.title}
            </TextLink>
          </p>
        )}
        <WaysOn />
      </TwoColumns>
    </Layout>
  );
}

function WaysOn() {
  const pageContext = usePageContext();
  const { errors, account } = pageContext.t;
  return (
    <p>
      {pageContext.account ? (
        <TextLink href="/my">{account.enter}</TextLink>
      ) : (
        <TextLink href="/">{errors.home}</TextLink>
      )}
      {' · '}
      <TextLink href="/verify">{errors.verify}</TextLink>
    </p>
  );
}
