import type { Context, Handler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '../env.ts';
import { readSecretCookie } from '../middleware/session-cookies.ts';

/** The address that gives back the form typed before the session ended. Below it, each refused form of the session has
 *  an address with its secret. */
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

/** The page of ours that sent the request. */
export function pageOf(c: Context<AppEnv>): string | undefined {
  const from = c.req.header('Referer') ?? '';
  if (!URL.canParse(from)) return undefined;
  const { host, pathname, search } = new URL(from);
  return host === new URL(c.req.url).host ? pathname + search : undefined;
}

/** The secrets of this browser's saved forms: of the one that the sign-in gives back, and of the refused one whose page
 *  sent the request. */
export function readFormSecrets(c: Context<AppEnv>): readonly string[] {
  const refused = pageOf(c)?.match(/^\/typed\/([\w-]{1,100})(?:\?|$)/)?.[1];
  return [readSecretCookie(c, 'typed'), refused].filter((secret) => secret !== undefined);
}
