import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DomainError } from '../../../domain/errors.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { accountContext } from '../layout/account-context.ts';
import { ErrorPage } from '../layout/error-page.tsx';
import { renderDocument } from '../layout/html-document.tsx';
import { languageLinks, type PageContext } from '../layout/page-context.ts';
import { aboutTexts, academyOf } from '../view-models/about-service.ts';
import type { ErrorKind, ErrorView } from '../view-models/public-pages.ts';
import { TEXTS, textsOf } from '../view-models/public-texts.ts';
import { RETRY_AFTER_SECONDS, statusOf } from './problem-details.ts';
import { linkPathOf } from './url-path.ts';

type FrameOptions = Partial<
  Pick<PageContext, 'card' | 'languages' | 'canonicalUrl' | 'structuredData' | 'alternates'>
> & {
  /** Whether search engines may list the page; by default `noindex`. */
  readonly indexed?: boolean;
};

/** The frame of a page, from the request and the settings. */
export function pageContextOf(c: Context<AppEnv>, deps: AppDeps, options: FrameOptions = {}): PageContext {
  const { locale, chosenLanguage } = c.var;
  const { issuer, origin, copiedAt } = deps.ports;
  const academy = academyOf(deps.ports);
  const { lang: _, ...query } = c.req.query();
  return compact({
    locale,
    chosenLanguage,
    t: textsOf(deps.ports, locale).pages,
    assets: deps.assets,
    issuer: {
      code: issuer.code,
      name: issuer.name,
      url: issuer.url,
      ...(issuer.logoUrl && { logoUrl: issuer.logoUrl }),
      ...(academy && { academy }),
    },
    about: aboutTexts(deps.ports, locale),
    languages: languageLinks(linkPathOf(c.req.url), query),
    canonicalUrl: `${origin}${c.req.path}`,
    demo: deps.demo,
    copiedAt,
    indexed: false,
    card: {
      imageUrl: `${origin}/preview.png?lang=${locale}`,
      imageAlt: TEXTS[locale].labels.card.home,
    },
    ...options,
  });
}

/** Answers a page. Caches must revalidate it, because a verdict may have changed. */
export function answerPage(
  c: Context<AppEnv>,
  pageContext: PageContext,
  page: Child,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  // The header and the page say the same.
  c.set('isListed', pageContext.indexed);
  c.header('Cache-Control', 'no-cache');
  c.header('Vary', 'Accept, Accept-Language');
  c.header('Content-Language', c.var.locale);
  return c.html(renderDocument(pageContext, page), status);
}

/** Answers an error page that says what to do next; for a signed-in person, inside their own space. */
export function answerError(
  c: Context<AppEnv>,
  deps: AppDeps,
  view: ErrorView & { readonly status: ContentfulStatusCode },
  options: FrameOptions = {},
): Response | Promise<Response> {
  if (view.status === 503) c.header('Retry-After', RETRY_AFTER_SECONDS);
  const pageContext = pageContextOf(c, deps, options);
  const account = c.get('signedIn') && accountContext(c);
  // The reader can name the request to the operator, who finds it in the log.
  const requestId = view.status >= 500 ? c.get('requestId') : undefined;
  const page = <ErrorPage view={{ ...view, ...signInOf(c, view), ...(requestId && { requestId }) }} />;
  return answerPage(c, account ? { ...pageContext, account } : pageContext, page, view.status);
}

/** Address of a sign-in that leads back to the form's page. */
function signInOf(c: Context<AppEnv>, { kind }: ErrorView): Pick<ErrorView, 'signInHref'> {
  if (kind !== 'signed-out') return {};
  const from = c.req.header('Referer') ?? '';
  const page = URL.canParse(from) ? new URL(from) : undefined;
  const isOurs = page?.host === new URL(c.req.url).host;
  const to = page && isOurs ? page.pathname + page.search : undefined;
  return { signInHref: `/sign-in${to ? `?${new URLSearchParams({ to })}` : ''}` };
}

const KIND_OF_STATUS: Readonly<Record<number, ErrorKind>> = {
  400: 'bad-request',
  401: 'signed-out',
  403: 'not-allowed',
  404: 'not-found',
  409: 'refused',
  410: 'gone',
  413: 'too-large',
  422: 'refused',
  429: 'too-many',
  502: 'unavailable',
  503: 'unavailable',
};

/** Answers the page of a refusal, with its own sentence where it has one for people. */
export function answerRejection(
  c: Context<AppEnv>,
  deps: AppDeps,
  { code, params }: DomainError,
): Response | Promise<Response> {
  const status = statusOf(code);
  const kind = KIND_OF_STATUS[status] ?? 'unexpected';
  const sentence = textsOf(deps.ports, c.var.locale).errors[code](params);
  const speaks =
    kind === 'refused' ||
    kind === 'bad-request' ||
    kind === 'too-many' ||
    code === 'overloaded' ||
    code === 'signing-unavailable' ||
    code === 'moved-to' ||
    code === 'clock-contradicted';
  return answerError(c, deps, { kind, status, ...(speaks && { sentence }) });
}
