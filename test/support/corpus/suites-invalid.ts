import { toMultibase } from '../../../src/open-badges/keys/multibase.ts';
import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { DID, OUR_KEY } from '../fixtures/credentials.ts';
import { didKeyOf, edwardsKey, ellipticKey, embedSuiteProof, jwsBy, methodOf } from '../suite-signing.ts';
import { badge, payloadOf, signed } from './badge.ts';
import { type CorpusCase, invalid, proofError } from './case.ts';
import { badgeFrom, ED, es256, jwt1, P256, P384, SUITES, signedBy } from './suites.ts';
import { dataModel1, thirdPartyProfile } from './valid.ts';

const OUTSIDER_KEY = ellipticKey('P-256', 23);

export async function invalidSuiteCases(): Promise<readonly CorpusCase[]> {
  const groups = await Promise.all(SUITES.map(errorsOf));
  return [...groups.flat(), ...(await confusedCases()), ...jwtCasesOfSuites()];
}

/** The same faults with each suite. */
async function errorsOf([name, key, options]: (typeof SUITES)[number]): Promise<readonly CorpusCase[]> {
  const document = await signedBy(key, options);
  const [proof] = document['proof'] as JsonObject[];
  const attacker = key === ED ? edwardsKey(24) : ellipticKey(key === P256 ? 'P-256' : 'P-384', 24);
  const byAttacker = await signedBy(key, { ...options, verificationMethod: methodOf(attacker) });
  const isOurs = { ...options, verificationMethod: `${DID}#${key.publicKeyMultibase}` };
  const of = (end: string, why: string, given: JsonObject, code: Parameters<typeof proofError>[0]) =>
    invalid(
      `${name}-${end}`,
      why,
      given,
      proofError(code, code === 'expired' ? 'not-verifiable' : undefined),
    );
  return [
    of('tampered', 'another badge name', { ...document, name: 'RUPN passeur·se' }, 'bad-signature'),
    of('status-added', 'a member added', { ...document, description: 'Ajouté.' }, 'bad-signature'),
    of(
      'date-moved',
      'another date of the proof',
      { ...document, proof: [{ ...proof, created: '2026-07-13T10:00:00Z' }] },
      'bad-signature',
    ),
    of(
      'wrong-key',
      'another key than the one named',
      { ...byAttacker, issuer: thirdPartyProfile(didKeyOf(attacker)) },
      'bad-signature',
    ),
    of('key-of-another', 'a key of somebody else', byAttacker, 'key-not-authorised'),
    of(
      'not-listed',
      'our DID with the fragment of a key that is not ours',
      await signedBy(key, isOurs, { issuer: badge()['issuer'] }),
      'key-not-authorised',
    ),
    of(
      'wrong-purpose',
      'signed to authenticate',
      await signedBy(key, { ...options, proofPurpose: 'authentication' }),
      'key-not-authorised',
    ),
    of(
      'proof-expired',
      'the proof itself has ended',
      await signedBy(key, { ...options, expires: '2026-08-01T00:00:00Z' }),
      'expired',
    ),
  ];
}

/** A good proof that claims to be of another suite, or to be made with a key of another kind. */
async function confusedCases(): Promise<readonly CorpusCase[]> {
  const bad = proofError('bad-signature');
  const ours = await signed(badge());
  const jcs = await signedBy(ED, { cryptosuite: 'eddsa-jcs-2022' });
  const contexts = jcs['@context'] as readonly string[];
  const relabelled = (name: string, document: JsonObject, changes: JsonObject) => {
    const [proof] = document['proof'] as JsonObject[];
    return invalid(
      name,
      'a proof of another suite under this name',
      { ...document, proof: [{ ...proof, ...changes }] },
      bad,
    );
  };
  return [
    relabelled('suite-ed25519-2020', ours, { type: 'Ed25519Signature2020' }),
    relabelled('suite-eddsa-jcs', ours, { cryptosuite: 'eddsa-jcs-2022' }),
    relabelled('suite-ecdsa-sd', ours, { cryptosuite: 'ecdsa-sd-2023' }),
    relabelled('suite-ecdsa', ours, { cryptosuite: 'ecdsa-rdfc-2019' }),
    relabelled('suite-graph-for-json', jcs, { cryptosuite: 'eddsa-rdfc-2022' }),
    relabelled('suite-value-too-long', await signedBy(P256, { cryptosuite: 'ecdsa-rdfc-2019' }), {
      proofValue: toMultibase(new Uint8Array(96).fill(1)),
    }),
    invalid(
      'json-proof-context-appended',
      'a vocabulary added at the end after the JSON was signed',
      { ...jcs, '@context': [...contexts, 'https://w3id.org/security/data-integrity/v2'] },
      bad,
    ),
    invalid(
      'json-proof-undefined-term',
      'the JSON text is signed, a member of it means nothing',
      await signedBy(ED, { cryptosuite: 'eddsa-jcs-2022' }, { score: 20 }),
      { verdict: 'not-verifiable', step: 'schema', code: 'undefined-term' },
    ),
    invalid(
      'edwards-key-for-elliptic-suite',
      'an Ed25519 key with a suite of elliptic curves',
      await embedSuiteProof(
        badge(),
        { ...OUTSIDER_KEY, sign: (data) => OUR_KEY.sign(data) },
        {
          cryptosuite: 'ecdsa-rdfc-2019',
          verificationMethod: `${DID}#ed-active`,
        },
      ),
      bad,
    ),
  ];
}

