import type { Context } from 'hono';
import { FORM_TYPES, mediaTypeOf } from './media-type.ts';

/** The fields of a form that a program sends, or why they are not read, in English for developers. */
export type Fields = { readonly fields: Readonly<Record<string, string>> } | { readonly fault: string };

/** Reads a short form of OAuth. A field sent twice is refused (RFC 6749 §3.2). */
export async function readFields(c: Context, mostCharacters: number): Promise<Fields> {
  const text = await c.req.text();
  if (mediaTypeOf(c) !== FORM_TYPES.pairs) return { fault: 'send a form' };
  if (text.length > mostCharacters) return { fault: `at most ${mostCharacters} characters` };
  const sent = [...new URLSearchParams(text)];
  const fields = Object.fromEntries(sent);
  return Object.keys(fields).length < sent.length ? { fault: 'send each field once' } : { fields };
}
