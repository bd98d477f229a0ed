import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import type { StepCode } from '../../../src/open-badges/verification/report.ts';
import { embedProof } from '../credential-signing.ts';
import { THIRD_PARTY_DID, THIRD_PARTY_KEY } from '../fixtures/credentials.ts';
import { badge, signed, statusEntry, subject } from './badge.ts';
import { type CorpusCase, invalid, proofError, UNSUPPORTED } from './case.ts';
import { thirdPartyProfile } from './valid.ts';

export async function tamperCases(): Promise<readonly CorpusCase[]> {
  const document = await signed(badge());
  const [proof] = document['proof'] as JsonObject[];
  const other = await signed(badge({ name: 'RUPN confirmé·e' }));
  const tampered = (name: string, why: string, changes: JsonObject, code: StepCode = 'bad-signature') =>
    invalid(name, why, { ...document, ...changes }, proofError(code));
  return [
    tampered('tampered-name', 'another badge name', { name: 'RUPN passeur·se' }),
    tampered('tampered-recipient', 'another recipient', {
      credentialSubject: subject({ id: 'urn:uuid:00000000-0000-4000-8000-000000000000' }),
    }),
    tampered('tampered-end', 'a longer validity', { validUntil: '2039-08-31T22:00:00Z' }),
    tampered('tampered-status', 'another place in the status list', {
      credentialStatus: statusEntry({ statusListIndex: '43' }),
    }),
    tampered('status-removed', 'the status taken away', { credentialStatus: undefined }),
    tampered(
      'tampered-issuer',
      'another issuer',
      { issuer: thirdPartyProfile(THIRD_PARTY_DID) },
      'key-not-authorised',
    ),
    invalid(
      'undefined-term',
      'a member that no context defines',
      { ...document, score: 20 },
      proofError('undefined-term', 'not-verifiable'),
    ),
    tampered('swapped-proof', 'the proof of another badge', { proof: other['proof'] }),
    tampered('tampered-proof-date', 'another date of the proof', {
      proof: [{ ...proof, created: '2026-07-13T10:00:00Z' }],
    }),
    tampered('proof-value-damaged', 'a proof value that is no base58', {
      proof: [{ ...proof, proofValue: 'z0OIl' }],
    }),
    tampered('proof-value-placeholder', 'a placeholder', {
      proof: [{ ...proof, proofValue: 'placeholder' }],
    }),
    tampered('proof-with-own-context', 'contexts of its own give the options another meaning', {
      proof: [{ ...proof, '@context': ['https://www.w3.org/2018/credentials/v1'] }],
    }),
    invalid('no-proof', 'never signed', badge(), proofError('no-proof', 'not-verifiable')),
    invalid(
      'empty-proof',
      'an empty list of proofs',
      badge({ proof: [] }),
      proofError('no-proof', 'not-verifiable'),
    ),
    invalid('proof-null', 'a proof that is null', { ...badge(), proof: null }, UNSUPPORTED),
  ];
}

export async function suiteCases(): Promise<readonly CorpusCase[]> {
  const document = await signed(badge());
  const [proof] = document['proof'] as JsonObject[];
  const as = (name: string, why: string, changes: JsonObject) =>
    invalid(name, why, { ...document, proof: [{ ...proof, ...changes }] }, UNSUPPORTED);
  return [
    as('suite-bbs', 'bbs-2023', { cryptosuite: 'bbs-2023' }),
    as('suite-jws-2020', 'an older kind of proof', { type: 'JsonWebSignature2020' }),
    invalid(
      'proof-chain',
      'a link of a chain of proofs whose other links are not there',
      { ...document, proof: [{ ...proof, previousProof: 'urn:uuid:1' }] },
      proofError('bad-signature'),
    ),
    invalid(
      'issuers-proof-unread',
      'a witness’s good proof beside the issuer’s, which is of a suite that is not read here',
      await witnessedAlone(document),
      UNSUPPORTED,
    ),
    invalid(
      'chain-after-unread',
      'a proof that follows one of a suite that is not read here cannot be verified either',
      {
        ...document,
        proof: [
          { ...proof, id: 'urn:uuid:1', cryptosuite: 'bbs-2023' },
          { ...proof, previousProof: 'urn:uuid:1' },
        ],
      },
      UNSUPPORTED,
    ),
    invalid(
      'nine-proofs',
      'more proofs than are read',
      { ...document, proof: Array(9).fill(proof) },
      { verdict: 'not-verifiable', step: 'document', code: 'too-many-proofs' },
    ),
    invalid(
      'proof-expired',
      'the proof itself has ended',
      await signed(badge(), { expires: '2026-08-01T00:00:00Z' }),
      proofError('expired', 'not-verifiable'),
    ),
    invalid(
      'wrong-purpose',
      'signed to authenticate, not to assert',
      await signed(badge(), { proofPurpose: 'authentication' }),
      proofError('key-not-authorised'),
    ),
  ];
}

async function witnessedAlone(document: JsonObject): Promise<JsonObject> {
  const { proof, ...rest } = document;
  const witnessed = await embedProof(rest, THIRD_PARTY_KEY, { verificationMethod: `${THIRD_PARTY_DID}#k1` });
  const [own] = proof as JsonObject[];
  return {
    ...rest,
    proof: [...(witnessed['proof'] as JsonObject[]), { ...own, cryptosuite: 'bbs-2023' }],
  };
}
