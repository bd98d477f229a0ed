import { join } from 'node:path';
import type { PublicKeyRecord } from '../../application/ports.ts';
import { PUBLISHED_TEST_KEY } from '../../application/verification/published-test-key.ts';
import { DomainError } from '../../domain/errors.ts';
import { assertPrivate, type KeyFile, readKeyFiles, unreadable } from './key-file.node.ts';
import { isPairOf, type KeyAlgorithm, openPrivateKey } from './key-material.ts';
import type { KeySet } from './key-ring.ts';
import { importEd25519Key, importRs256Key } from './signing-key.ts';

export interface KeyFolderOptions {
  readonly folder: string;
  readonly passphrase?: string;
  /** In production: a private key in clear is refused. */
  readonly requireEncryption?: boolean;
}

/** The keys of a folder, ready to sign. Reads, and never makes a key: `key-missing` where no Ed25519 or no RS256 key is
 *  active, `key-unreadable` with the file and the remedy for everything else. */
export async function readKeyFolder(options: KeyFolderOptions): Promise<KeySet> {
  const files = await readKeyFiles(options.folder);
  if (files.length > 0) await assertPrivate(options.folder, '700');
  for (const { record } of files) {
    const path = join(options.folder, `${record.kid}.json`);
    if (record.publicKeyMultibase === PUBLISHED_TEST_KEY) throw unreadable(path, 'published-test-key');
    await assertPrivate(path, '600');
  }
  return {
    records: files.map((file) => file.record),
    ed25519: await openActiveKey(files, { algorithm: 'Ed25519', use: importEd25519Key }, options),
    rs256: await openActiveKey(files, { algorithm: 'RS256', use: importRs256Key }, options),
  };
}

/** Public halves and states, without the passphrase: what `keys list` shows. An absent folder holds none. */
export async function readPublicKeys(folder: string): Promise<readonly PublicKeyRecord[]> {
  return (await readKeyFiles(folder)).map((file) => file.record);
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
  { folder, passphrase, requireEncryption = false }: KeyFolderOptions,
): Promise<Key> {
  const file = activeKeyOf(files, algorithm);
  if (file?.privateKey === undefined) {
    const remedy = `jalon keys generate --algorithm ${algorithm}`;
    throw new DomainError('key-missing', { algorithm, folder, remedy });
  }
  const { record, privateKey } = file;
  const path = join(folder, `${record.kid}.json`);
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
