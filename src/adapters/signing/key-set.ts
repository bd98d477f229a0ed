import { PUBLISHED_TEST_KEY } from '../../application/verification/published-test-key.ts';
import { DomainError } from '../../domain/errors.ts';
import { compareKeys, further } from '../../domain/known-keys.ts';
import type { PublicKeyRecord } from '../../domain/public-key.ts';
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
  /** What the database knows of the keys: a key that it says is retired or compromised does not sign. */
  readonly kept?: readonly PublicKeyRecord[];
}

/** Key files, oldest first → keys ready to sign. Throws `key-missing` where no Ed25519 or no RS256 key is active,
 *  `keys-lost` where one was and is no longer in place, `key-unreadable` with the place and the remedy for everything else. */
export async function openKeySet(found: readonly KeyFile[], options: KeySetOptions): Promise<KeySet> {
  const { kept = [] } = options;
  const files = found.map((file) => ({
    ...file,
    record: further(
      file.record,
      kept.find(({ kid }) => kid === file.record.kid),
    ),
  }));
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
  { place, placeOf, passphrase, requireEncryption = false, kept = [] }: KeySetOptions,
): Promise<Key> {
  const file = activeKeyOf(files, algorithm);
  if (file?.privateKey === undefined) {
    assertNoneLost(files, algorithm, { place, kept });
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

/** Making a new key is no remedy for one that was lost: the folder is put back first. */
function assertNoneLost(
  files: readonly KeyFile[],
  algorithm: KeyAlgorithm,
  { place, kept }: { readonly place: string; readonly kept: readonly PublicKeyRecord[] },
): void {
  const { missing } = compareKeys(
    files.map(({ record }) => record),
    kept,
  );
  const kids = missing.filter((key) => key.algorithm === algorithm).map(({ kid }) => kid);
  if (kids.length > 0) throw new DomainError('keys-lost', { kids, folder: place });
}
