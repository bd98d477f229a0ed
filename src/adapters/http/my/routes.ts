import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { badgeRoutes } from './badge-routes.tsx';
import { dataRoutes } from './data-routes.tsx';
import { engagementRoutes } from './engagement-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { recordRoutes } from './record-routes.tsx';

/** `/my`: everyone's own space. */
export function myRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', homeRoutes(deps))
    .route('/', engagementRoutes(deps))
    .route('/', recordRoutes(deps))
    .route('/', badgeRoutes(deps))
    .route('/', dataRoutes(deps));
}
