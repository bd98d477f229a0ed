import type { Context, Handler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '../env.ts';

/** The address that gives back what was typed before the session ended. */
export const TYPED_PATH = '/typed';

const showing = new WeakSet<object>();

/** Notes a handler that can show its form with what was typed, and without carrying it out. */
export function showsTyped(handler: Handler<AppEnv>): Handler<AppEnv> {
  showing.add(handler);
  return handler;
}

/** Whether the form of this request can be shown again. A request that gives back what was typed reaches no
 *  other handler, which would carry it out. */
export function canShowTyped(c: Context<AppEnv>): boolean {
  return matchedRoutes(c).some(({ handler }) => showing.has(handler));
}
