import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '../env.ts';

/** Stands in the log where no route answers. */
export const NO_ROUTE = 'none';

/** The pattern of the route for the log, `/credentials/:name`: an address holds ids and secrets. */
export function loggedRoute(c: Context<AppEnv>): string {
  return matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? NO_ROUTE;
}
