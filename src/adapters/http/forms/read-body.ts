import { ContentDisposition } from '@remix-run/headers/content-disposition';
import { ContentType } from '@remix-run/headers/content-type';
import { type MultipartPart, parseMultipart } from '@remix-run/multipart-parser';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { digestOf, sha256Of } from '../../../application/digest.ts';
import { DomainError } from '../../../domain/errors.ts';
import { LONGEST_PAIRS, MOST_FIELDS, MOST_TEXT } from '../limits/request-size.ts';
import { FORM_TYPES, mediaTypeOf } from '../responses/media-type.ts';

/** What is wrong with a multipart body, in English for developers. */
class MultipartError extends Error {
  override readonly name = 'MultipartFault';
}

/** Browsers send UTF-8 (RFC 7578 §5.1). A byte-order mark is part of what was typed. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A longer header states more than a type and a boundary. */
const LONGEST_TYPE = 500;

/** The characters of a boundary: at most 70, without a blank at the end. */
const BOUNDARY = /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/;

/** The field with the person for whom the page of a form was drawn. The layout writes it into every form
 *  behind the sign-in, and no handler reads it. */
export const DRAWN_FOR = '_for';

/** The person for whom the page of the form was drawn, where the form names one. A point and the id of the page may
 *  follow. */
export async function readDrawnFor(c: Context): Promise<string | undefined> {
  const said = (await readWhole(c)).get(DRAWN_FOR);
  return typeof said === 'string' ? /^([\w-]{1,100})(?:\.[\w-]{1,64})?$/.exec(said)?.[1] : undefined;
}

/** A text that is the same for a second click of the same form of the same page. Undefined if the form doesn't name
 *  its page. */
export async function readFormDigest(c: Context): Promise<string | undefined> {
  const form = await readWhole(c);
  if (!String(form.get(DRAWN_FOR)).includes('.')) return undefined;
  const fields = Array.from(form, async ([name, value]) => [
    name,
    typeof value === 'string'
      ? value
      : [value.name, await sha256Of(new Uint8Array(await value.arrayBuffer()))],
  ]);
  const { pathname, search } = new URL(c.req.url);
  return digestOf([pathname + search, await Promise.all(fields)]);
}

/** Reads the texts and files of a form. Throws a bad request where the body is not a form or has more fields
 *  than any of ours, and `too-large`. */
export async function readSent(c: Context): Promise<FormData> {
  const form = await readWhole(c);
  form.delete(DRAWN_FOR);
  return form;
}

/** Reads the form once for this request, within its bounds. The validators of the API take the same form from
 *  the cache of the request, and so parse nothing themselves. */
async function readWhole(c: Context): Promise<FormData> {
  const { bodyCache } = c.req;
  bodyCache.formData ??= await parseSent(c);
  return bodyCache.formData;
}

async function parseSent(c: Context): Promise<FormData> {
  const media = mediaTypeOf(c);
  if (media !== FORM_TYPES.pairs && media !== FORM_TYPES.parts) throw badRequest('no form');
  const body = await takeBody(c);
  if (media === FORM_TYPES.pairs) return checked(parsePairs(body));
  try {
    return checked(await parseForm(body, c.req.header('Content-Type') ?? '', c.env?.turn ?? always));
  } catch (cause) {
    if (cause instanceof MultipartError) throw badRequest(cause.message, cause);
    throw cause;
  }
}

/** The bytes of the body, which are held by no one else: Hono and its server keep what was read as long as the request
 *  lasts, and a transferred buffer is empty for them. */
async function takeBody({ req }: Context): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = await req.arrayBuffer();
  delete req.bodyCache.arrayBuffer;
  return new Uint8Array(structuredClone(buffer, { transfer: [buffer] }));
}

function checked(form: FormData): FormData {
  for (const value of form.values()) {
    if (typeof value === 'string' && value.length > MOST_TEXT) throw tooLarge();
  }
  return form;
}

/** Pairs are counted before they are parsed: 3 MB can hold a million of them. A plus sign is a blank; megabytes
 *  of them take a fifth of a second where they are replaced in a text. */
function parsePairs(sent: Uint8Array): FormData {
  if (sent.length > LONGEST_PAIRS) throw tooLarge();
  const body = sent.slice();
  let ampersands = 0;
  for (let at = 0; at < body.length; at += 1) {
    if (body[at] === PLUS) body[at] = BLANK;
    if (body[at] === AMPERSAND) ampersands += 1;
  }
  if (ampersands >= MOST_FIELDS) throw badRequest('too many fields');
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(body))) form.append(name, value);
  return form;
}

const [BLANK, AMPERSAND, PLUS] = [0x20, 0x26, 0x2b] as const;

/** A request of the service to itself waits for no one. */
const always = () => true;

function tooLarge(): DomainError {
  return new DomainError('too-large', { limit: `${MOST_TEXT / 1024 / 1024} MB a field` });
}

function badRequest(message: string, cause?: unknown): HTTPException {
  return new HTTPException(400, { message, cause });
}

/** Parses a `multipart/form-data` body that has been read whole. The library finds the lines between parts in
 *  linear time, and a body in one piece leaves nothing to join again and again. Its bound of 8 kB for the
 *  headers of a part stays, because it searches unfinished headers from their start. Between two parts the
 *  request may have to wait for its turn: 12 MB of headers take a third of a second. */
async function parseForm(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  turn: () => boolean | Promise<boolean>,
): Promise<FormData> {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) throw new MultipartError('the boundary is not one of RFC 2046 §5.1.1');
  if (body.length === 0) throw new MultipartError('the form is empty');
  const bounds = { maxParts: MOST_FIELDS, maxFileSize: body.length, maxTotalSize: body.length };
  const form = new FormData();
  try {
    for (const part of parseMultipart(body, { boundary, ...bounds })) {
      addPart(form, part);
      if (!(await turn())) throw new DomainError('overloaded');
    }
  } catch (cause) {
    if (cause instanceof MultipartError || cause instanceof DomainError) throw cause;
    throw new MultipartError('the body is not a form of this boundary', { cause });
  }
  return form;
}

/** RFC 7578 §4.2 says which headers a part has. */
function addPart(form: FormData, part: MultipartPart): void {
  const stated = ContentDisposition.from(part.headers['content-disposition'] ?? null);
  const { type, name, filename = decodeExtended(stated.filenameSplat) } = stated;
  if (type?.toLowerCase() !== 'form-data' || name === undefined) {
    throw new MultipartError('a part has no name');
  }
  if (filename === undefined) form.append(decoded(name), UTF8.decode(part.bytes));
  else form.append(decoded(name), toFile(part, decoded(filename)));
}

function toFile(part: MultipartPart, name: string): File {
  return new File(part.content as BlobPart[], name, { type: part.mediaType ?? '' });
}

function boundaryOf(contentType: string): string | undefined {
  if (contentType.length > LONGEST_TYPE) return undefined;
  const { boundary = '' } = ContentType.from(contentType);
  return BOUNDARY.test(boundary) ? boundary : undefined;
}

/** Browsers encode a quote and the ends of lines in a name, and nothing else (HTML, multipart form data). */
function decoded(name: string): string {
  return name.replace(/%0D|%0A|%22/gi, (code) => decodeURIComponent(code));
}

/** RFC 7578 §4.2 forbids `filename*`, but some programs name a file with accents by nothing else (RFC 8187). */
function decodeExtended(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const encoded = value.slice(value.lastIndexOf("'") + 1);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
