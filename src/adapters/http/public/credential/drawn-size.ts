import type { Context } from 'hono';
import type { AppEnv } from '../../env.ts';

/** The width at which a page shows a drawing (`?size=64`), in pixels; undefined where the address lacks it. A
 *  drawing cannot find it out by itself. */
export function drawnSize(c: Context<AppEnv>): number | undefined {
  const size = c.req.query('size') ?? '';
  return /^[1-9]\d{1,2}$/.test(size) ? Number(size) : undefined;
}
