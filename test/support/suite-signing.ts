import { createHash } from 'node:crypto';
import { p256, p384 } from '@noble/curves/nist.js';
import {
  canonicaliseThirdParty,
  type HashName,
} from '../../src/open-badges/canonicalization/canonical-form.ts';
import { canonicalJson } from '../../src/open-badges/canonicalization/canonical-json.ts';
import { toBase64Url } from '../../src/open-badges/keys/base64url.ts';
import { toMultibase } from '../../src/open-badges/keys/multibase.ts';
import { fromMultikey, toJwk } from '../../src/open-badges/keys/public.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { type TestKey, testKey } from './credential-signing.ts';

/** A key of any curve that signs anything, the same on every machine. */
export interface SuiteKey {
  readonly publicKeyMultibase: string;
  readonly hash: HashName;
  sign(data: Uint8Array): Uint8Array;
}

const CURVES = {
  'P-256': { curve: p256, header: [0x80, 0x24], hash: 'SHA-256', bytes: 32 },
  'P-384': { curve: p384, header: [0x81, 0x24], hash: 'SHA-384', bytes: 48 },
} as const;

/** An elliptic key made of one repeated byte, which signs without randomness (RFC 6979). */
export function ellipticKey(name: keyof typeof CURVES, byte: number): SuiteKey {
  const { curve, header, hash, bytes } = CURVES[name];
  const secret = new Uint8Array(bytes).fill(byte);
  const publicKey = curve.getPublicKey(secret, true);
  return {
    publicKeyMultibase: toMultibase(Uint8Array.from([...header, ...publicKey])),
    hash,
    sign: (data) => curve.sign(digest(hash, data), secret, { lowS: false }).toCompactRawBytes(),
  };
}

/** The private half of `ellipticKey('P-256', byte)` as a Multikey. */
export function ellipticSecret(byte: number): string {
  return toMultibase(Uint8Array.from([0x86, 0x26, ...new Uint8Array(32).fill(byte)]));
}

export function edwardsKey(byte: number): SuiteKey {
  const key: TestKey = testKey(byte);
  return { publicKeyMultibase: key.publicKeyMultibase, hash: 'SHA-256', sign: (data) => key.sign(data) };
}

export const didKeyOf = ({ publicKeyMultibase }: SuiteKey) => `did:key:${publicKeyMultibase}`;
export const methodOf = (key: SuiteKey) => `${didKeyOf(key)}#${key.publicKeyMultibase}`;

export function jwkOf({ publicKeyMultibase }: SuiteKey): JsonObject {
  const key = fromMultikey(publicKeyMultibase);
  if (key === undefined) throw new Error('no Multikey');
  return toJwk(key);
}

function digest(hash: HashName, data: Uint8Array | string): Buffer {
  return createHash(hash === 'SHA-256' ? 'sha256' : 'sha384')
    .update(data)
    .digest();
}

/** Adds a proof of a suite that signs a graph or JSON, in the steps of the standard. `options` must name the
 *  suite and the key. */
export async function embedSuiteProof(
  document: JsonObject,
  key: SuiteKey,
  options: JsonObject & { readonly verificationMethod: string },
): Promise<JsonObject> {
  const { proof: existing, ...secured } = JSON.parse(JSON.stringify(document)) as JsonObject;
  const isJson = String(options['cryptosuite']).includes('-jcs-');
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    created: '2026-07-12T10:00:00Z',
    proofPurpose: 'assertionMethod',
    ...(isJson && { '@context': secured['@context'] }),
    ...options,
  };
  const toText = isJson ? async (part: JsonObject) => canonicalJson(part) : toGraph(key.hash);
  const signedOptions = isJson ? proof : { '@context': secured['@context'], ...proof };
  const texts = await Promise.all([signedOptions, secured].map(toText));
  const proofValue = toMultibase(key.sign(Buffer.concat(texts.map((text) => digest(key.hash, text)))));
  const proofs = Array.isArray(existing) ? existing : [];
  return { ...secured, proof: [...proofs, { ...proof, proofValue }] };
}

function toGraph(hash: HashName) {
  return async (part: JsonObject) => {
    const form = await canonicaliseThirdParty(part, hash);
    if (form.kind === 'fault') throw new Error(JSON.stringify(form.fault));
    return form.nquads.join('');
  };
}

/** A compact JWS that the key signs, whatever the header says. */
export function jwsBy(key: SuiteKey, header: JsonObject, payload: JsonObject): string {
  const input = [header, payload].map((part) => toBase64Url(Buffer.from(JSON.stringify(part)))).join('.');
  return `${input}.${toBase64Url(key.sign(Buffer.from(input)))}`;
}
