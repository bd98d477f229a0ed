import { Hono } from 'hono';
import { consentPages } from '../../../standards/host/public-consent.tsx';
import type { AppDeps, AppEnv } from '../env.ts';
import type { Pictures } from '../public/credential/pictures.ts';
import { standardPages } from '../routing/feature-pages.ts';
import { logRoutes } from './log/routes.tsx';

/** What standards define next to a badge at its address: the VC-API, wallets, the Open Badges API with its
 *  OAuth, the log of signed badges, older forms of badges, records of badges. They stand before the pages: some
 *  of their addresses are below those of a badge. */
export function standardsRoutes(deps: AppDeps, pictures: Pictures) {
  return new Hono<AppEnv>().route('/', logRoutes(deps)).route('/', standardPages(deps, pictures));
}

/** Their pages behind the sign-in: a person lets another program read or keep badges. */
export const standardsPages = consentPages;
