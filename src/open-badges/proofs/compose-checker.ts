import type { CanonicalForm, HashName } from '../canonicalization/canonical-form.ts';
import { canonicalJson } from '../canonicalization/canonical-json.ts';
import { type Canonicalise, portableCanonicalizer } from '../canonicalization/canonicalizer-choice.ts';
import { cryptosuiteOf } from '../keys/cryptosuites.ts';
import type { PublicKey } from '../keys/public.ts';
import type { JsonObject } from '../parsing/json-value.ts';
import type { ProofChecker } from './checker.ts';
import { type CheckingPrimitives, portableChecking } from './checking-primitives.ts';
import { hasContextsOf, hashData, signatureOf, verifyGraphProof } from './data-integrity.ts';
import { type OpenKey, openKey } from './open-key.ts';
import { verifySelectiveProof } from './selective.ts';
import { verifyJws } from './vc-jwt.ts';

/** The cryptography of a verification, with every suite that the library knows. The defaults run anywhere.
 *  `canonicalise` makes canonical forms of documents of any issuer. */
export function makeProofChecker(
  canonicalise: Canonicalise = portableCanonicalizer.thirdParty,
  primitives: CheckingPrimitives = portableChecking,
): ProofChecker {
  return checkProofsBy({ canonicalise, primitives, verifyJws });
}

/** The number of opened keys that are kept: a service meets fewer issuers in a day. */
const MAX_CACHED_KEYS = 1000;

/** What a runtime checks proofs with. */
interface CheckingTools {
  readonly canonicalise: Canonicalise;
  readonly primitives: CheckingPrimitives;
  readonly verifyJws: ProofChecker['verifyJws'];
}

/** The cryptography of a verification. A document's canonical form is computed once for each object, because
 *  the check of its terms and each of its proofs need the same one. */
export function checkProofsBy({ canonicalise, primitives, verifyJws }: CheckingTools): ProofChecker {
  const forms: Readonly<Record<HashName, WeakMap<JsonObject, Promise<CanonicalForm>>>> = {
    'SHA-256': new WeakMap(),
    'SHA-384': new WeakMap(),
  };
  const open = makeKeyStore(primitives);
  const formOf = (secured: JsonObject, hash: HashName): Promise<CanonicalForm> => {
    const form = forms[hash].get(secured) ?? canonicalise(secured, hash);
    forms[hash].set(secured, form);
    return form;
  };
  return {
    checkTerms: async (secured) => {
      const form = await formOf(secured, 'SHA-256');
      return form.kind === 'fault' ? form.fault : undefined;
    },
    verifyDataIntegrity: async ({ secured, proof, key: { publicKey } }) => {
      const suite = cryptosuiteOf(proof);
      if (!suite || !publicKey || !suite.curves.includes(publicKey.curve)) return false;
      const key = await open(publicKey);
      if (key === undefined) return false;
      if (suite.form === 'json') return verifyJsonProof({ secured, proof, key });
      const form = await formOf(secured, key.hashName);
      if (form.kind === 'fault') return false;
      const signed = { secured, nquads: form.nquads, proof, key };
      return suite.form === 'graph'
        ? verifyGraphProof(signed, canonicalise)
        : verifySelectiveProof(signed, { canonicalise, openOnce: open });
    },
    verifyJws,
  };
}

/** Opens public keys, and keeps the latest ones open, because opening costs more than a verification.
 *  Undefined for bytes that are no key. */
function makeKeyStore(primitives: CheckingPrimitives) {
  const saved = new Map<string, OpenKey>();
  return async (publicKey: PublicKey): Promise<OpenKey | undefined> => {
    const name = publicKey.bytes.join();
    const key = saved.get(name) ?? (await openKey(publicKey, primitives).catch(() => undefined));
    if (key === undefined) return undefined;
    if (saved.size >= MAX_CACHED_KEYS) saved.clear();
    saved.set(name, key);
    return key;
  };
}

interface SignedJson {
  readonly secured: JsonObject;
  readonly proof: JsonObject;
  readonly key: OpenKey;
}

/** Whether the proof's value is a signature of this JSON and these options (`eddsa-jcs-2022`,
 *  `ecdsa-jcs-2019`; Verify Proof, §3.3.2). The standard also lets a document have more contexts at its end
 *  than the proof names: such a document is refused, because they were added by someone else. */
async function verifyJsonProof({ secured, proof, key }: SignedJson): Promise<boolean> {
  const signature = signatureOf(proof, key);
  if (signature === undefined || !hasContextsOf(secured, proof)) return false;
  const { proofValue: _, ...options } = proof;
  try {
    const texts = { options: [canonicalJson(options)], document: [canonicalJson(secured)] };
    return key.verify(await hashData(texts, key.hash), signature);
  } catch {
    return false;
  }
}
