import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DomainError } from '../../../domain/errors.ts';

/** Our largest form has fewer fields. */
const MOST_FIELDS = 10_000;
/** The most characters of one field: as many as a badge may have. A refused field is shown again, which costs
 *  its length a second time. */
const MOST_TEXT = 1024 * 1024;
/** One character may be encoded as three (`%3C`). */
const LONGEST_PAIRS = 3 * MOST_TEXT;

/** The field with the person for whom the page of a form was drawn. The layout writes it into every form
 *  behind the sign-in, and no handler reads it. */
export const DRAWN_FOR = '_for';

/** The person for whom the page of the form was drawn, where the form names one. */
export async function readDrawnFor(c: Context): Promise<string | undefined> {
  const said = (await readWhole(c)).get(DRAWN_FOR);
  return typeof said === 'string' && /^[\w-]{1,100}$/.test(said) ? said : undefined;
}

/** Reads the texts and files of a form. Fields are counted before they are parsed, because 12 MB can hold
 *  hundreds of thousands of them and parsing these would block the service. Throws a bad request where the
 *  body is not a form, and `too-large`. */
export async function readSent(c: Context): Promise<FormData> {
  const form = await readWhole(c);
  form.delete(DRAWN_FOR);
  return form;
}

async function readWhole(c: Context): Promise<FormData> {
  const type = c.req.header('Content-Type') ?? '';
  const isPairs = /^application\/x-www-form-urlencoded\b/i.test(type);
  const form = isPairs ? readPairs(await c.req.text()) : await readParts(c, type);
  for (const value of form.values()) {
    if (typeof value === 'string' && value.length > MOST_TEXT) throw tooLarge();
  }
  return form;
}

function readPairs(body: string): FormData {
  if (body.length > LONGEST_PAIRS) throw tooLarge();
  let ampersands = 0;
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) {
    ampersands += 1;
    if (ampersands >= MOST_FIELDS) throw badRequest('too many fields');
  }
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(body)) form.append(name, value);
  return form;
}

async function readParts(c: Context, type: string): Promise<FormData> {
  await countParts(c);
  const body = await c.req.arrayBuffer();
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData();
  } catch (cause) {
    throw badRequest('no form', cause);
  }
}

/** Counts the parts of a form that a library reads by itself. Throws a bad request where there are more than
 *  any of our forms has. */
export async function countParts(c: Context): Promise<void> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^multipart\//i.test(type)) return;
  if (hasTooManyParts(new Uint8Array(await c.req.arrayBuffer()), type)) throw badRequest('too many fields');
}

/** Counts the lines that separate parts (RFC 2046 §5.1.1). A body without a boundary is not a form, and has
 *  none. */
function hasTooManyParts(bytes: Uint8Array, type: string): boolean {
  const boundary = /\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const separator = new TextEncoder().encode(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`);
  let parts = 0;
  for (let at = bytes.indexOf(DASH); at >= 0; at = bytes.indexOf(DASH, at)) {
    const isSeparator = separator.every((byte, offset) => bytes[at + offset] === byte);
    parts += isSeparator ? 1 : 0;
    // The closing line counts as one more.
    if (parts > MOST_FIELDS + 1) return true;
    at += isSeparator ? separator.length : 1;
  }
  return false;
}

const DASH = 0x2d;

function tooLarge(): DomainError {
  return new DomainError('too-large', { limit: `${MOST_TEXT / 1024 / 1024} MB a field` });
}

function badRequest(message: string, cause?: unknown): HTTPException {
  return new HTTPException(400, { message, cause });
}
