import { Hono } from 'hono';
import type { MenuSpace } from '../../../domain/features/declaration.ts';
import * as PAGES from '../../../features/all/pages.ts';
import * as ROUTES from '../../../features/all/public.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import type { Pictures } from '../public/credential/pictures.ts';

/** The pages of features in this space. The name of each export starts with its space. */
export function featurePages(space: MenuSpace, deps: AppDeps): Hono<AppEnv> {
  const pages = Object.entries(PAGES).filter(([name]) => name.startsWith(space));
  return pages.reduce((routes, [, make]) => routes.route('/', make(deps).routes), new Hono<AppEnv>());
}

/** The routes of standards that anyone may use. */
export function standardPages(deps: AppDeps, pictures: Pictures): Hono<AppEnv> {
  return Object.values(ROUTES).reduce(
    (routes, make) => routes.route('/', make(deps, pictures)),
    new Hono<AppEnv>(),
  );
}
