import { DomainError } from '../domain/errors.ts';
import { type CredentialId, parseCredentialId } from '../domain/ids.ts';

/** A credential's id as people paste it: its 22 characters, or the whole address. Throws
 *  `unknown-credential`. */
export function parseCredentialAddress(text: string): CredentialId {
  const last = text.trim().split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  const id = parseCredentialId(last);
  if (!id) throw new DomainError('unknown-credential', { id: text });
  return id;
}
