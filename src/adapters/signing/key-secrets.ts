import { byAge, type KeyFile, parseKeyFile, unreadable } from './key-file.ts';
import { openPrivateKey, type PrivateKeyAtRest, sealPrivateKey } from './key-material.ts';

/** Most that the runtime of Workers derives a key with; it refuses more, in production only. */
const WORKER_PBKDF2_ROUNDS = 100_000;
const PREFIX = 'KEY_';

export interface ExportOptions {
  readonly passphrase?: string;
  /** In production: private keys leave in encrypted form only. */
  readonly requireEncryption: boolean;
}

/** Key files → secrets, one a key, since a secret holds 5 KB at most: what `wrangler secret bulk` reads. Private keys
 *  are encrypted anew, with as many rounds as Workers allow. Throws `key-unreadable`. */
export async function toKeySecrets(
  files: readonly KeyFile[],
  options: ExportOptions,
): Promise<Readonly<Record<string, string>>> {
  const secrets = await Promise.all(
    files.map(async ({ record, privateKey }) => {
      const sealed = privateKey && (await resealed(record.kid, privateKey, options));
      return [secretNameOf(record.kid), JSON.stringify({ ...record, privateKey: sealed })] as const;
    }),
  );
  return Object.fromEntries(secrets);
}

/** The secrets of keys among the settings → key files, oldest first. Throws `key-unreadable` naming the secret. */
export function parseKeySecrets(
  environment: Readonly<Record<string, string | undefined>>,
): readonly KeyFile[] {
  const files = Object.entries(environment).flatMap(([name, text]) => {
    if (!name.startsWith(PREFIX) || !text) return [];
    const file = parseKeyFile(text, name);
    if (secretNameOf(file.record.kid) !== name) throw unreadable(name, 'file-name-is-not-its-kid');
    return [file];
  });
  return files.toSorted(byAge);
}

/** `ed-0a1b…` → `KEY_ED_0A1B…`. */
export function secretNameOf(kid: string): string {
  return PREFIX + kid.toUpperCase().replaceAll('-', '_');
}

async function resealed(
  kid: string,
  privateKey: PrivateKeyAtRest,
  { passphrase, requireEncryption }: ExportOptions,
): Promise<PrivateKeyAtRest> {
  const remedy = 'KEYS_PASSPHRASE';
  const jwk = await openPrivateKey(privateKey, passphrase);
  if (!jwk) throw unreadable(kid, passphrase ? 'wrong-passphrase' : 'passphrase-needed', { remedy });
  if (requireEncryption && !passphrase) {
    throw unreadable(kid, 'not-encrypted', { remedy });
  }
  return sealPrivateKey(jwk, passphrase, WORKER_PBKDF2_ROUNDS);
}
