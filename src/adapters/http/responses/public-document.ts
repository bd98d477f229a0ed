import type { Context } from 'hono';
import { etagOf, isKnown } from '../cache/representation.ts';
import type { AppEnv } from '../env.ts';

/** The width at which a page shows a drawing (`?size=64`), in pixels; undefined if the address lacks it. A
 *  drawing cannot find it out by itself. */
export function drawnSize(c: Context<AppEnv>): number | undefined {
  const size = c.req.query('size') ?? '';
  return /^[1-9]\d{1,2}$/.test(size) ? Number(size) : undefined;
}

export interface PublicDocument {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** By default `no-cache`: stored, but revalidated each time. */
  readonly cacheControl?: string;
  /** Request headers that the answer depends on, such as the reader's language. */
  readonly vary?: string;
}

/** Answers public bytes with an ETag, or 304 where the reader has them. Programs of any origin may read
 *  them. */
export async function respond(
  c: Context<AppEnv>,
  { type, body, cacheControl = 'no-cache', vary }: PublicDocument,
): Promise<Response> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  if (vary) c.header('Vary', vary);
  c.header('Cache-Control', cacheControl);
  c.header('Access-Control-Allow-Origin', '*');
  // A kept answer gets a tag for each of its encodings.
  if (c.get('keeping')?.begun) {
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': type });
  }
  const etag = `"${await etagOf(bytes)}"`;
  c.header('ETag', etag);
  if (isKnown(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': type });
}
