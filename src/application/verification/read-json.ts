import { isJsonObject, type JsonObject } from '../../openbadges/json-value.ts';
import { exceedsDepth } from '../../openbadges/nesting.ts';
import type { Fetched } from '../ports.ts';

/** Deepest nesting that is read: later checks are recursive. */
const MAXIMUM_DEPTH = 64;

/** Text of UTF-8 bytes, without a byte-order mark; undefined where they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A JSON object of bounded depth; undefined for any other text. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) && !exceedsDepth(value, MAXIMUM_DEPTH) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The JSON object that was fetched; undefined where the answer is something else. */
export function fetchedObject(fetched: Fetched): JsonObject | undefined {
  if (fetched.kind === 'unreachable' || fetched.body === undefined) return undefined;
  return parseObject(decodeText(fetched.body) ?? '');
}
