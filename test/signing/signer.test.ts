import { createHash } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Signer } from '../../src/application/ports.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { canonicalJson } from '../../src/open-badges/canonicalization/canonical-json.ts';
import { makeDocumentLoader } from '../../src/open-badges/canonicalization/document-loader.ts';
import { STATIC_CONTEXTS } from '../../src/open-badges/contexts/vendored.ts';
import { toMultibase } from '../../src/open-badges/keys/multibase.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { achievement, badge, endorsement, payloadOf, subject } from '../support/corpus/badge.ts';
import { DID, NOW, ORIGIN, OUR_KEY, statusList } from '../support/fixtures/credentials.ts';
import { makeTestSigner } from '../support/test-signer.ts';

let signer: Signer;
beforeAll(async () => {
  signer = await makeTestSigner();
});

async function rejection(unsigned: JsonObject): Promise<JsonObject> {
  const error = await signer.signDocument(unsigned).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DomainError);
  expect((error as DomainError).code).toBe('unsafe-credential');
  return (error as DomainError).params;
}

/** The same credential signed by the reference implementation with the same key. */
async function signByReference(credential: JsonObject, date: string): Promise<JsonObject> {
  const { publicKeyMultibase, privateJwk } = OUR_KEY;
  const seed = Buffer.from(privateJwk.d ?? '', 'base64url');
  const secretKey = new Uint8Array([0x80, 0x26, ...seed, ...Buffer.from(privateJwk.x ?? '', 'base64url')]);
  const key = await Ed25519Multikey.from({
    '@context': 'https://w3id.org/security/multikey/v1',
    id: `${DID}#ed-active`,
    type: 'Multikey',
    controller: DID,
    publicKeyMultibase,
    secretKeyMultibase: toMultibase(secretKey),
  });
  const suite = new DataIntegrityProof({ signer: key.signer(), date, cryptosuite });
  const documentLoader = makeDocumentLoader(STATIC_CONTEXTS);
  return vc.issue({ credential: structuredClone(credential), suite, documentLoader, now: new Date(NOW) });
}

describe('a Data Integrity signature', () => {
  it('is the same as the reference implementation’s, byte for byte, with the proof in an array', async () => {
    for (const unsigned of [
      badge(),
      badge({ name: 'Échange « franco-allemand » 🎓' }),
      statusList([1, 2, 3]),
    ]) {
      const { document, keyIds } = await signer.signDocument(unsigned);
      const { proof, ...reference } = await signByReference(unsigned, NOW);
      expect(JSON.stringify(document)).toBe(JSON.stringify({ ...reference, proof: [proof] }));
      expect(keyIds).toEqual(['ed-active']);
    }
  });

  it('is dated at the instant of signing, whatever the credential says', async () => {
    const { document, jws } = await signer.signForms(badge({ validFrom: '2019-01-01T00:00:00Z' }));
    expect(document['proof']).toMatchObject([{ created: NOW, proofPurpose: 'assertionMethod' }]);
    expect(decodeJwt(jws)).toMatchObject({ iat: Date.parse(NOW) / 1000, nbf: Date.UTC(2019) / 1000 });
  });

  it('states the digests of what it returns, which the log holds', async () => {
    const { document, jws, digests } = await signer.signForms(badge());
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(digests).toEqual({ document: hashOf(canonicalJson(document)), jws: hashOf(jws) });
    const alone = await signer.signDocument(badge());
    expect(alone.digests).toEqual({ document: hashOf(canonicalJson(alone.document)) });
  });

  it('leaves its input unchanged', async () => {
    const unsigned = badge();
    const before = JSON.stringify(unsigned);
    await signer.signDocument(unsigned);
    expect(JSON.stringify(unsigned)).toBe(before);
  });

  it('signs the present body, not that of an earlier signature', async () => {
    const unsigned = { ...badge() };
    const first = await signer.signDocument(unsigned);
    Reflect.set(unsigned, 'name', 'RUPN confirmé·e');
    const second = await signer.signDocument(unsigned);
    expect(second.document['name']).toBe('RUPN confirmé·e');
    expect(second.document['proof']).not.toEqual(first.document['proof']);
  });

  it('signs endorsements and status lists as well', async () => {
    expect((await signer.signDocument(endorsement())).document['proof']).toHaveLength(1);
    expect((await signer.signDocument(statusList([]))).document['proof']).toHaveLength(1);
  });
});

