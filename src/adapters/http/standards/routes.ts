import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import type { Pictures } from '../public/credential/pictures.ts';
import { consentRoutes } from './host/consent-routes.tsx';
import { hostRoutes } from './host/host-routes.ts';
import { oauthRoutes } from './host/oauth-routes.ts';
import { legacyRoutes } from './legacy/routes.ts';
import { logRoutes } from './log/routes.tsx';
import { recordRoutes } from './records/routes.tsx';
import { vcApiRoutes } from './vc-api/routes.ts';
import { interactionRoutes } from './wallets/interaction-routes.tsx';
import { oid4vciRoutes } from './wallets/oid4vci-routes.ts';

/** What standards define next to a badge at its address: the VC-API, wallets, the Open Badges API with its
 *  OAuth, the log of signed badges, older forms of badges, records of badges. They stand before the pages: some
 *  of their addresses are below those of a badge. */
export function standardsRoutes(deps: AppDeps, pictures: Pictures) {
  return new Hono<AppEnv>()
    .route('/', vcApiRoutes(deps))
    .route('/', oid4vciRoutes(deps))
    .route('/', interactionRoutes(deps))
    .route('/', hostRoutes(deps))
    .route('/', oauthRoutes(deps))
    .route('/', logRoutes(deps))
    .route('/', legacyRoutes(deps))
    .route('/', recordRoutes(deps, pictures));
}

/** Their pages behind the sign-in: a person lets another program read or keep badges. */
export const standardsPages = consentRoutes;
