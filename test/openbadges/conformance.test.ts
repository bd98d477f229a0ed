import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCredential } from '../../src/issuing/credential.ts';
import { CREDENTIALS_V1, DATA_INTEGRITY_V1 } from '../../src/open-badges/contexts/vendored.ts';
import {
  checkEndorsement,
  checkIssuedBadge,
  checkOpenBadge,
} from '../../src/open-badges/schema/conformance.ts';
import { makeInput, onlyCriteria } from './builders.ts';

type Json = Record<string, unknown>;

async function ours(): Promise<Json> {
  const [definition] = onlyCriteria().achievements;
  if (definition === undefined) throw new Error('no badge');
  return structuredClone(await buildCredential(makeInput(definition)));
}

const guide: Json = JSON.parse(readFileSync('test/vectors/openbadges-guide/ob-signed.json', 'utf8'));

/** A copy with one member changed; `undefined` removes it. The path consists of names and indexes. */
function change(document: Json, path: readonly (string | number)[], value: unknown): Json {
  const copy = structuredClone(document);
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<unknown>((node, part) => (node as Json)[part], copy) as Json;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const ACHIEVEMENT = ['credentialSubject', 'achievement'] as const;

/** The defect, its place and value, and the reported pointer and code. */
const DEFECTS: readonly (readonly [string, readonly (string | number)[], unknown, string, string])[] = [
  ['contexts in the wrong order', ['@context', 0], 'https://example.org/x', '/@context/0', 'schema-mismatch'],
  ['another second context', ['@context', 1], 'https://example.org/x', '/@context/1', 'schema-mismatch'],
  ['no id', ['id'], undefined, '', 'schema-mismatch'],
  ['no OpenBadgeCredential type', ['type'], ['VerifiableCredential'], '/type', 'schema-mismatch'],
  ['no issuer', ['issuer'], undefined, '', 'schema-mismatch'],
  ['two subjects', ['credentialSubject'], [{}, {}], '/credentialSubject', 'schema-mismatch'],
  ['two statuses', ['credentialStatus'], [{}, {}], '/credentialStatus', 'schema-mismatch'],
  [
    'an image as text',
    [...ACHIEVEMENT, 'image'],
    'https://x.test/i',
    '/credentialSubject/achievement/image',
    'schema-mismatch',
  ],
  [
    'empty criteria',
    [...ACHIEVEMENT, 'criteria'],
    {},
    '/credentialSubject/achievement/criteria',
    'no-criteria',
  ],
  [
    'an unknown achievement type',
    [...ACHIEVEMENT, 'achievementType'],
    'Foo',
    '/credentialSubject/achievement/achievementType',
    'schema-mismatch',
  ],
  [
    'ext: inside a word',
    [...ACHIEVEMENT, 'achievementType'],
    'Foo ext:bar',
    '/credentialSubject/achievement/achievementType',
    'schema-mismatch',
  ],
  ['a null', ['description'], null, '/description', 'schema-mismatch'],
  ['an empty array', ['evidence'], [], '/evidence', 'schema-mismatch'],
  [
    'a nested empty array',
    [...ACHIEVEMENT, 'tag'],
    [],
    '/credentialSubject/achievement/tag',
    'schema-mismatch',
  ],
  ['a date without zone', ['validFrom'], '2026-07-03T10:00:00', '/validFrom', 'bad-dates'],
  ['a date with a tail', ['validFrom'], '2026-07-03T10:00:00Zjunk', '/validFrom', 'bad-dates'],
  ['a 30 February', ['awardedDate'], '2026-02-30T10:00:00Z', '/awardedDate', 'bad-dates'],
  ['an end before the beginning', ['validUntil'], '2026-07-03T09:59:59Z', '/validUntil', 'dates-contradict'],
];

describe('checkOpenBadge', () => {
  it('accepts the implementation guide’s signed badge, whose proof is a single object', () => {
    expect(checkOpenBadge(guide)).toEqual([]);
  });

  it.each(DEFECTS)('finds %s', async (_, path, value, pointer, code) => {
    const problems = checkOpenBadge(change(await ours(), path, value));
    expect(problems).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(checkIssuedBadge(change(await ours(), path, value))).toContainEqual(
      expect.objectContaining({ pointer, code }),
    );
  });

  it('finds a subject with neither id nor identifier', async () => {
    const anonymous = change(
      change(await ours(), ['credentialSubject', 'id'], undefined),
      ['credentialSubject', 'identifier'],
      undefined,
    );
    expect(checkOpenBadge(anonymous)).toContainEqual(
      expect.objectContaining({ pointer: '/credentialSubject', code: 'no-recipient' }),
    );
  });
});

describe('checkOpenBadge on a stranger’s badge', () => {
  it('accepts a stranger’s brackets lost by compaction, and a status entry without id', async () => {
    const badge = await ours();
    const [evidence] = badge['evidence'] as Json[];
    let thirdParty = change(badge, ['issuer', 'type'], 'Profile');
    thirdParty = change(thirdParty, [...ACHIEVEMENT, 'type'], 'Achievement');
    thirdParty = change(thirdParty, ['evidence'], { ...evidence, type: 'Evidence' });
    thirdParty = change(thirdParty, ['credentialStatus', 'id'], undefined);
    thirdParty = change(thirdParty, ['proof'], { type: 'DataIntegrityProof' });
    expect(checkOpenBadge(thirdParty)).toEqual([]);
    expect(
      checkIssuedBadge(thirdParty)
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual([
      '/credentialStatus',
      '/credentialSubject/achievement/type',
      '/evidence',
      '/issuer',
      '/issuer/type',
      '/proof',
    ]);
  });

  it('reads a badge of the data model 1.1 under its own names', () => {
    const { validFrom, ...rest } = guide;
    const old: Json = {
      ...rest,
      '@context': [CREDENTIALS_V1, ...(guide['@context'] as string[]).slice(1), DATA_INTEGRITY_V1],
      issuanceDate: validFrom,
    };
    expect(checkOpenBadge(old)).toEqual([]);
    expect(checkOpenBadge(change(old, ['issuanceDate'], 'yesterday'))).toContainEqual(
      expect.objectContaining({ pointer: '/issuanceDate', code: 'bad-dates' }),
    );
    expect(checkOpenBadge({ ...old, expirationDate: '2009-01-01T00:00:00Z' })).toContainEqual(
      expect.objectContaining({ pointer: '/expirationDate', code: 'dates-contradict' }),
    );
    expect(checkOpenBadge(change(old, ['issuer'], 'did:web:x.test'))).toContainEqual(
      expect.objectContaining({ pointer: '/issuer' }),
    );
    expect(checkOpenBadge(change(old, ['name'], undefined))).toContainEqual(
      expect.objectContaining({ pointer: '/name' }),
    );
  });
});

describe('checkOpenBadge on hostile input', () => {
  it.each([undefined, null, 'text', 3, [], [guide]])('reports %o instead of throwing', (document) => {
    expect(checkOpenBadge(document)).toHaveLength(1);
    expect(checkEndorsement(document)).toHaveLength(1);
  });

  it('refuses a document nested too deeply instead of overflowing', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    expect(checkOpenBadge(deep)).toEqual([expect.objectContaining({ pointer: '', code: 'schema-mismatch' })]);
  });

  it.each(['constructor', '__proto__', 'toString', '%', 'a/b~c'])(
    'reads a member called %o like any other',
    (name) => {
      const subject = { ...(guide['credentialSubject'] as Json), [name]: { [name]: null } };
      const named = Object.fromEntries([
        ...Object.entries(guide),
        [name, ['x']],
        ['credentialSubject', subject],
      ]);
      const escaped = name.replaceAll('~', '~0').replaceAll('/', '~1');
      expect(checkOpenBadge(named).map(({ pointer }) => pointer)).toEqual([
        `/credentialSubject/${escaped}/${escaped}`,
      ]);
    },
  );

  it('reports a member name that is not Unicode text', () => {
    expect(checkOpenBadge({ ...guide, '\ud800': 1 })).toEqual([
      { pointer: '', code: 'schema-mismatch', reason: 'has a member name that is not Unicode text' },
    ]);
  });

  it('does not change the document it judges', () => {
    const before = JSON.stringify(guide);
    checkOpenBadge(guide);
    expect(JSON.stringify(guide)).toBe(before);
  });
});

describe('checkIssuedBadge', () => {
  it('requires exactly our two contexts', async () => {
    const badge = await ours();
    const more = change(badge, ['@context'], [...(badge['@context'] as string[]), { x: 'https://x.test/x' }]);
    expect(checkOpenBadge(more)).toEqual([]);
    expect(checkIssuedBadge(more)).toEqual([expect.objectContaining({ pointer: '/@context' })]);
  });

  it('requires an issuer that is a Profile, not an address', async () => {
    const badge = change(await ours(), ['issuer'], 'did:web:jalon.test');
    expect(checkOpenBadge(badge)).toEqual([]);
    expect(checkIssuedBadge(badge)).toEqual([expect.objectContaining({ pointer: '/issuer' })]);
  });

  it('requires results that belong to the achievement', async () => {
    const path = ['credentialSubject', 'result', 1, 'resultDescription'];
    const badge = change(await ours(), path, 'https://elsewhere.test/#x');
    expect(checkIssuedBadge(badge)).toEqual([
      expect.objectContaining({ pointer: '/credentialSubject/result/1/resultDescription' }),
    ]);
  });
});

describe('checkEndorsement', () => {
  const endorsement: Json = {
    '@context': guide['@context'],
    id: 'https://jalon.test/endorsements/1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsement',
    issuer: { id: 'did:web:jalon.test', type: ['Profile'], name: 'DANE' },
    validFrom: '2026-07-03T10:00:00Z',
    credentialSubject: { id: 'https://x.test/a', type: ['EndorsementSubject'], endorsementComment: 'ok' },
  };

  it('accepts a complete endorsement', () => {
    expect(checkEndorsement(endorsement)).toEqual([]);
  });

  it.each<[string, readonly string[], unknown, string]>([
    ['a name', ['name'], undefined, ''],
    ['an EndorsementSubject', ['credentialSubject', 'type'], ['Other'], '/credentialSubject/type'],
    ['the endorsed id', ['credentialSubject', 'id'], undefined, '/credentialSubject'],
    ['a date with a zone', ['validFrom'], '2026-07-03', '/validFrom'],
  ])('misses %s', (_, path, value, pointer) => {
    expect(checkEndorsement(change(endorsement, path, value))).toContainEqual(
      expect.objectContaining({ pointer }),
    );
  });
});