function jwtCasesOfSuites(): readonly CorpusCase[] {
  const from = didKeyOf(P256);
  const jws = es256(badgeFrom(from));
  const [head, body, signature = ''] = jws.split('.');
  const claims = (name: string, why: string, given: string) =>
    invalid(name, why, given, proofError('bad-claims'));
  return [
    invalid(
      'jwt-es256-short',
      'a signature of another length',
      `${head}.${body}.${signature.slice(0, -4)}`,
      proofError('bad-signature'),
    ),
    invalid(
      'jwt-es256-of-another',
      'a key of somebody else',
      es256(badgeFrom(didKeyOf(OUTSIDER_KEY))),
      proofError('key-not-authorised'),
    ),
    invalid(
      'jwt-es256-forged',
      'the name of a key, the signature of another',
      jwsBy(OUTSIDER_KEY, { alg: 'ES256', typ: 'JWT', kid: methodOf(P256) }, payloadOf(badgeFrom(from))),
      proofError('bad-signature'),
    ),
    invalid(
      'jwt-es256-with-p384',
      'ES256 with a key of another curve',
      jwsBy(P384, { alg: 'ES256', typ: 'JWT', kid: methodOf(P384) }, payloadOf(badgeFrom(didKeyOf(P384)))),
      proofError('bad-header'),
    ),
    invalid(
      'jwt-es256-as-rs256',
      'RS256 with an elliptic key',
      es256(badgeFrom(from), { alg: 'RS256' }),
      proofError('bad-header'),
    ),
    invalid(
      'jwt-eddsa',
      'EdDSA is outside the guide of Open Badges',
      jwsBy(ED, { alg: 'EdDSA', typ: 'JWT', kid: methodOf(ED) }, payloadOf(badgeFrom(didKeyOf(ED)))),
      { verdict: 'departs', step: 'schema', code: 'departs' },
    ),
    claims('jwt-1.1-iss', 'iss is not the issuer', jwt1({ iss: DID })),
    claims('jwt-1.1-sub', 'sub is not the recipient', jwt1({ sub: 'urn:uuid:other' })),
    claims('jwt-1.1-nbf', 'nbf is not the date of issue', jwt1({}, { issuanceDate: '2020-01-01T00:00:00Z' })),
    claims(
      'jwt-1.1-without-nbf',
      'no nbf',
      jwt1({ nbf: undefined }, { issuanceDate: '2026-07-12T10:00:00Z' }),
    ),
    claims(
      'jwt-1.1-with-model-2',
      'the claim vc with a credential of data model 2.0',
      jwt1({}, { '@context': badge()['@context'] }),
    ),
    claims(
      'jwt-1.1-two-bodies',
      'a credential of data model 1.1 in the claim vc, and another one beside it',
      jwt1({ ...dataModel1(), issuer: thirdPartyProfile(from) }),
    ),
    claims(
      'jwt-2-with-model-1.1',
      'a credential of data model 1.1 without the claim vc',
      es256({ ...dataModel1(), issuer: thirdPartyProfile(from) }),
    ),
    invalid(
      'envelope-in-envelope',
      'an envelope whose content is an envelope',
      envelope(jwsBy(P256, { alg: 'ES256', kid: methodOf(P256) }, { ...envelope(jws) })),
      { verdict: 'not-verifiable', step: 'document', code: 'not-a-credential' },
    ),
  ];
}

function envelope(jws: string): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `data:application/vc+jwt,${jws}`,
    type: 'EnvelopedVerifiableCredential',
  };
}
