import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppDeps, AppEnv } from './env.ts';
import { ErrorPage } from './pages/error.tsx';
import { renderDocument } from './pages/layout.tsx';
import { languageLinks, type PageFrame } from './pages/page-frame.ts';
import type { ErrorKind } from './pages/view-models.ts';
import { WORDS } from './present/words.ts';

type FrameOptions = Partial<
  Pick<PageFrame, 'card' | 'languages' | 'canonicalUrl' | 'structuredData' | 'alternates'>
> & {
  /** `noindex` unless said otherwise. */
  readonly indexed?: boolean;
};

/** What every page is given, from the request and the settings. */
export function frameOf(c: Context<AppEnv>, deps: AppDeps, options: FrameOptions = {}): PageFrame {
  const { locale } = c.var;
  const { issuer, origin } = deps.ports;
  const { lang, ...query } = c.req.query();
  return {
    locale,
    ...((lang === 'fr' || lang === 'en') && { chosenLanguage: lang }),
    t: WORDS[locale].pages,
    assets: deps.assets,
    issuer: {
      code: issuer.code,
      name: issuer.name,
      url: issuer.url,
      ...(issuer.logoUrl && { logoUrl: issuer.logoUrl }),
    },
    languages: languageLinks(c.req.path, query),
    canonicalUrl: `${origin}${c.req.path}`,
    demo: deps.demo,
    indexed: false,
    card: {
      imageUrl: `${origin}/preview.png?lang=${locale}`,
      imageAlt: WORDS[locale].labels.card.home,
    },
    ...options,
  };
}

/** Answers a page. It is never kept without asking: a verdict may have changed. */
export function answerPage(
  c: Context<AppEnv>,
  page: { toString(): string },
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  c.header('Cache-Control', 'no-cache');
  c.header('Vary', 'Accept, Accept-Language');
  c.header('Content-Language', c.var.locale);
  return c.html(renderDocument(page), status);
}

/** Answers the page of what went wrong, in words and with what to do next. */
export function answerError(
  c: Context<AppEnv>,
  deps: AppDeps,
  { kind, status }: { readonly kind: ErrorKind; readonly status: ContentfulStatusCode },
): Response | Promise<Response> {
  return answerPage(c, <ErrorPage frame={frameOf(c, deps)} view={{ kind, status }} />, status);
}
