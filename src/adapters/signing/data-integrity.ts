import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import type { Instant } from '../../domain/time/time.ts';
import { STATIC_CONTEXTS } from '../../openbadges/contexts.ts';
import type { JsonObject } from '../../openbadges/json-value.ts';
import { fromMultibase } from '../../openbadges/multibase.ts';
import type { CanonicalForm } from './canonical-form.ts';
import { makeDocumentLoader } from './document-loader.ts';

type Canonicalise = (document: JsonObject) => Promise<CanonicalForm>;

/** Hash data (§3.2.4): SHA-256 of the canonical proof options, then SHA-256 of the canonical document. */
async function hashData(optionsNquads: string, documentNquads: string): Promise<Uint8Array<ArrayBuffer>> {
  const hashes = await Promise.all([optionsNquads, documentNquads].map(sha256));
  const joined = new Uint8Array(64);
  hashes.forEach((hash, at) => {
    joined.set(new Uint8Array(hash), at * 32);
  });
  return joined;
}

function sha256(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
}

/** The proof options (§3.2.5): the proof without its value, in the document's own contexts. */
function toProofOptions(secured: JsonObject, proof: JsonObject): JsonObject {
  const { proofValue: _, ...options } = proof;
  return { ...options, '@context': secured['@context'] };
}

export interface ProofRequest {
  /** The document to sign, without proof. */
  readonly document: JsonObject;
  readonly verificationMethod: string;
  readonly created: Instant;
  readonly sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

const loadPublished = makeDocumentLoader(STATIC_CONTEXTS);

/** The proof object of a document, made by the reference implementation. It gets a copy, because `issue`
 *  changes its argument. */
export async function createProof({
  document,
  verificationMethod,
  created,
  sign,
}: ProofRequest): Promise<JsonObject> {
  const signer = {
    id: verificationMethod,
    algorithm: 'Ed25519',
    sign: ({ data }: { readonly data: Uint8Array<ArrayBuffer> }) => sign(data),
  };
  const suite = new DataIntegrityProof({ signer, date: created, cryptosuite });
  const signed = await issue({
    credential: structuredClone(document),
    suite,
    documentLoader: loadPublished,
    now: created,
  });
  return signed['proof'] as JsonObject;
}

export interface SignedDocument {
  readonly secured: JsonObject;
  /** Canonical form of `secured`. */
  readonly nquads: string;
  readonly proof: JsonObject;
  readonly publicKey: CryptoKey;
  readonly canonicalise: Canonicalise;
}

/** Whether the proof's value is a signature of this document and these options (Verify Proof, §3.2.2). A
 *  proof with contexts of its own must repeat those of the document, because others could change the meaning
 *  of its options. */
export async function verifyProof(signed: SignedDocument): Promise<boolean> {
  const { proof, secured } = signed;
  const { proofValue } = proof;
  const signature = typeof proofValue === 'string' ? fromMultibase(proofValue) : undefined;
  if (signature?.length !== 64) return false;
  if (proof['@context'] !== undefined && !isSameJson(proof['@context'], secured['@context'])) return false;
  const options = await signed.canonicalise(toProofOptions(secured, proof));
  if (options.kind === 'fault') return false;
  const data = await hashData(options.nquads, signed.nquads);
  return crypto.subtle.verify('Ed25519', signed.publicKey, signature, data);
}

function isSameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
