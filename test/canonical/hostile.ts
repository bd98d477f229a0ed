import {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  OPEN_BADGES_V3_0_3,
} from '../../src/open-badges/contexts/vendored.ts';
import { isJsonObject, type JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { Random } from './random.ts';

const CONTROLS = Array.from({ length: 33 }, (_, code) => String.fromCharCode(code)).join('');

/** Texts that could break an escape, an order or a comparison. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '"',
    '\\',
    '\\"',
    '\n',
    '\r\n',
    '\t',
    '\u0000',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    CONTROLS,
  ],
  ...['🎓', 'Ａ', '\ud83d', '\udf93', 'é', 'e\u0301', '<', '>', '"@fr', '"^^<x:y>', '_:c14n0', '_:a', '_:z'],
  ...[
    '__proto__',
    'constructor',
    '@id',
    '@type',
    '@value',
    'null',
    'true',
    '1',
    '1.0',
    '-0',
    ' .\n<x:y> <x:y> "z',
  ],
];

/** IRIs, and texts that are none. */
const IRIS: readonly string[] = [
  ...[
    'x:y',
    'a+-.9:x',
    'x:',
    'X:Y',
    'x:<>"{}|^`\\',
    'x:\u0001',
    'x:é🎓',
    'x: y',
    'x:\u00a0y',
    '1x:y',
    ':x',
    'x',
    '',
  ],
  ...[
    '#a',
    '/a',
    '../a',
    '?a',
    '//a',
    '_:b0',
    '_:',
    'did:web:a',
    'urn:uuid:1',
    'https://a/<b>',
    'https://a/%20',
  ],
  ...[
    'xsd:date',
    'cred:a',
    'sec:a',
    'obi:a',
    'clr:a',
    'ext:a',
    'mailto:a@b.test',
    'data:,x',
    'cred://a',
    '@vocab',
  ],
];

const TYPES: readonly unknown[] = [
  ...[
    'Achievement',
    'Profile',
    'Image',
    'Evidence',
    'Result',
    'Unknown',
    '',
    'profile',
    '@json',
    'x:y',
    1,
    null,
    [],
  ],
  ...['DataIntegrityProof', 'BitstringStatusList', 'ClrSubject', 'Association', 'JsonSchema', 'constructor'],
  ...[
    ['Profile', 'Achievement'],
    ['Achievement', 'Profile'],
    ['Image', 'Image'],
    ['Profile', 1],
    { id: 'x:y' },
  ],
  ['Result', 'AchievementSubject', 'ResultDescription'],
];

const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    1e21,
    2 ** 53,
    [],
    {},
    [[]],
    [['a']],
    [null],
    ['a', 'a'],
    [1, '1'],
    [1, 1],
  ],
  ...[
    { id: 'x:y' },
    { id: 'y' },
    { id: 'x:y', name: 'a' },
    { name: 'a' },
    { type: 'Image' },
    { '@id': 'x:y' },
  ],
  ...[
    { '@value': 'a' },
    { '@value': 'a', '@language': 'fr' },
    { '@list': ['a'] },
    { '@set': ['a'] },
    { '@graph': [] },
  ],
];

const NAMES: readonly string[] = [
  ...[
    'name',
    'description',
    'narrative',
    'image',
    'url',
    'email',
    'criteria',
    'issuer',
    'creator',
    'related',
    'proof',
  ],
  ...[
    'endorsement',
    'evidence',
    'result',
    'alignment',
    'statusPurpose',
    'validFrom',
    'created',
    'proofPurpose',
  ],
  ...[
    'unknown',
    '@nest',
    '@included',
    '@reverse',
    '@type',
    '@id',
    '@index',
    'cred:issuer',
    'https://schema.org/name',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '',
    'allowedValue',
    'termsOfUse',
    'credentialSchema',
    'verifiableCredential',
  ],
];

const CONTEXTS: readonly unknown[] = [
  ...[CREDENTIALS_V2, CREDENTIALS_V1, OPEN_BADGES_V3_0_3, 'https://unknown.test/', null, [], {}, 1],
  ...[[CREDENTIALS_V2], [OPEN_BADGES_V3_0_3, CREDENTIALS_V2], [CREDENTIALS_V2, { name: 'x:name' }]],
  [CREDENTIALS_V2, OPEN_BADGES_V3_0_3, OPEN_BADGES_V3_0_3],
];

type Change = (random: Random, object: Record<string, unknown>, name: string) => void;

/** Changes of one member of an object. */
const CHANGES: readonly Change[] = [
  (random, object, name) => define(object, name, random.pick(HOSTILE_TEXTS)),
  (random, object, name) => define(object, name, random.pick(IRIS)),
  (random, object, name) => define(object, name, random.pick(VALUES)),
  (random, object) => define(object, 'type', random.pick(TYPES)),
  (random, object) => define(object, 'id', random.pick(IRIS)),
  (random, object) => define(object, random.pick(NAMES), random.pick([...VALUES, ...IRIS, ...HOSTILE_TEXTS])),
  (random, object, name) => define(object, random.pick(NAMES), object[name]),
  (random, object) => define(object, '@context', random.pick(CONTEXTS)),
  (_, object, name) => define(object, name, [object[name]]),
  (_, object, name) => define(object, name, [object[name], object[name]]),
  (_, object, name) => define(object, name, [object[name], 'another']),
  (_, object, name) => void delete object[name],
  (_, object) => void delete object['id'],
  (_, object) => void delete object['type'],
  (_, object, name) => define(object, name, structuredClone(object)),
];

/** `__proto__` as a member, as JSON.parse makes it. The value is a copy: a later change must reach neither the
 *  lists above nor the value's other places. */
function define(object: object, name: string, value: unknown): void {
  const own = structuredClone(value);
  Object.defineProperty(object, name, { value: own, enumerable: true, configurable: true, writable: true });
}

/** A copy of the document with up to three changes anywhere in it. */
export function changeSomewhere(random: Random, document: JsonObject): JsonObject {
  const copy = JSON.parse(JSON.stringify(document)) as JsonObject;
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const object = random.pick(objectsIn(copy)) as Record<string, unknown>;
    const names = Object.keys(object);
    if (names.length > 0) random.pick(CHANGES)(random, object, random.pick(names));
  }
  return JSON.parse(JSON.stringify(copy)) as JsonObject;
}

function objectsIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isJsonObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}
