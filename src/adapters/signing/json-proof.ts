import { canonicalJson } from '../../domain/canonical-json.ts';
import type { JsonObject } from '../../openbadges/json-value.ts';
import { hasContextsOf, hashData, signatureOf } from './data-integrity.ts';
import type { OpenKey } from './open-key.ts';

interface SignedJson {
  readonly secured: JsonObject;
  readonly proof: JsonObject;
  readonly key: OpenKey;
}

/** Whether the proof's value is a signature of this JSON and these options (`eddsa-jcs-2022`,
 *  `ecdsa-jcs-2019`; Verify Proof, §3.3.2). The standard also lets a document have more contexts at its end
 *  than the proof names: such a document is refused, because they were added by somebody else. */
export async function verifyJsonProof({ secured, proof, key }: SignedJson): Promise<boolean> {
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
