import { secureHeaders } from 'hono/secure-headers';
import type { IssuerConfig } from '../../../application/ports.ts';

/** No script but ours, no frame, and nothing from elsewhere but the issuer's logo: the pages need none of it. */
export const securityHeaders = (issuer: Pick<IssuerConfig, 'logoUrl'>) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: [() => imageSources(issuer)],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    // Anyone may fetch and show a badge, its image and its issuer.
    crossOriginResourcePolicy: 'cross-origin',
    referrerPolicy: 'strict-origin-when-cross-origin',
    xFrameOptions: 'DENY',
  });

function imageSources({ logoUrl }: Pick<IssuerConfig, 'logoUrl'>): string {
  return logoUrl ? `'self' data: ${new URL(logoUrl).origin}` : "'self' data:";
}
