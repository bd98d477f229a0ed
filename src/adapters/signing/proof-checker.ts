import type { ProofChecker } from '../../application/verification/proof-checker.ts';
import { fromBase64Url } from '../../openbadges/base64url.ts';
import { isJsonObject, type JsonObject, textOf } from '../../openbadges/json-value.ts';
import { fromEd25519Multikey } from '../../openbadges/multibase.ts';
import type { CanonicalForm } from './canonical-form.ts';
import { type Canonicalise, portableRoad } from './canonical-road.ts';
import { verifyProof } from './data-integrity.ts';
import { type Primitives, portablePrimitives, type VerifySignature } from './primitives.ts';
import { verifyJws } from './vc-jwt.ts';

/** Opened keys that are kept: more issuers than one service meets in a day. */
const KEYS_KEPT = 1000;

/** The cryptography of a verification. A document's canonical form is computed once for each object, because
 *  the check of its terms and each of its proofs need the same one. */
export function makeProofChecker(
  canonicalise: Canonicalise = portableRoad.foreign,
  primitives: Primitives = portablePrimitives,
): ProofChecker {
  const forms = new WeakMap<JsonObject, Promise<CanonicalForm>>();
  const verifierOf = makeVerifiers(primitives);
  const formOf = (secured: JsonObject): Promise<CanonicalForm> => {
    const form = forms.get(secured) ?? canonicalise(secured);
    forms.set(secured, form);
    return form;
  };
  return {
    checkTerms: async (secured) => {
      const form = await formOf(secured);
      return form.kind === 'fault' ? form.fault : undefined;
    },
    verifyDataIntegrity: async ({ secured, proof, method }) => {
      const form = await formOf(secured);
      const verify = await verifierOf(method);
      if (form.kind === 'fault' || verify === undefined) return false;
      const { nquads } = form;
      return verifyProof({ secured, nquads, proof, verify }, { canonicalise, primitives });
    },
    verifyJws: ({ jws, jwk }) => verifyJws(jws, jwk),
  };
}

/** Opens public keys, and keeps the last ones open: opening costs more than a verification. */
function makeVerifiers({ importVerifier }: Primitives) {
  const kept = new Map<string, VerifySignature>();
  return async (method: JsonObject): Promise<VerifySignature | undefined> => {
    const bytes =
      fromEd25519Multikey(textOf(method, 'publicKeyMultibase') ?? '') ?? fromJwk(method['publicKeyJwk']);
    if (bytes?.length !== 32) return undefined;
    const name = bytes.join();
    const verify = kept.get(name) ?? (await importVerifier(bytes));
    if (kept.size >= KEYS_KEPT) kept.clear();
    kept.set(name, verify);
    return verify;
  };
}

function fromJwk(jwk: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (!isJsonObject(jwk) || jwk['kty'] !== 'OKP' || jwk['crv'] !== 'Ed25519') return undefined;
  try {
    return fromBase64Url(textOf(jwk, 'x') ?? '');
  } catch {
    return undefined;
  }
}
