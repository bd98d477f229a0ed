import { base64urlnopad } from '@scure/base';
import { OpenBadgesError } from '../errors.ts';

/** Bytes → base64url without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes);
}

/** base64url without padding → bytes. Throws `unreadable-file` for any other character or length, and where
 *  the unused bits of the last character are not 0: each value has only one spelling. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(base64urlnopad.decode(text));
  } catch (cause) {
    throw new OpenBadgesError('unreadable-file', { reason: 'not base64url' }, { cause });
  }
}
