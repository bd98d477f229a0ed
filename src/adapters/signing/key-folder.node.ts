import { join } from 'node:path';
import { nodePrimitives } from '#open-badges/node';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';
import { assertPrivate, readKeyFiles } from './key-file.node.ts';
import type { KeySet } from './key-ring.ts';
import { openKeySet } from './key-set.ts';

export interface KeyFolderOptions {
  readonly folder: string;
  readonly passphrase?: string;
  /** Whether to refuse a private key that is not encrypted; true in production. */
  readonly requireEncryption?: boolean;
  /** The keys as the database knows them. */
  readonly kept?: readonly PublicKeyRecord[];
}

/** Opens the keys of a folder for signing. It never makes a key. Throws `key-missing` where no Ed25519 or no
 *  RS256 key is active, `keys-lost` where an active key's file is gone, and `key-unreadable` with the file
 *  and the remedy for every other fault. */
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
    primitives: nodePrimitives,
  });
}

/** Public halves and states of the keys, which need no passphrase: the lines of `keys list`. An absent folder
 *  gives none. */
export async function readPublicKeys(folder: string): Promise<readonly PublicKeyRecord[]> {
  return (await readKeyFiles(folder)).map((file) => file.record);
}
