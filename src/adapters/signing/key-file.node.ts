import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PublicKeyRecord } from '../../application/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import type { PrivateKeyAtRest } from './key-material.ts';

/** One key as it lies in the folder, `<kid>.json`. A key that no longer signs keeps its public half only. */
export interface KeyFile {
  readonly record: PublicKeyRecord;
  readonly privateKey?: PrivateKeyAtRest;
}

const instant = z
  .string()
  .refine((text) => parseDateTime(text) !== undefined)
  .transform((text) => text as Instant);
const base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/);

const keyFile = z
  .strictObject({
    kid: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/),
    algorithm: z.enum(['Ed25519', 'RS256']),
    state: z.enum(['active', 'retired', 'compromised']),
    createdAt: instant,
    retiredAt: instant.optional(),
    compromised: z.strictObject({ at: instant, reason: z.string().min(1) }).optional(),
    publicKeyMultibase: z.string().startsWith('z6Mk').optional(),
    publicKeyJwk: z.strictObject({ kty: z.literal('RSA'), n: base64Url, e: base64Url }).optional(),
    privateKey: z
      .union([
        z.strictObject({ jwk: z.looseObject({ kty: z.string(), d: base64Url }) }),
        z.strictObject({ jwe: z.string() }),
      ])
      .optional(),
  })
  .refine((key) => (key.algorithm === 'RS256' ? key.publicKeyJwk : key.publicKeyMultibase) !== undefined)
  .refine((key) => key.state !== 'active' || key.privateKey !== undefined)
  .refine((key) => key.state !== 'compromised' || key.compromised !== undefined);

/** Every key file of a folder, oldest first; an absent folder holds none. Throws `key-unreadable` naming the file. */
export async function readKeyFiles(folder: string): Promise<readonly KeyFile[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw unreadable(folder, cause.code ?? 'unreadable', { cause });
  });
  const files = names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  const keys = await Promise.all(files.map((name) => readKeyFile(join(folder, name), name)));
  return keys.toSorted(({ record: one }, { record: other }) =>
    `${one.createdAt} ${one.kid}` < `${other.createdAt} ${other.kid}` ? -1 : 1,
  );
}

async function readKeyFile(path: string, name: string): Promise<KeyFile> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(path, cause.code ?? 'unreadable', { cause });
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unreadable(path, 'not-json', { cause });
  }
  const parsed = keyFile.safeParse(json);
  if (!parsed.success) throw unreadable(path, `not-a-key: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const { privateKey, ...record } = parsed.data;
  if (`${record.kid}.json` !== name) throw unreadable(path, 'file-name-is-not-its-kid');
  return {
    record: record as PublicKeyRecord,
    ...(privateKey && { privateKey: privateKey as PrivateKeyAtRest }),
  };
}

/** Writes a key file whole or not at all: a temporary file of mode 0600, flushed, then renamed over the old one. */
export async function writeKeyFile(folder: string, { record, privateKey }: KeyFile): Promise<void> {
  const temporary = join(folder, `.${record.kid}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify({ ...record, privateKey }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, `${record.kid}.json`));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}

/** Throws `key-unreadable` where anyone but the owner may read the path. */
export async function assertPrivate(path: string, mode: '600' | '700'): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode: bits } = await stat(path);
  if ((bits & 0o077) !== 0) throw unreadable(path, 'others-may-read-it', { remedy: `chmod ${mode} ${path}` });
}

/** A `key-unreadable` for a file, with the command that mends it where there is one. */
export function unreadable(
  file: string,
  reason: string,
  { cause, remedy }: { readonly cause?: unknown; readonly remedy?: string } = {},
): DomainError {
  return new DomainError('key-unreadable', { file, reason, ...(remedy && { remedy }) }, { cause });
}
