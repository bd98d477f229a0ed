import { z } from 'zod';
import { parseDateTime } from '#open-badges/values';
import { DomainError } from '../../domain/errors.ts';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { PrivateKeyAtRest } from './key-material.ts';

/** One key as it is stored in `<kid>.json` of the folder, or in a secret. A key that no longer signs keeps
 *  its public half only. */
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

/** Parses the text of a key file. Throws `key-unreadable` with the place of the text. */
export function parseKeyFile(text: string, place: string): KeyFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unreadable(place, 'not-json', { cause });
  }
  const parsed = keyFile.safeParse(json);
  if (!parsed.success) throw unreadable(place, `not-a-key: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const { privateKey, ...record } = parsed.data;
  return {
    record: record as PublicKeyRecord,
    ...(privateKey && { privateKey: privateKey as PrivateKeyAtRest }),
  };
}

/** Sorts oldest first: every list of keys has this order. */
export function byAge({ record: one }: KeyFile, { record: other }: KeyFile): number {
  return `${one.createdAt} ${one.kid}` < `${other.createdAt} ${other.kid}` ? -1 : 1;
}

/** A `key-unreadable` for a file, with the command that repairs it where there is one. */
export function unreadable(
  file: string,
  reason: string,
  { cause, remedy }: { readonly cause?: unknown; readonly remedy?: string } = {},
): DomainError {
  return new DomainError('key-unreadable', { file, reason, ...(remedy && { remedy }) }, { cause });
}
