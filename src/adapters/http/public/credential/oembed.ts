import { type Context, Hono } from 'hono';
import { DomainError } from '../../../../domain/errors.ts';
import { credentialUrl } from '../../../../issuing/addresses.ts';
import { servedTitle } from '../../../../issuing/badge-title.ts';
import type { AppDeps, AppEnv, Locale } from '../../env.ts';
import { problem } from '../../responses/problem-details.ts';
import { respond } from '../../responses/public-document.ts';
import { TEXTS } from '../../view-models/public-texts.ts';
import { setAside } from './badge-picture.ts';
import { definitionOf, type FoundCredential } from './definition.ts';
import { EMBED_SIZE } from './embed-page.tsx';
import { letSearch } from './search-indexing.ts';
import { embedFrameHtml } from './share-links.ts';

/** A page that embeds a badge may keep this answer for a day, in seconds. */
const CACHE_AGE_SECONDS = 86_400;

/** Images that may represent a badge, the preferred one first. */
const THUMBNAILS = [
  { path: '/preview.png', width: 1200, height: 630 },
  { path: '.png', width: 600, height: 600 },
] as const;

/** `/oembed` (oEmbed 1.0): the card of a badge, for pages that ask for it by the badge's address. It shows
 *  nothing that the badge's page does not show. */
export function oembedRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  return new Hono<AppEnv>().get('/oembed', async (c) => {
    if ((c.req.query('format') ?? 'json') !== 'json')
      return problem(c, new DomainError('format-not-offered'));
    const requested = parseBadgeUrl(c.req.query('url'), ports.origin);
    const read = requested && (await services.readPublicCredential(requested.id));
    if (read) letSearch(c, deps, read);
    if (read?.kind === 'erased') return problem(c, new DomainError('credential-erased'));
    if (!requested || read?.kind !== 'found') return problem(c, new DomainError('unknown-credential'));
    c.header('Vary', 'Accept-Language');
    const locale = requested.lang ?? c.var.locale;
    const document = oembedDocument(deps, read, { ...limitsOf(c), locale, lang: requested.lang });
    return respond(c, { type: 'application/json', body: JSON.stringify(document) });
  });
}

/** Parses the address of a badge's page, with the language that it asks for. */
function parseBadgeUrl(
  url: string | undefined,
  origin: string,
): { readonly id: string; readonly lang?: Locale } | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { origin: host, pathname, searchParams } = new URL(url);
  const id = /^\/credentials\/([\w-]+)$/.exec(pathname)?.[1];
  if (host !== origin || id === undefined) return undefined;
  const lang = searchParams.get('lang');
  return lang === 'fr' || lang === 'en' ? { id, lang } : { id };
}

interface Limits {
  readonly maxWidth: number;
  readonly maxHeight: number;
}

function limitsOf(c: Context<AppEnv>): Limits {
  const limit = (text: string | undefined) => (/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : Infinity);
  return { maxWidth: limit(c.req.query('maxwidth')), maxHeight: limit(c.req.query('maxheight')) };
}

function oembedDocument(
  { ports: { catalogue, issuer, origin } }: AppDeps,
  found: FoundCredential,
  {
    maxWidth,
    maxHeight,
    locale,
    lang,
  }: Limits & { readonly locale: Locale; readonly lang: Locale | undefined },
) {
  const pageUrl = credentialUrl(origin, found.credential.id);
  const definition = definitionOf(catalogue, found.award);
  const badge = servedTitle(definition, found, locale);
  const aside = setAside({ definition, issued: found }, locale);
  const name = aside ? TEXTS[locale].labels.card.setAsideTitle[aside.state](badge, aside.day) : badge;
  const title = TEXTS[locale].labels.share.embedAlt(name, issuer.name);
  const size = {
    width: Math.min(EMBED_SIZE.width, maxWidth),
    height: Math.min(EMBED_SIZE.height, maxHeight),
  };
  const thumbnail = THUMBNAILS.find(({ width, height }) => width <= maxWidth && height <= maxHeight);
  return {
    version: '1.0',
    type: 'rich',
    title: name,
    author_name: issuer.name,
    author_url: issuer.url,
    provider_name: `${issuer.code} · ${TEXTS[locale].pages.layout.openBadges}`,
    provider_url: origin,
    html: embedFrameHtml({ src: `${pageUrl}/embed${lang ? `?lang=${lang}` : ''}`, title, ...size }),
    ...size,
    ...(thumbnail && {
      thumbnail_url: `${pageUrl}${thumbnail.path}`,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
    cache_age: CACHE_AGE_SECONDS,
  };
}
