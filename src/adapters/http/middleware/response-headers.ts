import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { IssuerConfig } from '../../../application/ports.ts';
import type { AppEnv } from '../env.ts';

/** Keeps every answer from search engines unless its handler said that they may list it. So an answer about a
 *  person that no one thought of is not listed either. */
export const noIndex: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  if (c.get('isListed') !== true) c.res.headers.set('X-Robots-Tag', 'noindex');
};

const preflight = cors();

/** Opens an address to scripts of any origin. Hono's own middleware writes its header before there is an
 *  answer, which is then copied. Here that middleware only answers the question before the request, and the
 *  answer itself gets the header last. */
export const allowAnyOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'OPTIONS') return preflight(c, next);
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
};

type Issuer = Pick<IssuerConfig, 'logoUrl'>;
type Headers = readonly (readonly [string, string])[];

/** Allows our own script only, no frame, and nothing from elsewhere except the issuer's logo. The card of a
 *  badge is the only page that others may embed; it has neither script nor form. The headers are written out
 *  again only if the logo changed. */
export function securityHeaders(issuer: Issuer): MiddlewareHandler<AppEnv> {
  let logoUrl = issuer.logoUrl;
  let made = allHeaders(logoUrl);
  return async (c, next) => {
    await next();
    if (issuer.logoUrl !== logoUrl) {
      logoUrl = issuer.logoUrl;
      made = allHeaders(logoUrl);
    }
    const { path } = c.req;
    const target = c.get('formTarget');
    const usual = path === '/verify' ? made.verify : CARD.test(path) ? made.card : made.page;
    const headers = target === undefined ? usual : pageHeaders(logoUrl, { alsoTo: ` ${target}` });
    const sent = c.res.headers;
    for (const [name, value] of headers) {
      // A page with a secret address has its own, stricter policy.
      if (name !== 'Referrer-Policy' || !sent.has(name)) sent.set(name, value);
    }
  };
}

const CARD = /^\/credentials\/[^/]+\/embed$/;

/** The page of the verification may connect elsewhere: a visitor may have their browser fetch an issuer's
 *  key. */
function allHeaders(logoUrl: string | undefined) {
  return {
    page: pageHeaders(logoUrl),
    card: cardHeaders(logoUrl),
    verify: pageHeaders(logoUrl, { connected: "'self' https:" }),
  };
}

const SHARED: Headers = [
  // Any site may fetch and show a badge, its image and its issuer.
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Origin-Agent-Cluster', '?1'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Strict-Transport-Security', 'max-age=15552000; includeSubDomains'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-DNS-Prefetch-Control', 'off'],
  ['X-Download-Options', 'noopen'],
  ['X-Permitted-Cross-Domain-Policies', 'none'],
  ['X-XSS-Protection', '0'],
];

interface More {
  /** Another origin to which a form of the page may lead. */
  readonly alsoTo?: string;
  /** The origins to which the scripts of the page may connect. */
  readonly connected?: string;
}

function pageHeaders(logoUrl: string | undefined, { alsoTo = '', connected = "'self'" }: More = {}): Headers {
  const own = `script-src 'self'; connect-src ${connected}; form-action 'self'${alsoTo}; frame-ancestors 'none'`;
  return [...SHARED, ['X-Frame-Options', 'DENY'], policy(logoUrl, own)];
}

/** The older header about frames cannot allow everyone. */
function cardHeaders(logoUrl: string | undefined): Headers {
  return [...SHARED, policy(logoUrl, "form-action 'none'; frame-ancestors *")];
}

function policy(logoUrl: string | undefined, own: string): readonly [string, string] {
  const logo = logoUrl ? ` ${new URL(logoUrl).origin}` : '';
  const shown = `style-src 'self'; font-src 'self'; img-src 'self' data:${logo}; base-uri 'none'`;
  return ['Content-Security-Policy', `default-src 'none'; ${shown}; ${own}`];
}
