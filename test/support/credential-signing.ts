import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  sign as nodeSign,
} from 'node:crypto';
import { canonicaliseThirdParty } from '../../src/open-badges/canonicalization/canonical-form.ts';
import { toEd25519Multikey, toMultibase } from '../../src/open-badges/keys/multibase.ts';
import { type JsonObject, listOf, textOf } from '../../src/open-badges/parsing/json-value.ts';
import rsaKeys from '../vectors/credentials/keys.json' with { type: 'json' };

/** A key that signs anything, well formed or not: tests need credentials that the real signer refuses to
 *  make. */
export interface TestKey {
  readonly publicKeyMultibase: string;
  readonly privateJwk: JsonWebKey;
  sign(data: Uint8Array): Uint8Array;
}

/** An Ed25519 key made of one repeated byte. */
export function testKey(byte: number): TestKey {
  const seed = Buffer.alloc(32, byte);
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKeyMultibase: toEd25519Multikey(Buffer.from(x, 'base64url')),
    privateJwk: key.export({ format: 'jwk' }),
    sign: (data) => nodeSign(null, data, key),
  };
}

export const RSA_KEYS = {
  active: rsaKeys['rsa-active'],
  compromised: rsaKeys['rsa-compromised'],
  attacker: rsaKeys['rsa-attacker'],
};

export function publicRsa({ n, e }: { n: string; e: string }) {
  return { kty: 'RSA' as const, n, e };
}

/** Adds an embedded proof in the three steps of the suite, written independently of the product: hashes of
 *  the canonical options and document, then the signature. `options` changes or removes members of the proof
 *  before it is signed. A `previousProof` makes it also sign the proofs that it follows. */
export async function embedProof(
  document: JsonObject,
  key: TestKey,
  options: JsonObject & { readonly verificationMethod: string },
): Promise<JsonObject> {
  // The copy through JSON removes members that are undefined.
  const { proof: existing, ...secured } = JSON.parse(JSON.stringify(document)) as JsonObject;
  const before = listOf(existing).filter((one) =>
    listOf(options['previousProof']).includes(textOf(one, 'id')),
  );
  const proof = {
    type: 'DataIntegrityProof',
    created: '2026-07-12T10:00:00Z',
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    ...options,
  };
  const hashes = await Promise.all(
    [
      { '@context': secured['@context'], ...proof },
      { ...secured, ...(before.length > 0 && { proof: before }) },
    ].map(async (part) => {
      const form = await canonicaliseThirdParty(part);
      if (form.kind === 'fault') throw new Error(JSON.stringify(form.fault));
      return createHash('sha256').update(form.nquads.join('')).digest();
    }),
  );
  const proofValue = toMultibase(key.sign(Buffer.concat(hashes)));
  const proofs = Array.isArray(existing) ? existing : [];
  return { ...secured, proof: [...proofs, { ...proof, proofValue }] };
}

/** A compact JWS with any header and payload. It is signed with RS256 whatever the header says. */
export function makeJws(
  header: JsonObject,
  payload: JsonObject,
  privateJwk: JsonWebKey = RSA_KEYS.active,
): string {
  const input = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const key = createPrivateKey({ key: privateJwk, format: 'jwk' });
  return `${input}.${nodeSign('sha256', Buffer.from(input), key).toString('base64url')}`;
}
