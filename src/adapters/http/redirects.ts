import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './env.ts';

/** Addresses that have another name since, each with all below it; `*` stands for any part. Bookmarks, mails
 *  and posters still hold them. */
export const MOVED = [
  ['/my/documents', '/my/papers'],
  ['/my/mission-proposals', '/my/missions'],
  ['/school/*/mission-proposals', '/school/*/missions'],
  ['/dane/corrections', '/dane/re-signing'],
  ['/dane/events/*/sheet', '/dane/events/*/roll-call'],
  ['/sheet', '/roll-call'],
] as const;

/** Answers 308 where the address has moved, so that a form keeps its fields and its method. */
export const followMoved: MiddlewareHandler<AppEnv> = async (c, next) => {
  // The address as it was sent: a decoded line break may not stand in a header.
  const { pathname, search } = new URL(c.req.url);
  const path = movedTo(pathname);
  return path === undefined ? next() : c.redirect(path + search, 308);
};

function movedTo(path: string): string | undefined {
  const parts = path.split('/');
  for (const [from, to] of MOVED) {
    const old = from.split('/');
    if (!old.every((part, at) => part === parts[at] || (part === '*' && parts[at]))) continue;
    const now = to.split('/').map((part, at) => (part === '*' ? parts[at] : part));
    return [...now, ...parts.slice(old.length)].join('/');
  }
  return undefined;
}
