import type { Context } from 'hono';
import { memoize } from '../cache/memoize.ts';

/** The media type of a body, in lower case and without its parameters (RFC 9110 §8.3.1); empty if none is
 *  stated. */
export function mediaTypeOf(c: Context): string {
  const stated = c.req.header('Content-Type');
  return stated === undefined ? '' : withoutParameters(stated);
}

/** Several middlewares ask the same of each request. */
const withoutParameters = memoize((stated) => {
  const [type = ''] = stated.split(';', 1);
  return type.trim().toLowerCase();
});

/** The two types in which browsers send forms. */
export const FORM_TYPES = {
  pairs: 'application/x-www-form-urlencoded',
  parts: 'multipart/form-data',
} as const;
