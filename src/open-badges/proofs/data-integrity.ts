import type { Canonicalise } from '../canonicalization/canonicalizer-choice.ts';
import { isSameJson } from '../canonicalization/frozen-json.ts';
import type { NQuads } from '../canonicalization/serialise-dataset.ts';
import { fromMultibase, toMultibase } from '../keys/multibase.ts';
import type { JsonObject } from '../parsing/json-value.ts';
import type { OpenKey } from './open-key.ts';
import type { Primitives } from './primitives.ts';

/** Hash data (§3.2.4): the hash of the canonical proof options, then that of the canonical document. Both
 *  have the length of the curve: SHA-256, or SHA-384 with P-384. */
export async function hashData(
  { options, document }: { readonly options: readonly string[]; readonly document: readonly string[] },
  hash: (parts: readonly string[]) => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const [first, second] = await Promise.all([hash(options), hash(document)]);
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** The proof options (§3.2.5): the proof without its value, in the document's own contexts. */
export function toProofOptions(secured: JsonObject, proof: JsonObject): JsonObject {
  const { proofValue: _, ...options } = proof;
  return { ...options, '@context': secured['@context'] };
}

export interface ProofRequest {
  /** The document to sign, without proof. */
  readonly document: JsonObject;
  readonly verificationMethod: string;
  readonly created: string;
  readonly sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** What a proof is made with. */
export interface ProofTools {
  readonly canonicalise: Canonicalise;
  readonly primitives: Primitives;
}

/** The proof of a document whose canonical form is known (Create Proof, §3.2.1). It is the object that the
 *  reference implementation makes, member by member and byte for byte. Undefined if its options have no
 *  canonical form. */
export async function createProof(
  { document, verificationMethod, created, sign }: ProofRequest,
  nquads: NQuads,
  { canonicalise, primitives }: ProofTools,
): Promise<JsonObject | undefined> {
  const proof = {
    type: 'DataIntegrityProof',
    created,
    verificationMethod,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
  };
  const options = await canonicalise(toProofOptions(document, proof));
  if (options.kind === 'fault') return undefined;
  const data = await hashData({ options: options.nquads, document: nquads }, primitives.sha256);
  return { ...proof, proofValue: toMultibase(await sign(data)) };
}

export interface SignedGraph {
  readonly secured: JsonObject;
  /** Canonical form of `secured`. */
  readonly nquads: NQuads;
  readonly proof: JsonObject;
  readonly key: OpenKey;
}

/** Whether the proof's value is a signature of this document and these options (Verify Proof, §3.2.2; the
 *  same in the other suites that sign a graph). */
export async function verifyGraphProof(
  { secured, nquads, proof, key }: SignedGraph,
  canonicalise: Canonicalise,
): Promise<boolean> {
  const signature = signatureOf(proof, key);
  if (signature === undefined || !hasContextsOf(secured, proof)) return false;
  const options = await canonicalise(toProofOptions(secured, proof), key.hashName);
  if (options.kind === 'fault') return false;
  return key.verify(await hashData({ options: options.nquads, document: nquads }, key.hash), signature);
}

/** The signature in a proof's value, where it has the length of the key's curve. */
export function signatureOf(proof: JsonObject, { signatureBytes }: OpenKey) {
  const { proofValue } = proof;
  const signature = typeof proofValue === 'string' ? fromMultibase(proofValue) : undefined;
  return signature?.length === signatureBytes ? signature : undefined;
}

/** Whether a proof with contexts of its own repeats those of the document: others could change the meaning of
 *  its options. */
export function hasContextsOf(secured: JsonObject, proof: JsonObject): boolean {
  return proof['@context'] === undefined || isSameJson(proof['@context'], secured['@context']);
}
