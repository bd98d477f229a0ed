import type { Context } from 'hono';
import { isJsonObject, type JsonObject } from '../../../../openbadges/json-value.ts';
import { findTextFault } from '../../../../openbadges/strict-json.ts';
import type { AppEnv } from '../../env.ts';

/** The object of a body, or the reason why it is not read, in English for developers. */
export type Body = { readonly object: JsonObject } | { readonly fault: string };

/** Reads a JSON object within the limits. A member named twice is refused, because the parser would hide one
 *  of the two. */
export async function readBody(c: Context<AppEnv>, mostCharacters = Number.POSITIVE_INFINITY): Promise<Body> {
  if (!/\bjson\b/.test(c.req.header('Content-Type') ?? '')) return { fault: 'send application/json' };
  const text = await c.req.text();
  if (text.length > mostCharacters) return { fault: `at most ${mostCharacters} characters` };
  const fault = findTextFault(text);
  if (fault) return { fault: fault.reason };
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? { object: value } : { fault: 'send a JSON object' };
  } catch {
    return { fault: 'the body is not JSON' };
  }
}
