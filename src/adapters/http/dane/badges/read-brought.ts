import type { Context } from 'hono';
import { LONGEST_DOCUMENT } from '../../../../domain/endorsement/achievement-endorsement.ts';
import { fromBase64Url, toBase64Url } from '../../../../openbadges/base64url.ts';
import type { AppEnv } from '../../env.ts';
import type { ParsedForm } from '../../shell/form.ts';
import { readSent } from '../../shell/read-sent.ts';

/** A document that somebody brings, or the one that they have reviewed and now keep. */
export interface Brought {
  readonly given: Uint8Array | string;
  readonly isReadAgain: boolean;
}

/** UTF-8 takes at most three bytes for each UTF-16 unit, and base64url four characters for three bytes. */
const LONGEST_ENCODED = 4 * LONGEST_DOCUMENT;

/** Reads the form: the reviewed document, else a file, else the pasted text. */
export async function readBrought(c: Context<AppEnv>): Promise<ParsedForm<Brought>> {
  const form = await readSent(c);
  const [document, file, pasted] = ['document', 'file', 'credential'].map((name) => form.get(name));
  if (typeof document === 'string' && document !== '') {
    const given = document.length <= LONGEST_ENCODED ? decode(document) : undefined;
    return given
      ? { ok: true, value: { given, isReadAgain: true }, values: {} }
      : { ok: false, faults: { credential: 'required' }, values: {} };
  }
  const text = typeof pasted === 'string' ? pasted.trim() : '';
  // A long document is not shown again: it came from a file or a clipboard, which still has it.
  const values = text === '' || text.length > LONGEST_DOCUMENT ? {} : { credential: [text] };
  if (file instanceof File && file.size > 0) {
    const given = new Uint8Array(await file.arrayBuffer());
    return { ok: true, value: { given, isReadAgain: false }, values };
  }
  if (text === '') return { ok: false, faults: { credential: 'required' }, values };
  return { ok: true, value: { given: text, isReadAgain: false }, values };
}

function decode(text: string): Uint8Array | undefined {
  try {
    return fromBase64Url(text);
  } catch {
    return undefined;
  }
}

/** The document for a hidden field. */
export function encodeDocument(content: string): string {
  return toBase64Url(new TextEncoder().encode(content));
}
