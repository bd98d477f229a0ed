import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { IssuerConfig } from '../../../application/ports.ts';

type Issuer = Pick<IssuerConfig, 'logoUrl'>;

/** Allows our own script only, no frame, and nothing from elsewhere except the issuer's logo. The card of a
 *  badge is the only page that others may embed; it has neither script nor form. */
export function securityHeaders(issuer: Issuer): MiddlewareHandler {
  const page = secureHeaders({
    ...shared,
    contentSecurityPolicy: {
      ...policy(issuer),
      scriptSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
  });
  const card = secureHeaders({
    ...shared,
    contentSecurityPolicy: { ...policy(issuer), formAction: ["'none'"], frameAncestors: ['*'] },
    // This older header has no value for "anyone".
    xFrameOptions: false,
  });
  return (c, next) => (/^\/credentials\/[^/]+\/embed$/.test(c.req.path) ? card : page)(c, next);
}

const shared = {
  // Any site may fetch and show a badge, its image and its issuer.
  crossOriginResourcePolicy: 'cross-origin',
  referrerPolicy: 'strict-origin-when-cross-origin',
} as const;

const policy = (issuer: Issuer) => ({
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: [() => imageSources(issuer)],
  baseUri: ["'none'"],
});

function imageSources({ logoUrl }: Issuer): string {
  return logoUrl ? `'self' data: ${new URL(logoUrl).origin}` : "'self' data:";
}
