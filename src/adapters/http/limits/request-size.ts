import type { Context } from 'hono';
import { FORM_TYPES, mediaTypeOf } from '../responses/media-type.ts';

/** What the main thread reads of a request: headers within these bounds, and bodies into buffers within these
 *  bounds, each in time proportional to its size. What else third parties' bytes need happens in threads
 *  (ADR 14). */

/** The most bytes of all headers. It is Node's default, and far more than our cookies and addresses need. */
export const MOST_HEADER_BYTES = 16_384;
export const MOST_HEADERS = 100;

/** The most characters of an `Accept…` header that are read; browsers write up to two hundred. */
export const LONGEST_PREFERENCES = 1000;

const MEBIBYTE = 1024 * 1024;
/** Files are sent as parts of a form. */
const MOST_IMPORT_BYTES = 64 * MEBIBYTE;
const MOST_PARTS_BYTES = 12 * MEBIBYTE;
/** JSON and every other text. The longest badge has a million characters, of three bytes each at most. */
const MOST_TEXT_BYTES = 4 * MEBIBYTE;

/** The most bytes of a body without a session or token, where one is needed. Such a form is still kept and restored
 *  after a new sign-in; no text of a form is longer. */
export const MOST_ANONYMOUS_BYTES = 262_144;

/** The most bytes of a body of this type at this address, for every sender. */
export function mostBytesOfType(c: Context): number {
  if (mediaTypeOf(c) !== FORM_TYPES.parts) return MOST_TEXT_BYTES;
  return c.req.path === '/api/v1/imports' ? MOST_IMPORT_BYTES : MOST_PARTS_BYTES;
}

/** The announced size of the body; 0 if there is none (RFC 9112 §6.3); undefined if it comes in chunks of no announced
 *  size. The body itself is not looked at, because the server would then make a stream of it. */
export function announcedBytesOf(c: Context): number | undefined {
  if (c.req.header('Transfer-Encoding') !== undefined) return undefined;
  return Number(c.req.header('Content-Length') ?? 0);
}

/** The most fields or parts of a form: our largest form has fewer. */
export const MOST_FIELDS = 10_000;

/** The most characters of one field: as many as a badge may have. A refused field is shown again, which costs
 *  its length a second time. */
export const MOST_TEXT = MEBIBYTE;

/** The most bytes of a form of pairs. One character may be encoded as three (`%3C`). */
export const LONGEST_PAIRS = 3 * MOST_TEXT;
