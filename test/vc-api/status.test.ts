import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/application/digest.ts';
import type { BitstringStatusListEntry } from '../../src/open-badges/credential/types.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';
import { openThirdPartyVerifier, type ThirdPartyVerifier } from '../support/third-party/verifiers.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';
const STATUS_V1 = 'https://www.w3.org/ns/credentials/status/v1';
const TYPE = 'BitstringStatusListEntry';

type Signed = JsonObject & { readonly credentialStatus: BitstringStatusListEntry };

let service: TestService;
let dcc: ThirdPartyVerifier;
let dane: string;
let other: string;
let reader: string;
let number = 0;

beforeAll(async () => {
  service = await startTestService();
  dcc = openThirdPartyVerifier('dcc', ({ url, headers }) =>
    url.startsWith(TEST_ORIGIN) ? service.get(url.slice(TEST_ORIGIN.length), headers) : undefined,
  );
  const make = async (role: 'dane' | 'reader', name: string) =>
    (await service.services.createToken({ role, name, actor: 'test' })).secret;
  [dane, other, reader] = [
    await make('dane', 'essai'),
    await make('dane', 'autre'),
    await make('reader', 'lecteur'),
  ];
});
afterAll(async () => {
  dcc.close();
  await service.stop();
});

const unsigned = (changes: JsonObject = {}): JsonObject => {
  number += 1;
  return {
    '@context': [V2],
    id: `urn:uuid:58172aac-d8ba-11ed-83dd-${`${number}`.padStart(12, '0')}`,
    type: ['VerifiableCredential'],
    issuer: 'did:web:jalon.test',
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:a-person' },
    ...changes,
  };
};
const OLD: JsonObject = {
  '@context': [V1],
  issuanceDate: '2026-01-01T00:00:00Z',
  validFrom: undefined,
};
const WITH_STATUS = { credentialStatus: { type: TYPE } };

const issue = (credential: JsonObject, options: unknown = WITH_STATUS, token: string | undefined = dane) =>
  service.post('/vc-api/credentials/issue', { credential, options }, token);
async function issued(credential = unsigned(), options: unknown = WITH_STATUS): Promise<Signed> {
  const response = await issue(credential, options);
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(201);
  return answer.verifiableCredential;
}
const update = (body: unknown, token: string | undefined = dane) =>
  service.post('/vc-api/credentials/status', body, token);
const asking = (credentialId: unknown, statusPurpose: string, status: unknown): JsonObject => ({
  credentialId,
  credentialStatus: { type: TYPE, statusPurpose },
  status,
});
const set = async ({ id }: Signed, purpose: string, status: boolean) => {
  const response = await update(asking(id, purpose, status));
  return [response.status, await response.json()] as const;
};
const verdictOf = async (document: unknown) => {
  const { verdict } = await (await service.post('/api/v1/verifications', { credential: document })).json();
  return verdict;
};

