import { sha256Of } from '../../application/digest.ts';
import type { Ids } from '../../application/ports.ts';

/** A new secret of 256 random bits. */
export function newSecret(ids: Pick<Ids, 'credentialId'>): string {
  return `${ids.credentialId()}${ids.credentialId()}`;
}

/** The pre-authorised code of an offer. It is derived from the secret of its address, so that the offer can
 *  be read again although only hashes are stored. */
export async function codeOf(secret: string): Promise<string> {
  return (await sha256Of(`code ${secret}`)).replace('sha256$', '');
}

/** The number of six digits that the holder types into the wallet. It is derived from their session too,
 *  which is in no address: a person who photographs the QR code thus does not learn it. */
export async function pinOf(secret: string, sessionSecret: string): Promise<string> {
  const digest = (await sha256Of(`pin ${secret} ${sessionSecret}`)).replace('sha256$', '');
  return String(Number.parseInt(digest.slice(0, 12), 16) % 1_000_000).padStart(6, '0');
}

/** The hash of a number. A number is short, so its hash is salted with a secret that is not stored. */
export function hashPin(pin: string, code: string): Promise<string> {
  return sha256Of(`${code} ${pin}`);
}
