import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { embedProof } from '../credential-signing.ts';
import {
  ATTACKER_KEY,
  COMPROMISED_KEY,
  DID,
  ENDED_KEY,
  type OUR_KEY,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../fixtures/credentials.ts';
import { badge, signed } from './badge.ts';
import { type CorpusCase, type Expected, invalid, proofError } from './case.ts';
import { thirdPartyProfile } from './valid.ts';

export async function keyCases(): Promise<readonly CorpusCase[]> {
  return [...(await ourKeyCases()), ...(await otherKeyCases())];
}

function by(key: typeof OUR_KEY, verificationMethod: string, changes: JsonObject = {}): Promise<JsonObject> {
  return embedProof(badge(changes), key, { verificationMethod });
}

async function ourKeyCases(): Promise<readonly CorpusCase[]> {
  const refused = proofError('key-not-authorised');
  const attackerDid = `did:key:${ATTACKER_KEY.publicKeyMultibase}`;
  return [
    invalid(
      'forged-fragment',
      'our DID with the fragment of a key that is not ours',
      await by(ATTACKER_KEY, `${DID}#${ATTACKER_KEY.publicKeyMultibase}`),
      refused,
    ),
    invalid(
      'key-of-another',
      'signed by somebody in our name',
      await by(ATTACKER_KEY, `${attackerDid}#${ATTACKER_KEY.publicKeyMultibase}`),
      refused,
    ),
    invalid(
      'key-claims-our-control',
      'a key document elsewhere that names us as its controller',
      await by(ATTACKER_KEY, 'https://attacker.example/keys/1'),
      refused,
    ),
    invalid(
      'wrong-key',
      'signed with another key than the one named',
      await by(ATTACKER_KEY, `${DID}#ed-active`),
      proofError('bad-signature'),
    ),
    invalid(
      'compromised-key',
      'the key was declared compromised',
      await by(COMPROMISED_KEY, `${DID}#ed-stolen`),
      proofError('key-compromised', 'not-verifiable'),
    ),
    invalid(
      'second-proof-bad',
      'one good proof of two is not enough',
      await embedProof(await signed(badge()), ATTACKER_KEY, { verificationMethod: `${THIRD_PARTY_DID}#k1` }),
      proofError('bad-signature'),
    ),
  ];
}

async function otherKeyCases(): Promise<readonly CorpusCase[]> {
  const thirdParty = { issuer: thirdPartyProfile(THIRD_PARTY_DID), credentialStatus: undefined };
  const refused = proofError('key-not-authorised');
  const unreachable: Expected = { ...proofError('key-unreachable', 'not-verifiable'), result: 'not-checked' };
  return [
    invalid(
      'key-of-another-controller',
      'listed by the issuer, but controlled by another',
      await by(THIRD_PARTY_KEY, `${THIRD_PARTY_DID}#borrowed`, thirdParty),
      refused,
    ),
    invalid(
      'key-expired',
      'the key carries a past expiry',
      await by(ENDED_KEY, `${THIRD_PARTY_DID}#ended`, thirdParty),
      refused,
    ),
    invalid(
      'key-revoked',
      'the key carries a past revocation',
      await by(ENDED_KEY, `${THIRD_PARTY_DID}#revoked`, thirdParty),
      refused,
    ),
    invalid(
      'issuer-unreachable',
      'the issuer’s host is gone',
      await by(THIRD_PARTY_KEY, 'did:web:gone.example#k1', {
        issuer: thirdPartyProfile('did:web:gone.example'),
      }),
      unreachable,
    ),
    invalid(
      'did-of-another',
      'the document at the issuer’s address is somebody else’s',
      await by(THIRD_PARTY_KEY, 'did:web:borrowed.example#k1', {
        issuer: thirdPartyProfile('did:web:borrowed.example'),
      }),
      refused,
    ),
    invalid(
      'unknown-did-method',
      'a DID method that is not resolved here',
      await by(THIRD_PARTY_KEY, 'did:example:1#k1', { issuer: thirdPartyProfile('did:example:1') }),
      unreachable,
    ),
  ];
}
