import type { ProofChecker } from '../../application/verification/proof-checker.ts';
import { fromBase64Url } from '../../openbadges/base64url.ts';
import { isJsonObject, type JsonObject, textOf } from '../../openbadges/json-value.ts';
import { fromEd25519Multikey } from '../../openbadges/multibase.ts';
import { type CanonicalForm, canonicaliseForeign } from './canonical-form.ts';
import { verifyProof } from './data-integrity.ts';
import { verifyJws } from './vc-jwt.ts';

type Canonicalise = (document: JsonObject) => Promise<CanonicalForm>;

/** The cryptography of a verification. A document's canonical form is computed once for each object, because
 *  the check of its terms and each of its proofs need the same one. */
export function makeProofChecker(canonicalise: Canonicalise = canonicaliseForeign): ProofChecker {
  const forms = new WeakMap<JsonObject, Promise<CanonicalForm>>();
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
      const publicKey = await importEd25519(method);
      if (form.kind === 'fault' || publicKey === undefined) return false;
      const { nquads } = form;
      return verifyProof({ secured, nquads, proof, publicKey, canonicalise });
    },
    verifyJws: ({ jws, jwk }) => verifyJws(jws, jwk),
  };
}

async function importEd25519(method: JsonObject): Promise<CryptoKey | undefined> {
  const bytes =
    fromEd25519Multikey(textOf(method, 'publicKeyMultibase') ?? '') ?? fromJwk(method['publicKeyJwk']);
  if (bytes?.length !== 32) return undefined;
  return crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
}

function fromJwk(jwk: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (!isJsonObject(jwk) || jwk['kty'] !== 'OKP' || jwk['crv'] !== 'Ed25519') return undefined;
  try {
    return fromBase64Url(textOf(jwk, 'x') ?? '');
  } catch {
    return undefined;
  }
}
