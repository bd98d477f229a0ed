import { MAXIMUM_CREDENTIAL_BYTES, MAXIMUM_IMAGE_BYTES } from '../../src/open-badges/baking/bake-png.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { VERIFICATION_LIMITS } from '../../src/open-badges/verification/limits.ts';
import { bakeText } from './mutated-files.ts';
import type { MutatedInput } from './mutated-inputs.ts';

const { text: LONGEST, depth, members, proofs, badges, endorsements, contexts } = VERIFICATION_LIMITS;

const bytesOf = (text: string): MutatedInput => ({
  given: { kind: 'bytes', bytes: new TextEncoder().encode(text) },
});
const documentOf = (document: unknown): MutatedInput => ({ given: { kind: 'document', document } });
const parsedOf = (value: unknown): MutatedInput => ({ given: { kind: 'parsed', value } });
const urlOf = (url: string): MutatedInput => ({ given: { kind: 'url', url } });

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
const list = (length: number, item: unknown = 1) => Array.from({ length }, () => item);
const base64Url = (text: string) => Buffer.from(text).toString('base64url');

/** A JWS of this many characters. */
function jwsOf(length: number): string {
  const head = `${base64Url('{"alg":"EdDSA"}')}.`;
  return `${head}${'A'.repeat(length - head.length - 5)}.c2ln`;
}

/** Documents on both sides of each limit. */
function* aroundLimits(document: JsonObject): Generator<MutatedInput> {
  for (const over of [-1, 0, 1]) {
    const sized = JSON.stringify({ ...document, x: '' });
    const long = JSON.stringify({ ...document, x: 'a'.repeat(LONGEST - sized.length + over) });
    const changed: readonly JsonObject[] = [
      { ...document, x: nested(depth - 1 + over) },
      { ...document, x: list(members + over * 500) },
      { ...document, proof: list(proofs + over, {}) },
      { ...document, endorsement: list(endorsements + over, 'a.b.c') },
      {
        ...document,
        '@context': [...list(1, contextOf(document)), ...list(contexts + over).map((_, at) => `urn:${at}`)],
      },
      { ...document, x: { verifiableCredential: list(badges + over) } },
      {
        type: 'VerifiablePresentation',
        verifiableCredential: [{ ...document, proof: list(proofs + over, {}) }],
      },
    ];
    for (const one of changed) {
      const text = JSON.stringify(one);
      yield bytesOf(text);
      yield documentOf(one);
      yield bytesOf(`${base64Url('{"alg":"EdDSA"}')}.${base64Url(text)}.c2ln`);
    }
    yield bytesOf(long);
    yield documentOf(JSON.parse(long));
    yield bytesOf(jwsOf(LONGEST + over));
    yield bytesOf(`${base64Url('{}')}.${base64Url(long)}.c2ln`);
    yield bytesOf(
      JSON.stringify({ type: 'VerifiablePresentation', verifiableCredential: jwsOf(LONGEST / 2 + over) }),
    );
    yield { given: { kind: 'bytes', bytes: new Uint8Array(MAXIMUM_IMAGE_BYTES + over) } };
  }
  yield { given: { kind: 'bytes', bytes: bakeText('a'.repeat(MAXIMUM_CREDENTIAL_BYTES + 1)) } };
}

const contextOf = (document: JsonObject): unknown =>
  Array.isArray(document['@context']) ? document['@context'][0] : undefined;

/** Values that are no JSON, or that JSON writes in its own way. */
function* oddValues(document: JsonObject): Generator<MutatedInput> {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const getter = Object.defineProperty({ ...document }, 'id', { enumerable: true, get: () => 'urn:got' });
  const throwing = Object.defineProperty({}, 'id', {
    enumerable: true,
    get: () => {
      throw new RangeError('a getter that throws');
    },
  });
  const values: readonly unknown[] = [
    ...[
      undefined,
      null,
      true,
      0,
      Number.NaN,
      10n,
      Symbol('x'),
      () => 1,
      '',
      ' ',
      '\ufeff',
      'text',
      '"a"',
      '1.2.3',
    ],
    ...[
      [],
      {},
      [document],
      cyclic,
      getter,
      throwing,
      new Date(0),
      new Date(Number.NaN),
      new Map(),
      new Uint8Array(3),
    ],
    ...[{ toJSON: () => document }, { toJSON: () => 'a.b.c' }, { toJSON: () => undefined }, { x: 10n }],
    ...[
      Object.assign(Object.create(null), document),
      Object.create(document),
      nested(5000),
      new String('{}'),
    ],
    ...[
      JSON.parse('{"__proto__":{"type":"VerifiableCredential"}}'),
      { ...document, x: undefined },
      JSON.stringify(document),
    ],
    ...[
      `\ufeff${JSON.stringify(document)}\n`,
      `\ufeff\ufeff${JSON.stringify(document)}`,
      JSON.stringify([document]),
    ],
  ];
  for (const value of values) {
    yield documentOf(value);
    yield parsedOf(value);
  }
}

const HEADS = [
  'html',
  'HEAD',
  'body',
  'main',
  'div',
  'p',
  'a',
  'meta',
  'title',
  '!doctype html',
  'pre',
  'svg',
  'paper',
];

/** Texts at the borders between an address, a document, a drawing and a web page. */
function* betweenKinds(): Generator<MutatedInput> {
  for (const head of HEADS) {
    for (const before of ['', ' \n', '\ufeff', '<?xml version="1.0"?>', ' '.repeat(999), ' '.repeat(1000)]) {
      yield bytesOf(`${before}<${head}>x`);
      yield bytesOf(`${before}<${head} https://badges.example/b/1`);
    }
  }
  const link = 'https://badges.example/';
  for (const length of [1999, 2000, 2001]) yield bytesOf(link + 'a'.repeat(length - link.length));
  for (const url of [
    '',
    'x',
    'https://',
    'https://jalon.test',
    'did:web:a',
    '{"a":1}',
    '/help',
    ' jalon.test/x ',
  ]) {
    yield urlOf(url);
    yield { ...urlOf(url), answer: { kind: 'status', status: 410 } };
  }
  for (const bytes of [
    [],
    [0],
    [0xff],
    [0xef, 0xbb, 0xbf],
    [0xfe, 0xff, 0, 0x7b],
    [0xc3, 0x28],
    [0x1f, 0x8b],
  ]) {
    yield { given: { kind: 'bytes', bytes: Uint8Array.from(bytes) } };
  }
}

/** Pictures with the codes of one thing in two spellings, or of two things. */
function* severalCodes(document: JsonObject): Generator<MutatedInput> {
  const [badge, spaced] = [JSON.stringify(document), JSON.stringify(document, null, 1)];
  const here = 'https://jalon.test/credentials/67tC4ZxldVWvklj3F6PfwQ';
  const found = [
    [here, here.slice(-22)],
    [here, 'https://c.example/d'],
    [here, badge],
    [badge, spaced],
    ['x', here],
  ];
  for (const texts of found) {
    for (const bytes of [Uint8Array.of(0xff, 0xd8, 0xff), bakeText(here), bakeText(badge)]) {
      const body = new TextEncoder().encode(badge);
      const answer = { kind: 'ok', url: here, contentType: 'application/json', body } as const;
      yield { given: { kind: 'bytes', bytes }, codes: { kind: 'texts', texts }, answer };
    }
  }
}

/** Inputs at the limits, and values and texts of unusual kinds. */
export function edgeInputs(document: JsonObject): readonly MutatedInput[] {
  return [...aroundLimits(document), ...oddValues(document), ...betweenKinds(), ...severalCodes(document)];
}
