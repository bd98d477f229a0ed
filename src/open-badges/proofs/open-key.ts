import type { HashName } from '../canonicalization/canonical-form.ts';
import type { PublicKey } from '../keys/public.ts';
import type { CheckingPrimitives, VerifySignature } from './checking-primitives.ts';

/** A public key that is ready to verify, with the hash that its suites use. */
export interface OpenKey {
  readonly curve: PublicKey['curve'];
  readonly hashName: HashName;
  readonly hash: (parts: readonly string[]) => Promise<Uint8Array>;
  readonly signatureBytes: number;
  readonly verify: VerifySignature;
}

/** Opens a public key. Throws where the bytes are no point of its curve. */
export async function openKey({ curve, bytes }: PublicKey, primitives: CheckingPrimitives): Promise<OpenKey> {
  const { sha256, importVerifier } = primitives;
  switch (curve) {
    case 'Ed25519': {
      const verify = await importVerifier(bytes);
      return { curve, hashName: 'SHA-256', hash: sha256, signatureBytes: 64, verify };
    }
    case 'P-256': {
      const verify = await importElliptic(curve, bytes, 'SHA-256');
      return { curve, hashName: 'SHA-256', hash: sha256, signatureBytes: 64, verify };
    }
    case 'P-384': {
      const verify = await importElliptic(curve, bytes, 'SHA-384');
      return { curve, hashName: 'SHA-384', hash: sha384, signatureBytes: 96, verify };
    }
  }
}

/** ECDSA with WebCrypto, which takes a signature as r ‖ s. */
async function importElliptic(
  namedCurve: 'P-256' | 'P-384',
  point: Uint8Array<ArrayBuffer>,
  hash: HashName,
): Promise<VerifySignature> {
  const key = await crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve }, false, ['verify']);
  return (data, signature) => crypto.subtle.verify({ name: 'ECDSA', hash }, key, signature, data);
}

async function sha384(parts: readonly string[]): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-384', new TextEncoder().encode(parts.join(''))));
}
