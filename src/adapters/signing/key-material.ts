import { bytesToHex } from '@noble/hashes/utils.js';
import { CompactEncrypt, calculateJwkThumbprint, compactDecrypt } from 'jose';
import { fromBase64Url, toEd25519Multikey } from '#open-badges/keys';
import { asDomainError } from '../../application/open-badges-errors.ts';
import type { PublicKeyRecord } from '../../domain/keys/public.ts';
import type { Instant } from '../../domain/time/calendar.ts';

export type KeyAlgorithm = PublicKeyRecord['algorithm'];

/** 3072 bits: ANSSI requires this of signatures that must hold past 2030. */
const RSA_BITS = 3072;
/** PBKDF2 rounds for SHA-512 (OWASP, 2023). */
const PBKDF2_ROUNDS = 210_000;
const ENCRYPTION = { alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', cty: 'jwk+json' } as const;

/** A stored private key: unencrypted where no passphrase is set, otherwise a compact JWE. */
export type PrivateKeyAtRest = { readonly jwk: JsonWebKey } | { readonly jwe: string };

export interface NewKey {
  readonly record: PublicKeyRecord;
  readonly privateJwk: JsonWebKey;
}

/** Makes a new active key pair. Its `kid` is computed from the public key (RFC 7638), so two keys never share
 *  one. */
export async function makeKey(algorithm: KeyAlgorithm, createdAt: Instant): Promise<NewKey> {
  const pair = await generatePair(algorithm);
  const privateJwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const { kty, crv, x, n = '', e = '' } = privateJwk;
  const isRsa = algorithm === 'RS256';
  const thumbprint = fromBase64Url(
    await calculateJwkThumbprint(
      isRsa ? { kty: 'RSA', n, e } : { kty: kty ?? '', crv: crv ?? '', x: x ?? '' },
    ),
  );
  const record: PublicKeyRecord = {
    kid: `${isRsa ? 'rs' : 'ed'}-${bytesToHex(thumbprint.slice(0, 8))}`,
    algorithm,
    state: 'active',
    createdAt,
    ...(isRsa
      ? { publicKeyJwk: { kty: 'RSA', n, e } }
      : { publicKeyMultibase: toEd25519Multikey(fromBase64Url(x ?? '')) }),
  };
  return { record, privateJwk };
}

function generatePair(algorithm: KeyAlgorithm): Promise<CryptoKeyPair> {
  const usages: KeyUsage[] = ['sign', 'verify'];
  if (algorithm === 'Ed25519')
    return crypto.subtle.generateKey('Ed25519', true, usages) as Promise<CryptoKeyPair>;
  const publicExponent = Uint8Array.of(1, 0, 1);
  const parameters = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: RSA_BITS, publicExponent };
  return crypto.subtle.generateKey(parameters, true, usages);
}

/** Whether the private key belongs to the record's public one. */
export function isPairOf(record: PublicKeyRecord, privateJwk: JsonWebKey): boolean {
  if (record.algorithm === 'RS256')
    return privateJwk.n !== undefined && privateJwk.n === record.publicKeyJwk?.n;
  const { x } = privateJwk;
  return (
    x !== undefined && toEd25519Multikey(asDomainError(() => fromBase64Url(x))) === record.publicKeyMultibase
  );
}

/** The private key in its stored form; without a passphrase it is not encrypted. */
export async function sealPrivateKey(
  jwk: JsonWebKey,
  passphrase?: string,
  rounds = PBKDF2_ROUNDS,
): Promise<PrivateKeyAtRest> {
  if (passphrase === undefined) return { jwk };
  const jwe = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(jwk)))
    .setProtectedHeader(ENCRYPTION)
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(new TextEncoder().encode(passphrase));
  return { jwe };
}

/** The private key from its stored form; undefined if the passphrase is missing or wrong. */
export async function openPrivateKey(
  atRest: PrivateKeyAtRest,
  passphrase?: string,
): Promise<JsonWebKey | undefined> {
  if ('jwk' in atRest) return atRest.jwk;
  if (passphrase === undefined) return undefined;
  try {
    const { plaintext } = await compactDecrypt(atRest.jwe, new TextEncoder().encode(passphrase), {
      keyManagementAlgorithms: [ENCRYPTION.alg],
      contentEncryptionAlgorithms: [ENCRYPTION.enc],
      maxPBES2Count: PBKDF2_ROUNDS,
    });
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch {
    return undefined;
  }
}
