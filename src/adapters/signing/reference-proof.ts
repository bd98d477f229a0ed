import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { STATIC_CONTEXTS } from '#open-badges/credential';
import type { JsonObject } from '#open-badges/parsing';
import { makeDocumentLoader, type ProofRequest } from '#open-badges/proofs';

const loadPublished = makeDocumentLoader(STATIC_CONTEXTS);

/** The proof of `createProof`, made by the reference implementation. It gets a copy, because `issue` changes its
 *  argument. */
export async function createProofByReference({
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
