import { PUBLISHED_TEST_KEY } from '../../application/verification/published-test-key.ts';
import { DomainError } from '../../domain/errors.ts';
import { type KeyFile, unreadable } from './key-file.ts';
import { isPairOf, type KeyAlgorithm, openPrivateKey } from './key-material.ts';
import type { KeySet } from './key-ring.ts';
import { importEd25519Key, importRs256Key } from './signing-key.ts';

export interface KeySetOptions {
  /** Where the keys are, in words that may be shown. */
  readonly place: string;
  /** Where one of them is. */
  readonly placeOf: (kid: string) => string;
  readonly passphrase?: string;
  /** In production: a private key in clear is refused. */
  readonly requireEncryption?: boolean;
}

/** Key files, oldest first → keys ready to sign. Throws `key-missing` where no Ed25519 or no RS256 key is active,
 *  `key-unreadable` with the place and the remedy for everything else. */
export async function openKeySet(files: readonly KeyFile[], options: KeySetOptions): Promise<KeySet> {
  const published = files.find(({ record }) => record.publicKeyMultibase === PUBLISHED_TEST_KEY);
  if (published) throw unreadable(options.placeOf(published.record.kid), 'published-test-key');
  return {
    records: files.map((file) => file.record),
    ed25519: await openActiveKey(files, { algorithm: 'Ed25519', use: importEd25519Key }, options),
    rs256: await openActiveKey(files, { algorithm: 'RS256', use: importRs256Key }, options),
  };
}

/** The active key of an algorithm; the newest, should a stopped rotation have left two. */
export function activeKeyOf(files: readonly KeyFile[], algorithm: KeyAlgorithm): KeyFile | undefined {
  return files.findLast(({ record }) => record.algorithm === algorithm && record.state === 'active');
}

interface Wanted<Key> {
  readonly algorithm: KeyAlgorithm;
  readonly use: (kid: string, jwk: JsonWebKey) => Promise<Key>;
}

async function openActiveKey<Key>(
  files: readonly KeyFile[],
  { algorithm, use }: Wanted<Key>,
  { place, placeOf, passphrase, requireEncryption = false }: KeySetOptions,
): Promise<Key> {
  const file = activeKeyOf(files, algorithm);
  if (file?.privateKey === undefined) {
    const remedy = `jalon keys generate --algorithm ${algorithm}`;
    throw new DomainError('key-missing', { algorithm, folder: place, remedy });
  }
  const { record, privateKey } = file;
  const path = placeOf(record.kid);
  if (requireEncryption && 'jwk' in privateKey)
    throw unreadable(path, 'not-encrypted', { remedy: 'jalon keys rotate' });
  const jwk = await openPrivateKey(privateKey, passphrase);
  if (jwk === undefined) {
    throw unreadable(path, passphrase ? 'wrong-passphrase' : 'passphrase-needed', {
      remedy: 'KEYS_PASSPHRASE',
    });
  }
  if (!isPairOf(record, jwk)) throw unreadable(path, 'private-key-of-another-public-key');
  try {
    return await use(record.kid, jwk);
  } catch (cause) {
    throw unreadable(path, 'private-key-damaged', { cause });
  }
}
