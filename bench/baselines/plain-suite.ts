import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { base58 } from '@scure/base';
import type { DocumentLoader } from 'jsonld';
import jsigs from 'jsonld-signatures';
import { MULTIKEY_V1, STATIC_CONTEXTS } from '../../src/open-badges/contexts/vendored.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';

/** Prefix of a private Ed25519 key in multibase (Multikey §2.1.3). */
const PRIVATE_PREFIX = [0x80, 0x26];

export interface PlainKey {
  /** Id of the verification method. */
  readonly id: string;
  readonly controller: string;
  readonly publicKeyMultibase: string;
  /** The seed of the key, 32 bytes. */
  readonly seed: Uint8Array;
}

export type PlainSuite = Awaited<ReturnType<typeof openPlainSuite>>;

/** The rival for every signature: @digitalbazaar/vc with eddsa-rdfc-2022, used as in its documentation, with
 *  our key. The key is imported once; contexts and the controller's document are in memory, so the loader
 *  answers at once. */
export async function openPlainSuite(
  key: PlainKey,
  controller: JsonObject,
  contexts: ReadonlyMap<string, object> = STATIC_CONTEXTS,
) {
  const { id, publicKeyMultibase, seed } = key;
  const multikey = await Ed25519Multikey.from({
    '@context': MULTIKEY_V1,
    type: 'Multikey',
    id,
    controller: key.controller,
    publicKeyMultibase,
    secretKeyMultibase: `z${base58.encode(Uint8Array.from([...PRIVATE_PREFIX, ...seed]))}`,
  });
  const documentLoader = loaderOf(contexts, controller);
  const signer = multikey.signer();
  return {
    /** Signs a document. Like the library, it changes the document in place. */
    sign: (credential: JsonObject, created: string) =>
      issue({
        credential,
        suite: new DataIntegrityProof({ signer, date: created, cryptosuite }),
        documentLoader,
        now: created,
      }),
    /** Verifies the proof of a document, whatever its issuer. Throws where it is not good. */
    checkProof: async (document: JsonObject) => {
      const suite = new DataIntegrityProof({ cryptosuite });
      const purpose = new jsigs.purposes.AssertionProofPurpose({ controller });
      const { verified, error } = await jsigs.verify(document, { suite, purpose, documentLoader });
      if (!verified) throw error;
    },
    /** Verifies a signed document. No list is read: the status always counts as good. */
    verify: (credential: JsonObject, now: string) =>
      verifyCredential({
        credential,
        suite: new DataIntegrityProof({ cryptosuite }),
        documentLoader,
        checkStatus: async () => ({ verified: true }),
        now,
      }),
  };
}

function loaderOf(contexts: ReadonlyMap<string, object>, controller: JsonObject): DocumentLoader {
  const known = new Map<string, object>([...contexts, [String(controller['id']), controller]]);
  for (const method of controller['verificationMethod'] as readonly JsonObject[]) {
    known.set(String(method['id']), { '@context': MULTIKEY_V1, ...method });
  }
  return async (url) => {
    const document = known.get(url);
    if (document === undefined) throw new Error(`not in memory: ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
}
