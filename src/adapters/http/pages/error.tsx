import { inLanguage } from './in-language.ts';
import { Layout } from './layout.tsx';
import type { PageFrame } from './page-frame.ts';
import type { ErrorView } from './view-models.ts';

/** What happened, then what to do. A badge that is unknown, private, declined or hidden has the same page. */
export function ErrorPage({ frame, view }: { frame: PageFrame; view: ErrorView }) {
  const { t } = frame;
  const { title, text, next } = t.errors.kinds[view.kind];
  return (
    <Layout frame={{ ...frame, indexed: false }} title={title} description={text}>
      <p class="kicker">{t.errors.status(view.status)}</p>
      <h1>{title}</h1>
      <p class="lede">{view.sentence ?? text}</p>
      {view.facts && view.facts.length > 0 && (
        <dl class="facts-list">
          {view.facts.map(({ label, value }) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      )}
      <p>{next}</p>
      {view.requestId && (
        <p class="note">
          {t.errors.requestId} <code>{view.requestId}</code>
        </p>
      )}
      <p>
        <a href={inLanguage(frame, '/')}>{t.errors.home}</a>
        {' · '}
        <a href={inLanguage(frame, '/verify')}>{t.errors.verify}</a>
      </p>
    </Layout>
  );
}