describe('an index in our status lists, for a credential that a program has signed', () => {
  it.each([
    ['of the data model 2.0', {}, [V2]],
    ['of the data model 1.1', OLD, [V1, 'https://w3id.org/security/data-integrity/v2', STATUS_V1]],
  ] as const)('is given to one %s, which then verifies here and elsewhere', async (_, changes, contexts) => {
    const credential = unsigned(changes);
    const document = await issued(credential);
    const { credentialStatus: entry, proof, '@context': given, ...rest } = document;
    expect(given).toEqual(contexts);
    const { '@context': _asked, ...asked } = JSON.parse(JSON.stringify(credential));
    expect([rest, proof]).toMatchObject([asked, [{ cryptosuite: 'eddsa-rdfc-2022' }]]);
    expect(entry).toEqual({
      id: `${entry.statusListCredential}#${entry.statusListIndex}`,
      type: TYPE,
      statusPurpose: 'revocation',
      statusListIndex: expect.stringMatching(/^\d{1,6}$/),
      statusListCredential: expect.stringMatching(/^https:\/\/jalon\.test\/status\/[\w-]{22}$/),
    });
    const judged = await service.post('/vc-api/credentials/verify', { verifiableCredential: document });
    expect([judged.status, await judged.json()]).toEqual([200, { verified: true }]);
    expect(await dcc.verify(document)).toMatchObject({ verified: true });
  });

  it('is given without a request for it', async () => {
    for (const options of [{}, undefined]) {
      const document = await issued(unsigned(), options);
      expect(await set(document, 'revocation', true)).toMatchObject([200, { revoked: true }]);
      expect(await verdictOf(document)).toBe('revoked');
    }
  });

  it('is different for each, in a list without badges', async () => {
    const documents = await Promise.all(Array.from({ length: 8 }, () => issued()));
    const places = new Set(documents.map(({ credentialStatus }) => credentialStatus.id));
    expect(places.size).toBe(documents.length);
    const lists = new Set(documents.map(({ credentialStatus }) => credentialStatus.statusListCredential));
    expect(lists.size).toBe(1);
    const forBadges = await service.ports.store.readOpenStatusList();
    expect([...lists]).not.toContain(`${TEST_ORIGIN}/status/${forBadges?.id}`);
  });

  it('keeps only the credential’s id, digest and index, with the instant and the token', async () => {
    const credential = unsigned({ credentialSubject: { id: 'did:example:secret-person' } });
    const { credentialStatus: entry, ...document } = await issued(credential);
    const saved = await service.ports.store.readProgramCredential(String(credential['id']));
    const digest = await digestOf({ ...document, credentialStatus: entry });
    expect(saved).toEqual({
      id: credential['id'],
      digest,
      statusListId: entry.statusListCredential.split('/').at(-1),
      statusIndex: Number(entry.statusListIndex),
      signedAt: expect.stringMatching(/Z$/),
      signedBy: 'token:essai',
    });
    const audited = await service.ports.store.readAuditOf(digest, 5);
    expect(audited).toMatchObject([{ action: 'credential-signed', actor: 'token:essai' }]);
    expect(JSON.stringify([saved, audited])).not.toContain('secret-person');
  });

  it('is refused to a second credential with the same id, also at the same moment', async () => {
    const credential = unsigned();
    const answers = await Promise.all([issue(credential), issue(credential), issue(credential)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const refused = await issue(credential);
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'credential-id-taken' }]);
    expect((await issue(credential, {})).status).toBe(409);
  });

  it('is found by itself where neither the credential nor the options give an id', async () => {
    const documents = [await issued(unsigned({ id: undefined })), await issued(unsigned({ id: undefined }))];
    const [document, neighbour] = documents;
    const answer = await update(asking(document?.credentialStatus.id, 'revocation', true));
    expect([answer.status, (await answer.json()).revoked]).toEqual([200, true]);
    expect([await verdictOf(document), await verdictOf(neighbour)]).toEqual(['revoked', 'valid']);
  });

  it('is found by the credentialId of the options where the credential has no id', async () => {
    const document = await issued(unsigned({ id: undefined }), { ...WITH_STATUS, credentialId: 'dossier-1' });
    expect(document).not.toHaveProperty('id');
    expect((await update(asking('dossier-1', 'revocation', true))).status).toBe(200);
    expect(await verdictOf(document)).toBe('revoked');
  });

  it.each<readonly [string, JsonObject, unknown]>([
    ['options that are null', {}, null],
    ['options that are a list', {}, []],
    ['a status that is a text', {}, { credentialStatus: TYPE }],
    ['a status that is a list', {}, { credentialStatus: [{ type: TYPE }] }],
    ['a status that is null', {}, { credentialStatus: null }],
    ['a status without type', {}, { credentialStatus: {} }],
    ['a status of another type', {}, { credentialStatus: { type: 'RevocationList2020Status' } }],
    ['the purpose of suspension', {}, { credentialStatus: { type: TYPE, statusPurpose: 'suspension' } }],
    ['a place that the program chose', {}, { credentialStatus: { type: TYPE, statusListIndex: '7' } }],
    [
      'a credentialId that is a place in our list',
      { id: undefined },
      { ...WITH_STATUS, credentialId: 'https://jalon.test/status/AAAAAAAAAAAAAAAAAAAAAA#1' },
    ],
    ['an id with a control character', { id: 'urn:x:a\u0085b' }, WITH_STATUS],
    ['an id that is too long', { id: `urn:x:${'a'.repeat(600)}` }, WITH_STATUS],
    ['a credentialId that is empty', {}, { ...WITH_STATUS, credentialId: '' }],
    ['a credentialId that is a number', {}, { ...WITH_STATUS, credentialId: 4 }],
    ['a credentialId with U+0000', {}, { ...WITH_STATUS, credentialId: 'a\u0000b' }],
    [
      'a credential that brings a status of its own',
      {
        credentialStatus: {
          type: TYPE,
          statusPurpose: 'revocation',
          statusListIndex: '7',
          statusListCredential: 'https://example.org/lists/1',
        },
      },
      WITH_STATUS,
    ],
  ])('is refused for %s', async (_, changes, options) => {
    const response = await issue(unsigned(changes), options);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid-request', status: 400 });
  });
});

