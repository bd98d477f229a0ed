import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { makeDocumentLoader } from '../../src/open-badges/canonicalization/document-loader.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2, STATIC_CONTEXTS } from '../../src/open-badges/contexts/vendored.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { checkIssuable } from '../../src/open-badges/proofs/check-issuable.ts';
import { badge, statusEntry, subject } from '../support/corpus/badge.ts';
import { DID, statusList } from '../support/fixtures/credentials.ts';

const first = (changes: JsonObject): JsonObject => ({
  '@context': [CREDENTIALS_V1],
  type: ['VerifiableCredential'],
  issuer: DID,
  credentialSubject: { id: 'urn:uuid:1' },
  ...changes,
});
const text = 'not a date';

/** Bodies with one fault, and its place. */
const FAULTY: readonly (readonly [string, JsonObject])[] = [
  ['/@context', badge({ '@context': CREDENTIALS_V2 })],
  ['/@context', badge({ '@context': ['https://w3id.org/security/data-integrity/v2', CREDENTIALS_V2] })],
  ['/@context', badge({ '@context': undefined })],
  ['/type', badge({ type: ['OpenBadgeCredential'] })],
  ['/type', badge({ type: undefined })],
  ['/credentialSubject', badge({ credentialSubject: undefined })],
  ['/credentialSubject', badge({ credentialSubject: {} })],
  ['/credentialSubject', badge({ credentialSubject: 'x' })],
  ['/credentialSubject', badge({ credentialSubject: [subject(), {}] })],
  ['/credentialSubject', badge({ credentialSubject: subject({ id: 'no url' }) })],
  ['/issuer', badge({ issuer: undefined })],
  ['/issuer', badge({ issuer: 'no url' })],
  ['/issuer', badge({ issuer: { name: 'DANE' } })],
  ['/issuer', badge({ issuer: [DID, DID] })],
  ['/validFrom', badge({ validFrom: text })],
  ['/validFrom', badge({ validUntil: text })],
  ['/validFrom', first({ issuanceDate: text })],
  ['/validFrom', first({ issuanceDate: '2026-07-12T10:00:00Z', expirationDate: text })],
  ['/credentialStatus', badge({ credentialStatus: { ...statusEntry(), type: undefined } })],
  ['/credentialStatus', badge({ credentialStatus: { ...statusEntry(), id: 'no url' } })],
  ['/credentialStatus', badge({ credentialStatus: 'https://x.test/status' })],
  ['/evidence', badge({ evidence: [{ id: 'no url', type: ['Evidence'] }] })],
  ['/evidence', badge({ evidence: [{ name: 'without type' }] })],
  ['/evidence', badge({ evidence: 'https://x.test/evidence' })],
  ['/termsOfUse', badge({ termsOfUse: [{ id: 'https://x.test/terms' }] })],
];

const clean = (document: JsonObject) => JSON.parse(JSON.stringify(document)) as JsonObject;

async function isIssuedByReference(credential: JsonObject): Promise<boolean> {
  const signer = { id: `${DID}#key`, algorithm: 'Ed25519', sign: async () => new Uint8Array(64) };
  const suite = new DataIntegrityProof({ signer, date: '2026-07-12T10:00:00Z', cryptosuite });
  const documentLoader = makeDocumentLoader(STATIC_CONTEXTS);
  const now = '2026-07-12T10:00:00Z';
  return vc.issue({ credential, suite, documentLoader, now }).then(
    () => true,
    () => false,
  );
}

describe('a credential may be signed', () => {
  it('where the reference implementation would sign it', async () => {
    const sound = [
      badge(),
      statusList([]),
      first({ issuanceDate: '2026-07-12T10:00:00Z' }),
      badge({ issuer: DID }),
    ];
    for (const credential of sound.map(clean)) {
      expect(checkIssuable(credential)).toEqual([]);
      expect(await isIssuedByReference(credential)).toBe(true);
    }
  });

  it.each(FAULTY)('and not where it would refuse: %s', async (pointer, faulty) => {
    const credential = clean(faulty);
    expect(checkIssuable(credential).map((problem) => problem.pointer)).toContain(pointer);
    expect(await isIssuedByReference(credential)).toBe(false);
  });

  it('nor without the start that the data model 1.1 requires, which the reference would add', () => {
    expect(checkIssuable(clean(first({})))).toMatchObject([{ pointer: '/validFrom' }]);
  });
});
