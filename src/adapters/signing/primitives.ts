import { type CheckingPrimitives, portableChecking } from './checking-primitives.ts';
import type { JwsKey, SigningKey } from './key-ring.ts';
import { importEd25519Key, importRs256Key } from './signing-key.ts';

/** The cryptography of a runtime. Node has a faster one (node-primitives.node.ts). */
export interface Primitives extends CheckingPrimitives {
  /** Throws where the JWK is no key of this kind. */
  importEd25519(kid: string, privateJwk: JsonWebKey): Promise<SigningKey>;
  importRs256(kid: string, privateJwk: JsonWebKey): Promise<JwsKey>;
}

/** Runs anywhere: WebCrypto, and SHA-256 in JavaScript where an answer is needed at once. */
export const portablePrimitives: Primitives = {
  ...portableChecking,
  importEd25519: importEd25519Key,
  importRs256: importRs256Key,
};
