import type { Context } from 'hono';
import type { AppEnv } from '../../env.ts';

/** The width that a page shows a drawing at (`?size=64`), in pixels; undefined where it is not said. A drawing
 *  cannot know it by itself. */
export function drawnSize(c: Context<AppEnv>): number | undefined {
  const size = c.req.query('size') ?? '';
  return /^[1-9]\d{1,2}$/.test(size) ? Number(size) : undefined;
}
