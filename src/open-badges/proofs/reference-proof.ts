import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { makeDocumentLoader } from '../canonicalization/document-loader.ts';
import { STATIC_CONTEXTS } from '../contexts/vendored.ts';
import type { JsonObject } from '../parsing/json-value.ts';
import type { ProofRequest } from './data-integrity.ts';

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
