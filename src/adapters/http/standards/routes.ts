import { Hono } from 'hono';
import { hostRoutes } from '../../../standards/host/api.ts';
import { oauthRoutes } from '../../../standards/host/api-oauth.ts';
import { consentRoutes } from '../../../standards/host/public-consent.tsx';
import { legacyRoutes } from '../../../standards/legacy/api.ts';
import { recordRoutes } from '../../../standards/badge-records/public.tsx';
import { vcApiRoutes } from '../../../standards/vc-api/api.ts';
import { oid4vciRoutes } from '../../../standards/wallets/api.ts';
import { interactionRoutes } from '../../../standards/wallets/public.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import type { Pictures } from '../public/credential/pictures.ts';
import { logRoutes } from './log/routes.tsx';

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
