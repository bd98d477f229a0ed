import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { chooseCanonicalizer } from '../../src/open-badges/canonicalization/canonicalizer-choice.ts';
import { makeDocumentLoader } from '../../src/open-badges/canonicalization/document-loader.ts';
import { STATIC_CONTEXTS } from '../../src/open-badges/contexts/vendored.ts';
import { toMultibase } from '../../src/open-badges/keys/multibase.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { checkIssuable } from '../../src/open-badges/proofs/check-issuable.ts';
import { makeProofChecker } from '../../src/open-badges/proofs/compose-checker.ts';
import { createProof } from '../../src/open-badges/proofs/data-integrity.ts';
import { nodePrimitives } from '../../src/open-badges/proofs/primitives.node.ts';
import { type Primitives, portablePrimitives } from '../../src/open-badges/proofs/primitives.ts';
import { asAuthorised } from '../support/as-authorised.ts';
import { DID, OUR_KEY } from '../support/fixtures/credentials.ts';
import { makeDocuments } from './generate-documents.ts';
import { changeSomewhere } from './hostile.ts';
import { makeRandom } from './random.ts';

const CREATED = '2026-07-03T10:00:00Z' as Instant;
const METHOD = {
  '@context': 'https://w3id.org/security/multikey/v1',
  id: `${DID}#ed-active`,
  type: 'Multikey',
  controller: DID,
  publicKeyMultibase: OUR_KEY.publicKeyMultibase,
};
const DOCUMENTS = 500;

let signer: object;
beforeAll(async () => {
  const { d = '', x = '' } = OUR_KEY.privateJwk;
  const bytes = [Buffer.from([0x80, 0x26]), Buffer.from(d, 'base64url'), Buffer.from(x, 'base64url')];
  const secretKeyMultibase = toMultibase(Buffer.concat(bytes));
  signer = (await Ed25519Multikey.from({ ...METHOD, secretKeyMultibase })).signer();
});

/** The proof by the stock library; undefined if it refuses to sign. */
async function stockProof(document: JsonObject): Promise<unknown> {
  const suite = new DataIntegrityProof({ signer, date: CREATED, cryptosuite });
  const documentLoader = makeDocumentLoader(STATIC_CONTEXTS);
  const credential = structuredClone(document);
  const signed = await vc.issue({ credential, suite, documentLoader, now: CREATED }).catch(() => undefined);
  return signed?.['proof'];
}

function makeProver(primitives: Primitives) {
  const channel = chooseCanonicalizer({ primitives });
  return async (document: JsonObject): Promise<JsonObject | undefined> => {
    if (checkIssuable(document).length > 0) return undefined;
    const form = await channel.compiled(document);
    if (form.kind !== 'canonical') return undefined;
    const { sign } = await primitives.importEd25519('ed-active', OUR_KEY.privateJwk);
    const request = { document, verificationMethod: METHOD.id, created: CREATED, sign };
    return createProof(request, form.nquads, { canonicalise: channel.own, primitives });
  };
}

describe.each([
  ['Node', nodePrimitives, 11],
  ['any runtime', portablePrimitives, 12],
])('a proof made with the cryptography of %s', (_, primitives, seed) => {
  it('is that of the stock library, byte for byte, or is not made', async () => {
    const prove = makeProver(primitives);
    const random = makeRandom(seed);
    const next = makeDocuments(random);
    let equal = 0;
    for (let count = 0; count < DOCUMENTS / 2; count += 1) {
      const plain = next();
      const document = random.is(0.3) ? changeSomewhere(random, plain) : plain;
      const proof = await prove(document);
      if (proof === undefined) continue;
      expect(JSON.stringify(proof), JSON.stringify(document)).toBe(
        JSON.stringify(await stockProof(document)),
      );
      equal += 1;
    }
    expect(equal).toBeGreaterThan(DOCUMENTS / 5);
  }, 300_000);

  it('verifies, and not with another document, proof or key', async () => {
    const prove = makeProver(primitives);
    const checker = makeProofChecker(chooseCanonicalizer({ primitives }).thirdParty, primitives);
    const document = makeDocuments(makeRandom(4))();
    const proof = (await prove(document)) ?? {};
    const verify = (changes: Partial<Parameters<typeof checker.verifyDataIntegrity>[0]>) =>
      checker.verifyDataIntegrity({ secured: document, proof, key: asAuthorised(METHOD), ...changes });
    expect(await verify({})).toBe(true);
    expect(await verify({ secured: { ...document, name: 'other' } })).toBe(false);
    expect(await verify({ proof: { ...proof, created: '2026-07-03T10:00:01Z' } })).toBe(false);
    const publicKeyMultibase = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';
    expect(await verify({ key: asAuthorised({ ...METHOD, publicKeyMultibase }) })).toBe(false);
    expect(await verify({})).toBe(true);
  });
});
