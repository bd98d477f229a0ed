import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The public key that releases are signed with. It is in the repository once the owner has committed one, and
 *  `jalon release verify` trusts it. */
export const PUBLISHED_KEY = 'release-key.pem';
/** The pages that print its fingerprint. */
export const KEY_PAGES = ['README.md', 'README.fr.md', 'SECURITY.md'];

/** The published key, or undefined if the owner has committed none. Throws if the file is no public key of Ed25519. */
export function readPublishedKey(root) {
  const file = join(root, PUBLISHED_KEY);
  if (!existsSync(file)) return undefined;
  const pem = readFileSync(file, 'utf8');
  if (pem.includes('PRIVATE')) {
    throw new Error(
      `${PUBLISHED_KEY} is a private key. Remove it from the repository, and make another key.`,
    );
  }
  return ed25519(createPublicKey(pem), PUBLISHED_KEY);
}

/** The private key of a file (PEM), to sign with. Throws if it is not of Ed25519, if its passphrase is absent or wrong,
 *  or if it is not the private half of the published key. */
export function readSigningKey(file, { published, passphrase } = {}) {
  const key = ed25519(openPrivateKey(file, passphrase), file);
  if (published && !createPublicKey(key).equals(published)) {
    throw new Error(
      `${file} is not the private half of ${PUBLISHED_KEY}, which the repository publishes. Sign with that half, or publish the new key first (docs/releases.md).`,
    );
  }
  return key;
}

/** SHA-256 of a public key as DER, in hexadecimal: what OpenSSL and `jalon release verify` print. */
export function fingerprintOf(key) {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** What is wrong with the fingerprints on the pages: one sentence each. A page prints the fingerprint of the published
 *  key, and none if no key is published. */
export function findPageErrors(root) {
  const published = readPublishedKey(root);
  const expected = published && fingerprintOf(published);
  return KEY_PAGES.flatMap((page) => {
    const printed = readFileSync(join(root, page), 'utf8').match(/\b[0-9a-f]{64}\b/g) ?? [];
    const others = printed.filter((one) => one !== expected);
    return [
      ...others.map((one) => `${page} prints ${one}, which is not the fingerprint of ${PUBLISHED_KEY}.`),
      ...(expected && !printed.includes(expected) ? [`${page} must print the fingerprint ${expected}.`] : []),
    ];
  });
}

function openPrivateKey(file, passphrase) {
  const key = readFileSync(file, 'utf8');
  const isEncrypted = key.includes('ENCRYPTED');
  if (isEncrypted && !passphrase) throw new Error(`${file} is encrypted: set RELEASE_KEY_PASSPHRASE.`);
  try {
    return createPrivateKey({ key, passphrase });
  } catch (cause) {
    const reason = isEncrypted ? 'RELEASE_KEY_PASSPHRASE does not open it' : 'it is no private key (PEM)';
    throw new Error(`${file} cannot be read: ${reason}.`, { cause });
  }
}

function ed25519(key, file) {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no key of Ed25519.`);
  return key;
}
