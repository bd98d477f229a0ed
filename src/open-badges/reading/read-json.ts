import type { Fetched } from '../fetching/fetcher.ts';
import { fromBase64Url } from '../keys/base64url.ts';
import type { DocumentError } from '../parsing/document-error.ts';
import { isJsonObject, type JsonObject } from '../parsing/json-value.ts';
import { findTextError } from '../parsing/strict-json.ts';
import { VERIFICATION_LIMITS } from '../verification/limits.ts';

/** The result of reading a JSON text: an object, a text that must not be read, another JSON value, or no
 *  JSON. */
export type ReadJson =
  | { readonly kind: 'object'; readonly object: JsonObject }
  | { readonly kind: 'refused'; readonly fault: DocumentError }
  | { readonly kind: 'no-object' }
  | { readonly kind: 'not-json' };

/** The result of parsing a text that may be a credential: JSON, or a compact JWS with its two parts of JSON,
 *  each undefined if it is not an object. */
export type ParsedText = (
  | ReadJson
  | {
      readonly kind: 'jws';
      readonly jws: string;
      readonly header: JsonObject | undefined;
      readonly payload: JsonObject | undefined;
    }
) & {
  /** The whole text, absent if the caller parsed it. */
  readonly text?: string;
};

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text of UTF-8 bytes, without a byte-order mark; undefined if they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads a JSON object within the limits. A member named twice is refused. */
export function readJson(text: string): ReadJson {
  const fault = findTextError(text);
  if (fault) return { kind: 'refused', fault };
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? { kind: 'object', object: value } : { kind: 'no-object' };
  } catch {
    return { kind: 'not-json' };
  }
}

/** Parses a text that is JSON or a compact JWS, with white space around it at most. All readers of credentials
 *  work on this result, so that each text is parsed once. */
export function parseText(text: string): ParsedText {
  const trimmed = text.trim();
  return { ...(COMPACT_JWS.test(trimmed) ? parseJws(trimmed) : readJson(trimmed)), text };
}

/** Parses a compact JWS (RFC 7515 §7.1) within the limits. Any other text is `not-json`. */
export function parseJws(jws: string): ParsedText {
  if (!COMPACT_JWS.test(jws)) return { kind: 'not-json' };
  const limit = VERIFICATION_LIMITS.text;
  if (jws.length > limit) {
    const fault = { code: 'too-large', reason: `${jws.length} characters`, params: { limit } } as const;
    return { kind: 'refused', fault };
  }
  const [first = '', second = ''] = jws.split('.');
  const [header, payload] = [readJwsObject(first), readJwsObject(second)];
  for (const part of [header, payload]) if (part.kind === 'refused') return part;
  return { kind: 'jws', jws, header: objectOf(header), payload: objectOf(payload) };
}

/** One part of a compact JWS, as JSON. */
export function readJwsObject(part: string): ReadJson {
  try {
    return readJson(decodeText(fromBase64Url(part)) ?? '');
  } catch {
    return { kind: 'not-json' };
  }
}

function objectOf(read: ReadJson): JsonObject | undefined {
  return read.kind === 'object' ? read.object : undefined;
}

/** Objects read from answers. An object depends only on the bytes of its answer, and is forgotten with the
 *  answer. */
const objects = new WeakMap<Fetched, JsonObject | 'none'>();

/** The fetched JSON object; undefined for another answer, or where `readJson` refuses it. Each answer is read
 *  only once, although the proof, the issuer and the status list all ask for the issuer's document. */
export function fetchedObject(fetched: Fetched): JsonObject | undefined {
  if (fetched.kind === 'unreachable' || fetched.body === undefined) return undefined;
  const object = objects.get(fetched) ?? toObject(fetched.body);
  objects.set(fetched, object);
  return object === 'none' ? undefined : object;
}

function toObject(body: Uint8Array): JsonObject | 'none' {
  return objectOf(readJson(decodeText(body) ?? '')) ?? 'none';
}
