import type { MiddlewareHandler } from 'hono';
import type { IssuerConfig } from '../../../application/ports.ts';
import type { AppEnv } from '../env.ts';

type Issuer = Pick<IssuerConfig, 'logoUrl'>;
type Headers = readonly (readonly [string, string])[];

/** Allows our own script only, no frame, and nothing from elsewhere except the issuer's logo. The card of a
 *  badge is the only page that others may embed; it has neither script nor form. The headers are written out
 *  again only where the logo changed. */
export function securityHeaders(issuer: Issuer): MiddlewareHandler<AppEnv> {
  let logoUrl = issuer.logoUrl;
  let [page, card] = [pageHeaders(logoUrl), cardHeaders(logoUrl)];
  return async (c, next) => {
    await next();
    if (issuer.logoUrl !== logoUrl) {
      logoUrl = issuer.logoUrl;
      [page, card] = [pageHeaders(logoUrl), cardHeaders(logoUrl)];
    }
    const target = c.get('formTarget');
    const usual = CARD.test(c.req.path) ? card : page;
    const headers = target === undefined ? usual : pageHeaders(logoUrl, ` ${target}`);
    for (const [name, value] of headers) c.res.headers.set(name, value);
  };
}

const CARD = /^\/credentials\/[^/]+\/embed$/;

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

/** `alsoTo` is another origin to which a form of the page may lead. */
function pageHeaders(logoUrl: string | undefined, alsoTo = ''): Headers {
  const own = `script-src 'self'; form-action 'self'${alsoTo}; frame-ancestors 'none'`;
  return [...SHARED, ['X-Frame-Options', 'DENY'], policy(logoUrl, own)];
}

/** The older header about frames has no value for "anyone". */
function cardHeaders(logoUrl: string | undefined): Headers {
  return [...SHARED, policy(logoUrl, "form-action 'none'; frame-ancestors *")];
}

function policy(logoUrl: string | undefined, own: string): readonly [string, string] {
  const logo = logoUrl ? ` ${new URL(logoUrl).origin}` : '';
  const shown = `style-src 'self'; font-src 'self'; img-src 'self' data:${logo}; base-uri 'none'`;
  return ['Content-Security-Policy', `default-src 'none'; ${shown}; ${own}`];
}
