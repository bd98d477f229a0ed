import type { Result, Router } from 'hono/router';
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { SmartRouter } from 'hono/router/smart-router';
import { TrieRouter } from 'hono/router/trie-router';
import { memoize } from './memoize.ts';

/** The methods of nearly all requests. A client could invent others without end. */
const FREQUENT = ['GET', 'POST'];

/** Hono's own router, which remembers the handlers of the paths that were asked for last. With as many routes as
 *  ours, each search takes longer than several middlewares. */
export function cacheRoutes<Handler>(): Router<Handler> {
  const router = new SmartRouter<Handler>({ routers: [new RegExpRouter(), new TrieRouter()] });
  const finders = new Map<string, (path: string) => Result<Handler>>(
    FREQUENT.map((method) => [method, memoize((path) => router.match(method, path))]),
  );
  return {
    name: router.name,
    add: (method, path, handler) => router.add(method, path, handler),
    match: (method, path) => finders.get(method)?.(path) ?? router.match(method, path),
  };
}