describe('setting its status', () => {
  it('revokes it for ever, here and for other verifiers, and no other credential', async () => {
    const [document, neighbour] = [await issued(), await issued()];
    const [status, answer] = await set(document, 'revocation', true);
    expect(status).toBe(200);
    expect(answer).toEqual({
      credentialId: document['id'],
      credentialStatus: document.credentialStatus,
      revoked: true,
      suspended: false,
      published: true,
    });
    expect([await verdictOf(document), await verdictOf(neighbour)]).toEqual(['revoked', 'valid']);
    expect(await dcc.verify(document)).toMatchObject({ verified: false });
    expect(await dcc.verify(neighbour)).toMatchObject({ verified: true });
    expect(await set(document, 'revocation', true)).toMatchObject([200, { revoked: true }]);
    for (const [purpose, isSet] of [
      ['revocation', false],
      ['suspension', true],
      ['suspension', false],
    ] as const) {
      expect(await set(document, purpose, isSet)).toMatchObject([409, { code: 'already-revoked' }]);
    }
  });

  it('suspends it, which readers of the second list see, and ends this', async () => {
    const document = await issued();
    expect(await set(document, 'suspension', false)).toMatchObject([200, { suspended: false }]);
    expect(await set(document, 'suspension', true)).toMatchObject([200, { suspended: true, revoked: false }]);
    expect(await verdictOf(document)).toBe('suspended');
    expect(await dcc.verify(document)).toMatchObject({ verified: false });
    expect(await set(document, 'revocation', false)).toMatchObject([200, { suspended: true }]);
    expect(await set(document, 'suspension', false)).toMatchObject([200, { suspended: false }]);
    expect(await verdictOf(document)).toBe('valid');
    expect(await dcc.verify(document)).toMatchObject({ verified: true });
  });

  it('revokes a suspended one, which is then not suspended any more', async () => {
    const document = await issued();
    await set(document, 'suspension', true);
    expect(await set(document, 'revocation', true)).toMatchObject([200, { revoked: true, suspended: false }]);
    expect(await verdictOf(document)).toBe('revoked');
  });

  it('is open to every program of the DANE, and the audit records the program and the act', async () => {
    const document = await issued();
    const { id, credentialStatus, ...rest } = document;
    const body = asking(id, 'suspension', true);
    expect((await update(body, other)).status).toBe(200);
    const subject = await digestOf({ ...rest, id, credentialStatus });
    const [entry] = await service.ports.store.readAuditOf(subject, 1);
    expect(entry).toMatchObject({
      action: 'credential-status-set',
      actor: 'token:autre',
      details: { purpose: 'suspension', status: true },
    });
    expect((await service.post('/vc-api/credentials/status', body)).status).toBe(401);
    expect((await update(body, reader)).status).toBe(403);
  });

  it('requires the index that the credential names', async () => {
    const { id, credentialStatus } = await issued();
    const other = (change: Partial<BitstringStatusListEntry>) => ({
      credentialId: id,
      credentialStatus: { ...credentialStatus, ...change },
      status: true,
      indexAllocator: 'https://example.org/allocator',
    });
    for (const change of [
      { id: `${credentialStatus.statusListCredential}#x` },
      { statusListIndex: `${Number(credentialStatus.statusListIndex) + 1}` },
      { statusListCredential: 'https://jalon.test/status/other' },
    ]) {
      expect((await update(other(change))).status).toBe(400);
    }
    expect((await update(other({}))).status).toBe(200);
  });

  it('does not find a badge, nor a credential that was never signed', async () => {
    for (const id of ['urn:uuid:unheard', 'https://jalon.test/credentials/AAAAAAAAAAAAAAAAAAAAAA']) {
      const response = await update(asking(id, 'revocation', true));
      expect([response.status, await response.json()]).toMatchObject([404, { code: 'unknown-credential' }]);
    }
  });

  it.each<readonly [string, unknown]>([
    ['a list', []],
    ['no id', { ...asking('urn:x:1', 'revocation', true), credentialId: undefined }],
    ['an id that is a number', asking(4, 'revocation', true)],
    ['an empty id', asking('', 'revocation', true)],
    ['an id with U+0000', asking('urn:x:\u0000', 'revocation', true)],
    ['no credentialStatus', { credentialId: 'urn:x:1', status: true }],
    ['a list of statuses', { credentialId: 'urn:x:1', credentialStatus: [{ type: TYPE }], status: true }],
    ['no purpose', { credentialId: 'urn:x:1', credentialStatus: { type: TYPE }, status: true }],
    ['another purpose', asking('urn:x:1', 'message', true)],
    ['another type', { ...asking('urn:x:1', 'revocation', true), credentialStatus: { type: 'X' } }],
    ['no status', asking('urn:x:1', 'revocation', undefined)],
    ['a status that is a text', asking('urn:x:1', 'revocation', 'true')],
    ['a status that is a number', asking('urn:x:1', 'revocation', 1)],
    ['a member that is not of the protocol', { ...asking('urn:x:1', 'revocation', true), reason: 'x' }],
  ])('refuses %s', async (_, body) => {
    const response = await update(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'invalid-request' });
  });
});
