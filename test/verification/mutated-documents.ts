import { isJsonObject, type JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { V2 } from '../support/fixtures/credentials.ts';
import { mutate } from '../support/mutations.ts';
import { type RandomChoices, toJws } from './mutated-texts.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const LEGACY_CONTEXTS = [
  'https://w3id.org/openbadges/v2',
  'http://w3id.org/openbadges/v1',
  'https://openbadgespec.org/v2/context.json',
  'https://standard.openbadges.org/1.1/context.json',
  'https://elsewhere.example/context',
];
const TYPES = [
  'VerifiableCredential',
  'OpenBadgeCredential',
  'VerifiablePresentation',
  'EnvelopedVerifiableCredential',
  'EnvelopedVerifiablePresentation',
  'Assertion',
  'Other',
];
const NEWER_MEMBERS = ['credentialSubject', 'validFrom', 'proof', 'vc', 'credentialStatus'];

/** A change of the members by which a reader decides what a document is. */
export function reshape(document: JsonObject, random: RandomChoices): JsonObject {
  const { pick } = random;
  const contexts = pick<unknown>([
    V2,
    [V1, V2],
    [V2, V1],
    [LEGACY_CONTEXTS[0], V2],
    [],
    null,
    [{}, V2],
    [V1],
  ]);
  const changes: readonly (() => JsonObject)[] = [
    () => ({ '@context': contexts }),
    () => ({ type: pick([pick(TYPES), [pick(TYPES), pick(TYPES)], [pick(TYPES)], [], null]) }),
    () => ({ type: ['VerifiableCredential', pick(TYPES)] }),
    () => ({
      badge: pick<unknown>(['https://old.example/b', {}, null]),
      recipient: { identity: 'a@b.example' },
    }),
    () => ({ vc: pick<unknown>([{}, document, 'text', null]) }),
    () => ({ vp: pick<unknown>([{}, document, { type: 'VerifiablePresentation' }]) }),
    () => ({ verifiableCredential: pick<unknown>([document, [document], [], 'text', [1, 2], null]) }),
    () => ({ id: pick<unknown>(['data:application/vc+jwt,a.b.c', 'data:application/vp+jwt,x', 1, '']) }),
    () => ({ proof: pick<unknown>([undefined, [], {}, Array.from({ length: 9 }, () => ({}))]) }),
  ];
  const changed = { ...document, ...pick(changes)() };
  return random.below(3) === 0 ? { ...changed, ...pick(changes)() } : changed;
}

/** A badge of an older version, or something like one. */
export function legacyLike(document: JsonObject, random: RandomChoices): JsonObject {
  const { pick, below } = random;
  const context = pick<unknown>([
    ...LEGACY_CONTEXTS,
    [pick(LEGACY_CONTEXTS)],
    [pick(LEGACY_CONTEXTS), pick(LEGACY_CONTEXTS)],
    undefined,
    V2,
    {},
  ]);
  const origin = pick<unknown>(['https://old.example', undefined, 1]);
  const inside = { name: pick(['Badge', undefined]), issuer: { origin, name: pick(['School', undefined]) } };
  const legacy = {
    '@context': context,
    ...(below(4) > 0 && { type: pick<unknown>(['Assertion', ['Assertion', pick(TYPES)]]) }),
    id: 'https://old.example/assertions/1',
    uid: '1',
    recipient: pick<unknown>([{ type: 'email', hashed: false, identity: 'a@b.example' }, 'a@b.example']),
    badge: pick<unknown>(['https://old.example/badge', inside, inside]),
    verify: { type: pick(['hosted', 'signed']), url: 'https://old.example/assertions/1' },
    issuedOn: '2023-03-14T09:00:00Z',
  };
  const newer =
    below(3) === 0 ? { [pick(NEWER_MEMBERS)]: pick<unknown>([{}, 'text', document['proof']]) } : {};
  return JSON.parse(JSON.stringify({ ...legacy, ...newer }));
}

/** One or two rounds of the changes that other tests make to documents. */
export function mutateOnceOrTwice(document: JsonObject, random: RandomChoices): JsonObject {
  // JSON has no undefined members.
  const once = mutate(JSON.parse(JSON.stringify(document)), random.below);
  return random.below(2) === 0 ? once : mutate(once, random.below);
}

