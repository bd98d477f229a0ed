import { createHash, createPublicKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLISHED_KEY } from './key.mjs';

const SUMS = 'SHA256SUMS';
const SIGNATURE = 'SHA256SUMS.sig';

/** Writes the digests of these files, and signs them if there is a private key: Ed25519 over the bytes of SHA256SUMS,
 *  as `openssl pkeyutl -verify -rawin` checks it. The public half is written to the same folder. Returns the names
 *  written. */
export function writeSums(folder, names, key) {
  const lines = [...names].sort().map((name) => `${digestOf(join(folder, name))}  ${name}\n`);
  const text = Buffer.from(lines.join(''));
  writeFileSync(join(folder, SUMS), text);
  if (!key) return [SUMS];
  writeFileSync(join(folder, SIGNATURE), sign(null, text, key));
  writeFileSync(join(folder, PUBLISHED_KEY), createPublicKey(key).export({ type: 'spki', format: 'pem' }));
  return [SUMS, SIGNATURE, PUBLISHED_KEY];
}

/** SHA-256 of a file, in hexadecimal. */
export function digestOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
