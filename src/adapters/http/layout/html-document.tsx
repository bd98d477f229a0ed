import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { TextLink } from '../components/link.tsx';
import { DRAWN_FOR } from '../forms/read-body.ts';
import { documentHref, type PageContext, PageContextProvider, usePageContext } from './page-context.ts';
import type { SpaceNavigation } from './section-navigation.tsx';
import { type PublicSection, SiteHeader } from './site-header.tsx';

export interface LayoutProps {
  /** The page's own title; the issuer's code is added to it. */
  readonly title: string;
  /** One sentence, for search engines and shared links. */
  readonly description: string;
  /** The entry of the public navigation that this page belongs to. */
  readonly section?: PublicSection | undefined;
  readonly navigation?: SpaceNavigation | undefined;
  /** The page requests this address as soon as it is shown, so that a job goes on. */
  readonly refreshHref?: string | undefined;
  /** Seconds after which the page reloads itself where no scripts run. */
  readonly reloadSeconds?: number | undefined;
  /** Whether the page has buttons that copy, and so loads the script. It works without it. */
  readonly copies?: boolean | undefined;
  /** Whether a page without a signed-in person has parts of the spaces, and so needs their style sheet. */
  readonly spaceStyles?: boolean | undefined;
  readonly children: Child;
}

/** The shell of every page. */
export function Layout(props: LayoutProps) {
  const { section, navigation, children, ...head } = props;
  const pageContext = usePageContext();
  const { t } = pageContext;
  return (
    <html lang={pageContext.locale}>
      <Head {...head} />
      <body>
        <a class="skip" href="#content">
          {t.layout.skip}
        </a>
        {pageContext.demo && (
          <aside class="demo-banner">
            <p>
              <span class="demo-long">{t.layout.demo}</span>
              <span class="demo-short">{t.layout.demoShort}</span>
            </p>
          </aside>
        )}
        <SiteHeader section={section} navigation={navigation} />
        <main id="content">
          {pageContext.account?.done && (
            <p class="notice notice-done" role="status">
              {pageContext.account.done}
            </p>
          )}
          {pageContext.account?.refused && (
            <p class="notice notice-error" role="alert">
              {pageContext.account.refused}
            </p>
          )}
          {pageContext.copiedAt && <CopyNotice copiedAt={pageContext.copiedAt} />}
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}

/** Stands on each page of a copy, so that no one takes its verdicts for today's. */
function CopyNotice({ copiedAt }: { copiedAt: string }) {
  const { t } = usePageContext();
  return (
    <div class="notice no-print">
      <p>
        {t.closed.notice(t.day(copiedAt))} <TextLink href="/verify">{t.closed.how}</TextLink>
      </p>
    </div>
  );
}

/** The whole document as text, with its frame. Pages are synchronous. */
export function renderDocument(pageContext: PageContext, page: Child): string {
  const html = (
    <PageContextProvider.Provider value={pageContext}>{page}</PageContextProvider.Provider>
  ).toString();
  return `<!doctype html>${pageContext.account ? addRecipientField(html, pageContext.account) : html}`;
}

/** Adds to every form that changes something the person for whom its page was drawn, because this person may
 *  have signed out since, or someone else may have signed in. The id of the page follows. Attributes contain no `>`,
 *  which is escaped. */
function addRecipientField(html: string, { personId, page }: NonNullable<PageContext['account']>): string {
  const value = page === undefined ? personId : `${personId}.${page}`;
  const field = `<input type="hidden" name="${DRAWN_FOR}" value="${value}"/>`;
  return html.replace(/<form\b[^>]*\smethod="post"[^>]*>/g, (tag) => `${tag}${field}`);
}

function Head({
  title,
  description,
  refreshHref,
  reloadSeconds,
  copies,
  spaceStyles,
}: Omit<LayoutProps, 'section' | 'navigation' | 'children'>) {
  const pageContext = usePageContext();
  const { t, assets, issuer, alternates = [], structuredData } = pageContext;
  const script = pageContext.account ? assets.script : copies ? assets.publicScript : undefined;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{t.layout.titleOf(title, issuer.code)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      {refreshHref && <meta http-equiv="refresh" content={`0; url=${refreshHref}`} />}
      {reloadSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(reloadSeconds)} />
        </noscript>
      )}
      {!pageContext.indexed && <meta name="robots" content="noindex" />}
      {pageContext.canonicalUrl && <link rel="canonical" href={pageContext.canonicalUrl} />}
      <link rel="alternate" hreflang="fr" href={pageContext.languages.fr} />
      <link rel="alternate" hreflang="en" href={pageContext.languages.en} />
      {alternates.map((alternate) => (
        <link rel="alternate" {...alternate} href={documentHref(pageContext, alternate.href)} />
      ))}
      <link rel="stylesheet" href={pageContext.account || spaceStyles ? assets.css : assets.publicCss} />
      {script && <script type="module" src={script} />}
      <link rel="icon" sizes="32x32" href="/favicon.ico" />
      <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
      <link rel="apple-touch-icon" href="/icon-180.png" />
      <link rel="manifest" href="/site.webmanifest" />
      <OpenGraph title={title} description={description} />
      {structuredData && <StructuredData value={structuredData} />}
    </head>
  );
}

