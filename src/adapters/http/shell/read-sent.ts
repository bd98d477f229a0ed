import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DomainError } from '../../../domain/errors.ts';
import { LONGEST_PAIRS, MOST_FIELDS, MOST_TEXT } from '../limits/request-bounds.ts';
import { FORM_TYPES, mediaTypeOf } from './media-type.ts';
import { MultipartFault, parseForm } from './parse-multipart.ts';

/** The field with the person for whom the page of a form was drawn. The layout writes it into every form
 *  behind the sign-in, and no handler reads it. */
export const DRAWN_FOR = '_for';

/** The person for whom the page of the form was drawn, where the form names one. */
export async function readDrawnFor(c: Context): Promise<string | undefined> {
  const said = (await readWhole(c)).get(DRAWN_FOR);
  return typeof said === 'string' && /^[\w-]{1,100}$/.test(said) ? said : undefined;
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
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (media === FORM_TYPES.pairs) return checked(parsePairs(body));
  try {
    return checked(await parseForm(body, c.req.header('Content-Type') ?? '', c.env?.turn ?? always));
  } catch (cause) {
    if (cause instanceof MultipartFault) throw badRequest(cause.message, cause);
    throw cause;
  }
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

/** A request of the service to itself waits for nobody. */
const always = () => true;

function tooLarge(): DomainError {
  return new DomainError('too-large', { limit: `${MOST_TEXT / 1024 / 1024} MB a field` });
}

function badRequest(message: string, cause?: unknown): HTTPException {
  return new HTTPException(400, { message, cause });
}