/** The document inside another one, as programs hand it over. */
export function wrap(document: unknown, { pick }: RandomChoices): unknown {
  return pick<unknown>([
    { credential: document },
    { verifiableCredential: document },
    { verifiablePresentation: document },
    { '@context': [V2], document, type: 'VerifiableCredential' },
    [document],
    [document, document],
    JSON.stringify(document),
    { credential: { credential: document } },
  ]);
}

/** A credential or presentation in a data address (VCDM 2.0 §4.13). */
export function envelop(jws: string, of: 'vc' | 'vp', { pick, below }: RandomChoices): JsonObject {
  const kind = of === 'vc' ? 'EnvelopedVerifiableCredential' : 'EnvelopedVerifiablePresentation';
  const media =
    below(4) > 0 ? `data:application/${of}+jwt` : pick(['data:application/jwt', 'data:text/plain']);
  const separator = pick([',', ',', ',', ';charset=utf-8,', ';base64,', ';', '', ', ']);
  const id = below(8) === 0 ? pick<unknown>([undefined, 1, [jws], jws]) : `${media}${separator}${jws}`;
  return { '@context': V2, id, type: pick<unknown>([kind, [kind], [kind, 'VerifiableCredential']]) };
}

/** One of the forms in which a credential is presented. */
function presented(document: JsonObject, random: RandomChoices): unknown {
  const jws = toJws(document, random);
  return random.pick<() => unknown>([
    () => document,
    () => jws,
    () => ` ${jws}\n`,
    () => envelop(jws, 'vc', random),
    () => mutateOnceOrTwice(document, random),
    () => legacyLike(document, random),
    () => JSON.stringify(document),
    () => random.pick<unknown>([null, 1, {}, [], 'text', [document]]),
  ])();
}

/** A presentation of none, one or several credentials. */
export function present(document: JsonObject, random: RandomChoices): JsonObject {
  const { pick, below } = random;
  const count = pick([0, 1, 1, 1, 1, 2, 3]);
  const all = Array.from({ length: count }, () => presented(document, random));
  return {
    '@context': pick<unknown>([[V2], [V1], V2, undefined]),
    type: pick<unknown>([
      'VerifiablePresentation',
      ['VerifiablePresentation'],
      [pick(TYPES), 'VerifiablePresentation'],
    ]),
    ...(count > 0 && { verifiableCredential: count === 1 && below(2) === 0 ? all[0] : all }),
    ...(below(6) === 0 && { badge: 'https://old.example/b', recipient: {} }),
    ...(below(4) === 0 && { holder: 'did:web:badges.example' }),
  };
}

/** The payload of a presentation that is signed as JWT, in one of its forms. */
export function presentationPayload(presentation: JsonObject, { pick }: RandomChoices): JsonObject {
  return pick<JsonObject>([
    presentation,
    { vp: presentation, nonce: '1' },
    { ...presentation, vp: presentation },
    { vp: presentation, type: 'VerifiablePresentation' },
    { vp: 'text', ...presentation },
    { vp: [presentation] },
    { vp: presentation, '@context': [V2] },
  ]);
}

/** The payload of a credential that is signed as JWT: the credential itself, or in the claim `vc`. */
export function credentialPayload(document: JsonObject, random: RandomChoices): JsonObject {
  const { pick, below } = random;
  const claims = {
    iss: pick<unknown>(['did:web:badges.example', undefined, 1]),
    sub: pick<unknown>(['did:key:z6Mk', undefined]),
    jti: pick<unknown>(['urn:uuid:1', undefined]),
    nbf: pick<unknown>([1_700_000_000, 1.5, 'text', 1e300, -1, undefined]),
    exp: pick<unknown>([1_900_000_000.9, null, 8.64e12, undefined]),
  };
  const { issuer: _, ...withoutIssuer } = document;
  const subject = document['credentialSubject'];
  const vc = pick<unknown>([
    document,
    withoutIssuer,
    {
      ...document,
      '@context': [V1],
      credentialSubject: isJsonObject(subject) ? { ...subject, id: undefined } : [],
    },
    { ...withoutIssuer, '@context': [V1] },
    'text',
  ]);
  return { ...claims, ...(below(4) === 0 ? { ...document, vc } : { vc }) };
}
