import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { identityHash } from '../keys/sha256.ts';
import { isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';

/** Whether a credential was issued to an e-mail address: it names this address, only others, or none. */
export type RecipientResult = 'confirmed' | 'other-address' | 'no-address';

/** The most identifiers that are compared, because each costs a hash. */
const MOST_IDENTIFIERS = 100;

/** Compares an e-mail address with everything that a credential states about its recipient (Open Badges 3.0,
 *  "Verify", step 5): e-mail identifiers, in clear or hashed with their salt, a `mailto:` as id, and an
 *  e-mail address in clear. The standard hashes the address as written. Issuers hash it as typed or in lower
 *  case, so both forms are tried. */
export async function checkRecipient(credential: JsonObject, email: string): Promise<RecipientResult> {
  const typed = email.trim();
  const forms = [...new Set([typed, lowerAscii(typed)])];
  const subjects = listOf(credential['credentialSubject']).filter(isJsonObject);
  const identifiers = subjects
    .flatMap((subject) => listOf(subject['identifier']))
    .filter((one) => isJsonObject(one) && one['identityType'] === 'emailAddress')
    .slice(0, MOST_IDENTIFIERS);
  const inClear = subjects.flatMap(addressesOf);
  if (inClear.some((address) => isSameAddress(address, typed))) return 'confirmed';
  for (const identifier of identifiers) {
    for (const form of forms) if (await isNamed(identifier, form)) return 'confirmed';
  }
  return identifiers.length + inClear.length > 0 ? 'other-address' : 'no-address';
}

function addressesOf(subject: JsonObject): readonly string[] {
  const id = textOf(subject, 'id') ?? '';
  const mailto = /^mailto:(.+)$/i.exec(id)?.[1];
  return [mailto, textOf(subject, 'email')].filter((address) => address !== undefined);
}

async function isNamed(identifier: unknown, email: string): Promise<boolean> {
  const stated = textOf(identifier, 'identityHash') ?? '';
  if (!isJsonObject(identifier) || identifier['hashed'] !== true) return isSameAddress(stated, email);
  const salt = textOf(identifier, 'salt') ?? '';
  const hash = stated.toLowerCase();
  if (hash.startsWith('sha256$')) return hash === (await identityHash(email, salt));
  return hash.startsWith('md5$') && hash === `md5$${bytesToHex(md5(utf8ToBytes(email + salt)))}`;
}

/** Lower case of A to Z alone: by Unicode's rules, U+212A (KELVIN SIGN) would become `k`. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function isSameAddress(one: string, other: string): boolean {
  return one !== '' && lowerAscii(one) === lowerAscii(other);
}
