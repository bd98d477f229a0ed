import { byAge, type KeyFile, parseKeyFile, unreadable } from './key-file.ts';
import { openPrivateKey, type PrivateKeyAtRest, sealPrivateKey } from './key-material.ts';

/** The most rounds that the Workers runtime accepts for deriving a key; only the deployed runtime refuses
 *  more. */
const WORKER_PBKDF2_ROUNDS = 100_000;
const PREFIX = 'KEY_';

export interface ExportOptions {
  readonly passphrase?: string;
  /** Whether to give private keys in encrypted form only; true in production. */
  readonly requireEncryption: boolean;
}

/** Turns key files into secrets, which `wrangler secret bulk` reads. Each key has its own secret, because a
 *  secret holds 5 KB at most. Private keys are encrypted again, with as many rounds as Workers allow. Throws
 *  `key-unreadable`. */
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

/** Reads the key files in the settings' secrets, oldest first. Throws `key-unreadable` with the secret's
 *  name. */
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
