import type { Fetched } from '../fetching/fetcher.ts';
import type { DocumentFault } from '../parsing/document-error.ts';
import { isJsonObject, type JsonObject } from '../parsing/json-value.ts';
import { findTextFault } from '../parsing/strict-json.ts';

/** The result of reading a JSON text: an object, a text that must not be read, or another value. */
export type ReadJson =
  | { readonly kind: 'object'; readonly object: JsonObject }
  | { readonly kind: 'refused'; readonly fault: DocumentFault }
  | { readonly kind: 'no-object' };

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text of UTF-8 bytes, without a byte-order mark; undefined where they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads a JSON object within the limits. A member named twice is refused. */
export function readJson(text: string): ReadJson {
  const fault = findTextFault(text);
  if (fault) return { kind: 'refused', fault };
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? { kind: 'object', object: value } : { kind: 'no-object' };
  } catch {
    return { kind: 'no-object' };
  }
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
  const read = readJson(decodeText(body) ?? '');
  return read.kind === 'object' ? read.object : 'none';
}
