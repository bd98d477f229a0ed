import { PUBLISHED_TEST_KEY } from '#open-badges/keys';
import { type Primitives, portablePrimitives } from '#open-badges/proofs';
import { DomainError } from '../../domain/errors.ts';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';
import { compareKeys, further } from '../../domain/keys/registry-check.ts';
import { type KeyFile, unreadable } from './key-file.ts';
import { isPairOf, type KeyAlgorithm, openPrivateKey } from './key-material.ts';
import type { KeySet } from './key-ring.ts';

export interface KeySetOptions {
  /** The place of the keys, in words that may be shown. */
  readonly place: string;
  /** The place of one key, in words that may be shown. */
  readonly placeOf: (kid: string) => string;
  readonly passphrase?: string;
  /** Whether to refuse a private key that is not encrypted; true in production. */
  readonly requireEncryption?: boolean;
  /** The keys as the database knows them: a key that is retired or compromised there does not sign. */
  readonly kept?: readonly PublicKeyRecord[];
  readonly primitives?: Primitives;
}

/** Opens key files, oldest first, for signing. Throws `key-missing` where no Ed25519 or no RS256 key is
 *  active, `keys-lost` where an active key is no longer in place, `keys-foreign` where the keys seem to be
 *  another service's, and `key-unreadable` with the place and the remedy for every other fault. */
export async function openKeySet(found: readonly KeyFile[], options: KeySetOptions): Promise<KeySet> {
  const { kept = [], primitives = portablePrimitives } = options;
  assertNoUnknownKeys(found, kept, options.place);
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
    ed25519: await openActiveKey(files, { algorithm: 'Ed25519', use: primitives.importEd25519 }, options),
    rs256: await openActiveKey(files, { algorithm: 'RS256', use: primitives.importRs256 }, options),
  };
}

/** The active key of an algorithm; the newest where an interrupted rotation has left two. */
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
    // A new service has no key at all, and gets both at once.
    const isOnlyOne = files.some((one) => one.record.state === 'active');
    const remedy = isOnlyOne ? { remedy: `jalon keys generate --algorithm ${algorithm}` } : {};
    throw new DomainError('key-missing', { algorithm, folder: place, ...remedy });
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

/** Keys of another service do not replace the known ones: they must be taken away first. */
export function assertNoUnknownKeys(
  files: readonly KeyFile[],
  saved: readonly PublicKeyRecord[],
  place: string,
): void {
  const inPlace = files.map(({ record }) => record);
  const kids = compareKeys(inPlace, saved).foreign.map(({ kid }) => kid);
  if (kids.length > 0) throw new DomainError('keys-foreign', { kids, folder: place });
}

/** A new key does not replace a lost one: the folder must be restored first. */
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
