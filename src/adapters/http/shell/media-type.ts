import type { Context } from 'hono';

/** The media type of a body, in lower case and without its parameters (RFC 9110 §8.3.1); empty where none is
 *  stated. */
export function mediaTypeOf(c: Context): string {
  const [type = ''] = (c.req.header('Content-Type') ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

/** The two types in which browsers send forms. */
export const FORM_TYPES = {
  pairs: 'application/x-www-form-urlencoded',
  parts: 'multipart/form-data',
} as const;