function OpenGraph({ title, description }: Pick<LayoutProps, 'title' | 'description'>) {
  const pageContext = usePageContext();
  const { card, locale, issuer } = pageContext;
  const properties: readonly (readonly [string, string])[] = [
    ['og:type', 'website'],
    ...(pageContext.canonicalUrl ? [['og:url', pageContext.canonicalUrl] as const] : []),
    ['og:title', title],
    ['og:description', description],
    ['og:site_name', `${issuer.code} · ${pageContext.t.layout.openBadges}`],
    ['og:locale', locale === 'fr' ? 'fr_FR' : 'en_GB'],
    ...(card ? cardProperties(card) : []),
  ];
  return (
    <>
      {properties.map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      <meta name="twitter:card" content={card ? 'summary_large_image' : 'summary'} />
    </>
  );
}

function cardProperties(card: NonNullable<PageContext['card']>): readonly (readonly [string, string])[] {
  const secure = card.imageUrl.startsWith('https:');
  return [
    ['og:image', card.imageUrl],
    ...(secure ? [['og:image:secure_url', card.imageUrl] as const] : []),
    ['og:image:type', 'image/png'],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', card.imageAlt],
  ];
}

function StructuredData({ value }: { value: Readonly<Record<string, unknown>> }) {
  // Inside a script element, only `<` could end it early.
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return <script type="application/ld+json">{raw(json)}</script>;
}

/** The header of a space has no room for links to the public pages, so signed-in people find them in the
 *  footer. */
function SiteFooter() {
  const { t, issuer, account } = usePageContext();
  return (
    <footer class="site-footer">
      <div class="column">
        <p>
          {t.layout.attribution(issuer.name)} <a href={issuer.url}>{new URL(issuer.url).host}</a>
        </p>
        {account && (
          <p>
            <TextLink href="/badges">{t.layout.catalogue}</TextLink>
            {' · '}
            <TextLink href="/verify">{t.layout.verify}</TextLink>
            {' · '}
            <TextLink href="/referentiel/rupn/v1">{t.layout.framework}</TextLink>
          </p>
        )}
        <p>
          <TextLink href="/help">{t.about.help.link}</TextLink>
          {' · '}
          <TextLink href="/privacy">{t.about.privacy.link}</TextLink>
          {' · '}
          <TextLink href="/legal">{t.about.legal.link}</TextLink>
          {' · '}
          <TextLink href="/issuer">{t.layout.issuer}</TextLink>
          {' · '}
          <TextLink href="/site-map">{t.about.siteMap.link}</TextLink>
          {' · '}
          <TextLink href="/accessibility">{t.accessibility.link}</TextLink>
        </p>
        <p>{t.layout.licence}</p>
      </div>
    </footer>
  );
}
