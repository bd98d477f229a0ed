import type { Context } from 'hono';
import type { AppDeps } from '../env.ts';
import { FORM_TYPES, mediaTypeOf } from '../responses/media-type.ts';
import type { FormState } from './context.ts';
import { optionalText } from './schema.ts';

/** The field of a form's token, by which a form that is sent several times makes one record. */
export const idempotencyKeyField = optionalText(60);

/** The token of a form: a new one where the form is shown first, the same where it is shown again. */
export function idempotencyKeyOf({ ports }: AppDeps, form?: Pick<FormState, 'values'>): string {
  return form?.values['once']?.[0] || ports.ids.credentialId();
}

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
