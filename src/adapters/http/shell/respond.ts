import type { Context } from 'hono';

interface Document {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** By default `no-cache`: stored, but revalidated each time. */
  readonly cacheControl?: string;
  /** Request headers that the answer depends on, such as the reader's language. */
  readonly vary?: string;
}

/** Answers public bytes with an ETag (304 where the reader has them), readable by programs of any origin. */
export async function respond(
  c: Context,
  { type, body, cacheControl = 'no-cache', vary }: Document,
): Promise<Response> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const etag = `"${await digest(bytes)}"`;
  c.header('ETag', etag);
  if (vary) c.header('Vary', vary);
  c.header('Cache-Control', cacheControl);
  c.header('Access-Control-Allow-Origin', '*');
  if (isKnown(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': type });
}

/** Weak comparison (RFC 9110 §13.1.2), because a compressing proxy may have weakened the tag. */
function isKnown(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
