import type { Context, Handler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '../env.ts';

/** The address that gives back the form typed before the session ended. */
export const RESTORED_FORM_PATH = '/typed';

const showing = new WeakSet<object>();

/** Marks a handler that can show its form with the typed values and without carrying it out. */
export function showsRestoredForm(handler: Handler<AppEnv>): Handler<AppEnv> {
  showing.add(handler);
  return handler;
}

/** Whether the form of this request can be shown again. A request that gives back typed values reaches no
 *  other handler, because it would carry out the form. */
export function canShowRestoredForm(c: Context<AppEnv>): boolean {
  return matchedRoutes(c).some(({ handler }) => showing.has(handler));
}
