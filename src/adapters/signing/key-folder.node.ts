import { join } from 'node:path';
import type { PublicKeyRecord } from '../../domain/public-key.ts';
import { assertPrivate, readKeyFiles } from './key-file.node.ts';
import type { KeySet } from './key-ring.ts';
import { openKeySet } from './key-set.ts';

export interface KeyFolderOptions {
  readonly folder: string;
  readonly passphrase?: string;
  /** In production: a private key in clear is refused. */
  readonly requireEncryption?: boolean;
  /** What the database knows of the keys. */
  readonly kept?: readonly PublicKeyRecord[];
}

/** The keys of a folder, ready to sign. Reads, and never makes a key: `key-missing` where no Ed25519 or no RS256 key is
 *  active, `keys-lost` where one was and its file is gone, `key-unreadable` with the file and the remedy for everything else. */
export async function readKeyFolder(options: KeyFolderOptions): Promise<KeySet> {
  const files = await readKeyFiles(options.folder);
  if (files.length > 0) await assertPrivate(options.folder, '700');
  for (const { record } of files) {
    await assertPrivate(join(options.folder, `${record.kid}.json`), '600');
  }
  return openKeySet(files, {
    ...options,
    place: options.folder,
    placeOf: (kid) => join(options.folder, `${kid}.json`),
  });
}

/** Public halves and states, without the passphrase: what `keys list` shows. An absent folder holds none. */
export async function readPublicKeys(folder: string): Promise<readonly PublicKeyRecord[]> {
  return (await readKeyFiles(folder)).map((file) => file.record);
}
