import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import {
  type IssuedBadge,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';
import { openThirdPartyVerifier, type ThirdPartyVerifier } from '../support/third-party/verifiers.ts';
import { tokenOf } from '../support/tokens.ts';

const OURS = 'did:web:jalon.test';
const ELSEWHERE = 'https://program.example';
/** Spellings of an address of this service, and addresses that look like one. */
const SPELLINGS = [
  'https://jalon.test/badges/RUPN-ENG/v1',
  'http://jalon.test/badges/RUPN-ENG/v1',
  'https://JALON.TEST/badges/RUPN-ENG/v1',
  'https://jalon.test:443/badges/RUPN-ENG/v1',
  'https://jalon.test:8443/badges/RUPN-ENG/v1',
  'https://jalon.test./badges/RUPN-ENG/v1',
  'https://jal%6Fn.test/badges/RUPN-ENG/v1',
  'https://user@jalon.test/badges/RUPN-ENG/v1',
  'https://jalon.test@program.example/badges/RUPN-ENG/v1',
  'https:\\\\jalon.test\\badges\\RUPN-ENG\\v1',
  'https:jalon.test/badges/RUPN-ENG/v1',
  'https://\uFF4Aalon.test/badges/RUPN-ENG/v1',
  'https://j\u0430lon.test/badges/RUPN-ENG/v1',
  'https://jalon.test.program.example/badges/RUPN-ENG/v1',
  'ftp://jalon.test/badges/RUPN-ENG/v1',
  'view-source:https://jalon.test/badges/RUPN-ENG/v1',
  '//jalon.test/badges/RUPN-ENG/v1',
  'did:web:jalon.test',
  'did:web:jalon.test#key',
  'did:web:jalon.test:schools:0210001M',
  'did:web:JALON.test',
  'did:web:jal%6Fn.test',
  'did:web:jalon.test%3A8443',
] as const;

let service: TestService;
let badge: IssuedBadge;
let dcc: ThirdPartyVerifier;
let dane: string;
/** A signed badge of this service. */
let real: JsonObject;
let number = 0;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
  dcc = openThirdPartyVerifier('dcc', ({ url, headers }) =>
    url.startsWith(TEST_ORIGIN) ? service.get(url.slice(TEST_ORIGIN.length), headers) : undefined,
  );
  dane = await tokenOf(service, 'dane');
  await service.services.acceptAll({ visibility: 'public', name: 'full', actor: 'test' }).next();
  real = await (await service.get(`${badge.path}.json`)).json();
});
afterAll(async () => {
  dcc.close();
  await service.stop();
});

const issue = (credential: unknown) =>
  service.post('/vc-api/credentials/issue', { credential, options: {} }, dane);

/** The badge as a program would send it, under an id of its own and for someone else. */
function copied(): JsonObject {
  number += 1;
  const { proof: _, credentialStatus: _status, refreshService: _refresh, ...badge } = structuredClone(real);
  const id = `urn:uuid:58172aac-d8ba-11ed-83dd-${String(number).padStart(12, '0')}`;
  return { ...badge, id, credentialSubject: { ...(badge['credentialSubject'] as object), id: `${id}0` } };
}

/** A badge of the same form that names nothing of ours. */
function ofProgram(): JsonObject {
  const text = JSON.stringify({ ...copied(), issuer: { id: OURS, type: ['Profile'], name: 'Un service' } })
    .replaceAll(TEST_ORIGIN, ELSEWHERE)
    .replaceAll('"humanCode":"RUPN-ENG"', '"humanCode":"ATELIER"')
    .replaceAll(/"name":"RUPN [^"]*"/g, '"name":"Atelier du lundi"');
  return JSON.parse(text);
}

/** The same document with another text at one place. */
function changed(document: JsonObject, path: readonly (string | number)[], text: string): JsonObject {
  const copy = structuredClone(document);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as typeof at;
  at[path.at(-1) ?? ''] = text;
  return copy;
}

type Leaf = readonly [readonly (string | number)[], string];
function leavesOf(value: unknown, path: readonly (string | number)[] = []): readonly Leaf[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

describe('a badge of this service that a program copies', () => {
  it('is not signed for another holder', async () => {
    const response = await issue(copied());
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'invalid-request' }]);
  });

  it('is not signed with any one of its addresses, and the answer says where it stands', async () => {
    const [theirs, ours] = [ofProgram(), copied()];
    const own = leavesOf(ours).filter(([path, text]) => text.includes(TEST_ORIGIN) && path[0] !== 'issuer');
    expect(own.length).toBeGreaterThan(10);
    for (const [path, text] of own) {
      const response = await issue(changed(theirs, path, text));
      const { detail, reason = detail } = await response.json();
      expect([path, response.status, reason]).toEqual([
        path,
        400,
        expect.stringContaining(`/${path.join('/')} names an address of this service`),
      ]);
    }
  });

  it.each(SPELLINGS)('is not signed with the address %s', async (spelling) => {
    for (const path of [
      ['credentialSubject', 'achievement', 'id'],
      ['credentialSubject', 'achievement', 'criteria', 'id'],
      ['credentialSubject', 'achievement', 'image', 'id'],
      ['credentialSubject', 'id'],
      ['issuer', 'url'],
    ]) {
      expect([path, (await issue(changed(ofProgram(), path, spelling))).status]).toEqual([path, 400]);
    }
  });

  it.each(['Voir https://jalon.test/badges/RUPN-ENG/v1.', '[RUPN](https://jalon.test/badges/RUPN-ENG/v1)'])(
    'is not signed where its rules say « %s »',
    async (narrative) => {
      const path = ['credentialSubject', 'achievement', 'criteria', 'narrative'];
      expect((await issue(changed(ofProgram(), path, narrative))).status).toBe(400);
    },
  );

  it.each([
    'RUPN engagé·e',
    'RUPN engagée',
    'Committed RUPN',
    'rupn ENGAGE-E',
    'RUPN еngagé·e 2026',
    'RUPN-ENG',
  ])('is not signed under the title %s', async (title) => {
    for (const path of [['name'], ['credentialSubject', 'achievement', 'name']]) {
      const response = await issue(changed(ofProgram(), path, title));
      expect([path, response.status]).toEqual([path, 400]);
    }
  });
});

describe('a badge of a program’s own', () => {
  it('is signed with a place in our lists, verifies here and elsewhere, and is revoked', async () => {
    const sent = ofProgram();
    const response = await issue(sent);
    const answer = await response.json();
    expect(response.status, JSON.stringify(answer)).toBe(201);
    const document = answer.verifiableCredential;
    const verdict = async () =>
      (await (await service.post('/api/v1/verifications', { credential: document })).json()).verdict;
    expect([await verdict(), (await dcc.verify(document)).verified]).toEqual(['valid', true]);
    const body = {
      credentialId: sent['id'],
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
      status: true,
    };
    expect((await service.post('/vc-api/credentials/status', body, dane)).status).toBe(200);
    expect([await verdict(), (await dcc.verify(document)).verified]).toEqual(['revoked', false]);
  });

  it('may stand on a site whose name is not ours', async () => {
    for (const address of [
      'https://jalon.tests.example/',
      'https://xjalon.test/',
      'mailto:dane@jalon.test',
    ]) {
      const path = ['credentialSubject', 'achievement', 'criteria', 'id'];
      expect([address, (await issue(changed(ofProgram(), path, address))).status]).toEqual([address, 201]);
    }
  });
});