describe('the signer refuses', () => {
  it('an issuer other than ourselves', async () => {
    const params = await rejection(
      badge({ issuer: { ...(badge()['issuer'] as JsonObject), id: 'did:web:other.test' } }),
    );
    expect(params).toMatchObject({ reason: 'foreign-issuer', issuer: 'did:web:other.test' });
  });

  it('a document that already has a proof', async () => {
    expect(await rejection(badge({ proof: [] }))).toMatchObject({ reason: 'already-signed' });
  });

  it('a term that no context defines, which it names', async () => {
    expect(await rejection(badge({ siret: '12345678900011' }))).toMatchObject({
      reason: 'undefined-term',
      term: 'siret',
    });
    const inside = badge({ credentialSubject: subject({ achievement: achievement({ niveau: 3 }) }) });
    expect(await rejection(inside)).toMatchObject({ reason: 'undefined-term', term: 'niveau' });
  });

  it('a badge that does not match the schema, null and empty arrays included', async () => {
    expect(await rejection(badge({ credentialSubject: [] }))).toHaveProperty('pointer');
    expect(await rejection(badge({ description: null }))).toMatchObject({ pointer: '/description' });
    expect(await rejection(badge({ evidence: [] }))).toMatchObject({ pointer: '/evidence' });
    expect(await rejection(badge({ validFrom: '2026-07-12T10:00:00' }))).toMatchObject({
      pointer: '/validFrom',
    });
    expect(
      await rejection(statusList([], { issuer: DID, credentialSubject: 'x', type: ['Thing'] })),
    ).toHaveProperty('pointer');
  });

  it('text that implementations would order differently', async () => {
    // U+FF21 sorts before U+1F600 by code point, after it by UTF-16 unit.
    const both = badge({
      credentialSubject: subject({ achievement: achievement({ tag: ['\u{1F600}', '\uFF21'] }) }),
    });
    expect(await rejection(both)).toMatchObject({ reason: 'ambiguous-character-order' });
  });

  it('but not such characters where their order does not matter', async () => {
    const apart = badge({ name: 'Ａ', description: '😀' });
    expect((await signer.signDocument(apart)).document['description']).toBe('😀');
  });
});

describe('a VC-JWT', () => {
  it('has the three allowed headers, the key’s address as kid, and the body with its claims', async () => {
    const { jws, keyIds } = await signer.signForms(badge());
    const [header, payload] = jws
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    expect(header).toEqual({ alg: 'RS256', kid: `${ORIGIN}/keys/rs-active`, typ: 'JWT' });
    expect(payload).toEqual({ ...payloadOf(badge()), iat: Date.parse(NOW) / 1000 });
    expect(payload).not.toHaveProperty('proof');
    expect(payload).not.toHaveProperty('vc');
    expect(keyIds[1]).toBe('rs-active');
  });

  it('needs a recipient with an id, and an end in whole seconds', async () => {
    await expect(
      signer.signForms(badge({ credentialSubject: subject({ id: undefined }) })),
    ).rejects.toMatchObject({
      code: 'unsafe-credential',
    });
    await expect(signer.signForms(badge({ validUntil: '2029-08-31T22:00:00.500Z' }))).rejects.toMatchObject({
      code: 'unsafe-credential',
    });
  });

  it('is refused where the body is unsafe, like any signature', async () => {
    await expect(signer.signForms(badge({ siret: '1' }))).rejects.toMatchObject({
      code: 'unsafe-credential',
    });
  });
});
