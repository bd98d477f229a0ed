import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SUMS = 'SHA256SUMS';
const SIGNATURE = 'SHA256SUMS.sig';
const PUBLIC_KEY = 'release-key.pem';

/** Writes the digests of these files, and signs them where there is a key: Ed25519 over the bytes of SHA256SUMS,
 *  as `openssl pkeyutl -verify -rawin` checks it. The public half is written alongside. Returns the names written. */
export function writeSums(folder, names, keyFile) {
  const lines = [...names].sort().map((name) => `${digestOf(join(folder, name))}  ${name}\n`);
  const text = Buffer.from(lines.join(''));
  writeFileSync(join(folder, SUMS), text);
  if (!keyFile) return [SUMS];
  const key = createPrivateKey(readFileSync(keyFile));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} is no private key of Ed25519.`);
  writeFileSync(join(folder, SIGNATURE), sign(null, text, key));
  writeFileSync(join(folder, PUBLIC_KEY), createPublicKey(key).export({ type: 'spki', format: 'pem' }));
  return [SUMS, SIGNATURE, PUBLIC_KEY];
}

/** SHA-256 of a file, in hexadecimal. */
export function digestOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
