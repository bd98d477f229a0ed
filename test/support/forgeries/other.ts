import { didDocument } from '../../../src/issuing/did-document.ts';
import { fromMultikey, toJwk } from '../../../src/open-badges/keys/public.ts';
import { PUBLISHED_TEST_KEY } from '../../../src/open-badges/keys/rejection.ts';
import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { badge, JWT_HEADER, jwt, payloadOf, signed, statusEntry } from '../corpus/badge.ts';
import { type Expected, invalid, proofError } from '../corpus/case.ts';
import { invalidCases } from '../corpus/invalid.ts';
import { thirdPartyProfile } from '../corpus/valid.ts';
import { embedProof, makeJws, publicRsa, RSA_KEYS } from '../credential-signing.ts';
import {
  DID,
  json,
  LIST,
  ORIGIN,
  OUR_KEY,
  OUR_RECORDS,
  type Page,
  statusList,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../fixtures/credentials.ts';
import { chained } from '../proof-chain.ts';
import { type ForgeryCase, ofText } from './case.ts';

const TWICE: Expected = { verdict: 'not-verifiable', step: 'document', code: 'duplicate-member' };
const BROKEN: Expected = { verdict: 'status-unreachable', step: 'status', code: 'status-list-invalid' };
const beyond = (code: Expected['code']): Expected => ({ verdict: 'not-verifiable', step: 'document', code });

/** Cases of the corpus of bad credentials that look like a forger's tricks rather than an issuer's
 *  mistakes. */
const OF_THE_CORPUS = [
  ...[
    'forged-fragment',
    'key-of-another',
    'key-claims-our-control',
    'key-of-another-controller',
    'wrong-key',
  ],
  ...['did-of-another', 'second-proof-bad', 'swapped-proof', 'wrong-purpose', 'proof-with-own-context'],
  ...['status-removed', 'list-of-another', 'list-of-other-id', 'list-of-other-purpose', 'list-unsigned'],
  ...['list-expired', 'list-short', 'list-tampered', 'index-not-a-number', 'date-with-junk'],
  ...['jwt-alg-none', 'jwt-alg-hs256', 'jwt-private-key', 'jwt-forged', 'jwt-two-keys', 'jwt-vc-claim'],
  ...['jwt-iss', 'jwt-sub', 'jwt-jti', 'jwt-nbf', 'jwt-exp', 'endorsement-of-another'],
];

export async function otherForgeries(): Promise<readonly ForgeryCase[]> {
  const known = (await invalidCases()).filter(({ name }) => OF_THE_CORPUS.includes(name));
  const groups = [twiceForgeries, listForgeries, keyForgeries, chainForgeries, floodForgeries];
  return [...known, ...(await Promise.all(groups.map((group) => group()))).flat()];
}

/** A member named twice: some readers take the first, others the last. */
async function twiceForgeries(): Promise<readonly ForgeryCase[]> {
  const document = await signed(badge({ credentialStatus: statusEntry({ statusListIndex: '7' }) }));
  const text = JSON.stringify(document);
  const fake = JSON.stringify(statusEntry());
  const payload = JSON.stringify(payloadOf(badge()));
  const head = Buffer.from(JSON.stringify(JWT_HEADER)).toString('base64url');
  const twice = Buffer.from(payload.replace('{', '{"name":"Palmes académiques",')).toString('base64url');
  const header = Buffer.from(JSON.stringify(JWT_HEADER).replace('{', '{"alg":"none",')).toString('base64url');
  const [, body, signature] = jwt(badge()).split('.');
  const { exp: _, ...open } = payloadOf(badge({ validUntil: undefined }));
  return [
    ofText(
      'status-twice',
      'a second status after the signed one',
      `${text.slice(0, -1)},"credentialStatus":${fake}}`,
      TWICE,
    ),
    ofText(
      'name-twice',
      'a second title, its name spelt with an escape',
      text.replace('{', '{"n\\u0061me":"Palmes académiques",'),
      TWICE,
    ),
    ofText(
      'holder-twice',
      'a second recipient deep inside',
      text.replace('"credentialSubject":{', '"credentialSubject":{"id":"urn:uuid:mallory",'),
      TWICE,
    ),
    invalid('jwt-claim-twice', 'a claim twice in the payload', `${head}.${twice}.${signature}`, TWICE),
    invalid('jwt-header-twice', 'alg twice in the header', `${header}.${body}.${signature}`, TWICE),
    invalid(
      'jwt-hidden-end',
      'a JWT whose end stands in @nest',
      makeJws(JWT_HEADER, { ...open, '@nest': { validUntil: '2026-08-31T22:00:00Z' } }),
      { verdict: 'not-verifiable', step: 'document', code: 'not-plain-form' },
    ),
    invalid(
      'jwt-key-elsewhere',
      'kid at an address of the forger',
      makeJws(
        { alg: 'RS256', kid: 'https://attacker.example/keys/rs' },
        payloadOf(badge()),
        RSA_KEYS.attacker,
      ),
      proofError('key-not-authorised'),
    ),
  ].map((one) =>
    one.name === 'jwt-key-elsewhere'
      ? { ...one, world: { 'https://attacker.example/keys/rs': json(publicRsa(RSA_KEYS.attacker)) } }
      : one,
  );
}

/** A revoked badge with a list that was made to deny it. */
async function listForgeries(): Promise<readonly ForgeryCase[]> {
  const document = await signed(badge({ credentialStatus: statusEntry({ statusListIndex: '7' }) }));
  const ours = await embedProof(statusList([7]), OUR_KEY, { verificationMethod: `${DID}#ed-active` });
  const empty = statusList([])['credentialSubject'] as JsonObject;
  const subject = ours['credentialSubject'] as JsonObject;
  const text = JSON.stringify(ours);
  const of = (name: string, why: string, page: Page): ForgeryCase => ({
    ...invalid(name, why, document, BROKEN),
    world: { [LIST]: page },
  });
  const body = (value: string): Page => ({ ...json(null), body: value });
  const fake = `"encodedList":${JSON.stringify(empty['encodedList'])}`;
  const { encodedList, ...open } = subject;
  return [
    of(
      'list-bits-twice',
      'an empty list after the signed one',
      body(text.replace(/("encodedList":"[^"]+")/, `$1,${fake}`)),
    ),
    of(
      'list-bits-in-nest',
      'the signed bits moved to @nest',
      json({ ...ours, credentialSubject: { ...open, '@nest': { encodedList } } }),
    ),
    of(
      'list-bits-by-alias',
      'the signed bits under a name of an inline context, an unsigned name beside it',
      json({
        ...ours,
        '@context': [
          ...(ours['@context'] as string[]),
          {
            bits: {
              '@id': 'https://www.w3.org/ns/credentials/status#encodedList',
              '@type': 'https://w3id.org/security#multibase',
            },
          },
        ],
        credentialSubject: { ...open, bits: encodedList },
      }),
    ),
    of('list-end-in-nest', 'a list whose past end stands in @nest', json(await pastList())),
    of(
      'list-by-a-stranger',
      'a list in our name, signed by somebody else',
      json(
        await embedProof(statusList([]), THIRD_PARTY_KEY, { verificationMethod: `${THIRD_PARTY_DID}#k1` }),
      ),
    ),
  ];
}

async function pastList(): Promise<JsonObject> {
  const past = { validFrom: '2026-11-01T00:00:00Z', validUntil: '2026-11-02T00:00:00Z' };
  const list = await embedProof(statusList([], past), OUR_KEY, { verificationMethod: `${DID}#ed-active` });
  const { validUntil, ...rest } = list;
  return { ...rest, '@nest': { validUntil } };
}

async function keyForgeries(): Promise<readonly ForgeryCase[]> {
  const document = await embedProof(badge({ credentialStatus: undefined }), OUR_KEY, {
    verificationMethod: `${DID}#ed-active`,
  });
  const ours = `${ORIGIN}/.well-known/did.json`;
  const known = didDocument(ORIGIN, OUR_RECORDS) as unknown as JsonObject;
  const thirdParty = 'https://badges.example/.well-known/did.json';
  const hiddenEnd = {
    id: `${THIRD_PARTY_DID}#k1`,
    type: 'Multikey',
    controller: THIRD_PARTY_DID,
    publicKeyMultibase: THIRD_PARTY_KEY.publicKeyMultibase,
    'https://w3id.org/security#expiration': '2026-06-30T00:00:00Z',
  };
  const outsider = await embedProof(
    badge({ issuer: thirdPartyProfile(THIRD_PARTY_DID), credentialStatus: undefined }),
    THIRD_PARTY_KEY,
    { verificationMethod: `${THIRD_PARTY_DID}#k1` },
  );
  const { publicKeyMultibase: _, 'https://w3id.org/security#expiration': __, ...withoutKey } = hiddenEnd;
  const published = { ...withoutKey, publicKeyMultibase: PUBLISHED_TEST_KEY };
  const publishedJwk = fromMultikey(PUBLISHED_TEST_KEY);
  const refused = proofError('key-not-authorised');
  const controller = (method: JsonObject): Page =>
    json({ id: THIRD_PARTY_DID, verificationMethod: [method], assertionMethod: [method['id']] });
  return [
    {
      ...invalid(
        'key-not-for-assertion',
        'a key that its controller lists for something else',
        document,
        refused,
      ),
      world: { [ours]: json({ ...known, assertionMethod: [], authentication: known['assertionMethod'] }) },
    },
    {
      ...invalid('key-end-by-iri', 'a key whose past end stands under its full IRI', outsider, refused),
      world: { [thirdParty]: controller(hiddenEnd) },
    },
    {
      ...invalid(
        'key-published',
        'the key of the implementation guide, whose private half is printed there',
        outsider,
        refused,
      ),
      world: { [thirdParty]: controller(published) },
    },
    {
      ...invalid('key-published-as-jwk', 'the same key, written as a JWK', outsider, refused),
      world: {
        [thirdParty]: controller({
          ...withoutKey,
          type: 'JsonWebKey',
          ...(publishedJwk && { publicKeyJwk: toJwk(publishedJwk) }),
        }),
      },
    },
    {
      ...invalid('controller-twice', 'a controller document that lists its keys twice', document, {
        ...proofError('key-unreachable', 'not-verifiable'),
        result: 'not-checked',
      }),
      world: {
        [ours]: { ...json(null), body: JSON.stringify(known).replace('{', '{"assertionMethod":[],') },
      },
    },
  ];
}

async function chainForgeries(): Promise<readonly ForgeryCase[]> {
  const chain = await chained(badge({ credentialStatus: undefined }));
  const [first = {}, second = {}] = chain['proof'] as JsonObject[];
  const bad = proofError('bad-signature');
  return [
    invalid(
      'chain-without-its-first',
      'the proof that another follows is taken away',
      { ...chain, proof: [{ ...second, verificationMethod: first['verificationMethod'] }] },
      bad,
    ),
    invalid(
      'chain-closed',
      'two proofs that each follow the other',
      { ...chain, proof: [{ ...first, previousProof: second['id'] }, second] },
      bad,
    ),
    invalid(
      'chain-of-another',
      'the proof that another follows is that of another document',
      {
        ...chain,
        proof: [{ ...first, created: '2026-07-13T10:00:00Z' }, second],
      },
      bad,
    ),
  ];
}

/** Documents that ask for more work than one verification does. */
async function floodForgeries(): Promise<readonly ForgeryCase[]> {
  const document = await signed(badge({ credentialStatus: undefined }));
  const [first, second] = document['@context'] as string[];
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ [`t${at}`]: `urn:t:${at}` }));
  return [
    invalid(
      'contexts-again',
      'a known context a hundred times',
      { ...document, '@context': [first, ...Array(100).fill(second)] },
      beyond('not-plain-form'),
    ),
    invalid(
      'contexts-twice',
      'a known context some sixty times, which is within the bounds',
      { ...document, '@context': [first, ...Array(60).fill(second)] },
      beyond('not-plain-form'),
    ),
    invalid(
      'contexts-inline',
      'a hundred contexts written inside',
      { ...document, '@context': [first, second, ...many(100)] },
      beyond('too-many-contexts'),
    ),
    invalid(
      'endorsements-many',
      'a hundred endorsements',
      { ...document, endorsementJwt: Array(100).fill('a.b.c') },
      beyond('too-many-endorsements'),
    ),
    invalid(
      'context-removed',
      'a context that is null, which takes all terms away',
      { ...document, '@context': [first, second, null] },
      beyond('not-plain-form'),
    ),
  ];
}
