import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/application/digest.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeAll } from '../support/servers/start-before.ts';
import { startWithTokens } from '../support/tokens.ts';

const OURS = 'did:web:jalon.test';
const V2 = 'https://www.w3.org/ns/credentials/v2';
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';

let number = 0;

/** A credential under an id of its own. */
const credential = (changes: JsonObject = {}): JsonObject => {
  number += 1;
  return {
    '@context': [V2, EXAMPLES],
    id: `urn:uuid:58172aac-d8ba-11ed-83dd-${String(number).padStart(12, '0')}`,
    type: ['VerifiableCredential', 'AlumniCredential'],
    issuer: OURS,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
    ...changes,
  };
};

const OLD: JsonObject = {
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  validFrom: undefined,
  type: ['VerifiableCredential'],
  issuanceDate: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh' },
};

let service: TestService;
let dane: string;
let reader: string;

startBeforeAll(startWithTokens, (started) => {
  ({ service, dane, reader } = started);
});

const issue = (body: unknown, token: string | undefined = dane) =>
  service.post('/vc-api/credentials/issue', body, token);
const verify = (verifiableCredential: unknown) =>
  service.post('/vc-api/credentials/verify', { verifiableCredential });

describe('issuing by the VC-API', () => {
  it.each([
    ['a credential of the data model 2.0', credential()],
    ['one of the data model 1.1', credential(OLD)],
    ['an issuer with a name', credential({ issuer: { id: OURS, name: 'DANE' } })],
    [
      'several subjects',
      credential({ credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }] }),
    ],
    ['a description in a language', credential({ description: { '@value': 'Bonjour', '@language': 'fr' } })],
    ['no id', credential({ id: undefined })],
    [
      'the digest of the data model’s context',
      credential({
        relatedResource: [{ id: V2, digestSRI: `sha256-${'WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ='}` }],
      }),
    ],
  ])('signs %s with a place in our lists, and our verifier reads it', async (_, unsigned) => {
    const sent = JSON.stringify(unsigned);
    const response = await issue({ credential: unsigned, options: {} });
    const answer = await response.json();
    expect(response.status, JSON.stringify(answer)).toBe(201);
    expect(JSON.stringify(unsigned)).toBe(sent);
    const { proof, credentialStatus, '@context': contexts, ...body } = answer.verifiableCredential;
    const { '@context': requested, ...rest } = JSON.parse(sent);
    expect(credentialStatus.statusListCredential).toMatch(/^https:\/\/jalon\.test\/status\//);
    expect(body).toEqual(rest);
    expect(contexts.slice(0, requested.length)).toEqual(requested);
    expect(proof).toMatchObject([{ cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' }]);
    const judged = await verify(answer.verifiableCredential);
    expect([judged.status, await judged.json()]).toEqual([200, { verified: true }]);
  });

  it('records in the audit the caller and the digest of the credential, and nothing more', async () => {
    const unsigned = credential({ credentialSubject: { id: 'did:example:secret-person' } });
    const { verifiableCredential } = await (await issue({ credential: unsigned })).json();
    const subject = await digestOf(verifiableCredential);
    const entries = await service.ports.store.readAuditOf(subject, 5);
    expect(entries).toMatchObject([{ action: 'credential-signed', actor: 'token:essai dane', subject }]);
    expect(JSON.stringify(entries)).not.toContain('secret-person');
  });

  it.each<readonly [string, JsonObject]>([
    ['no credential', {}],
    ['a credential that is a text', { credential: 'eyJ' }],
    ['a list of credentials', { credential: [credential()] }],
    ['options that are a text', { credential: credential(), options: 'all' }],
    ...(
      [
        ['a context that is a text', { '@context': V2 }],
        ['no context', { '@context': undefined }],
        ['another context first', { '@context': [EXAMPLES, V2] }],
        ['a context that is a number', { '@context': [V2, 4] }],
        ['a context that gives terms another meaning', { '@context': [V2, { issuer: 'urn:x' }] }],
        ['a context of which there is no copy', { '@context': [V2, 'https://example.org/unknown'] }],
        ['a type that is a text', { type: 'AlumniCredential' }],
        ['a type that is no text', { type: ['VerifiableCredential', 4] }],
        ['a type that no context defines', { '@context': [V2], type: ['VerifiableCredential', 'Unheard'] }],
        ['no type', { type: undefined }],
        ['an id that is no URL', { id: 'no url' }],
        ['an id that is a list', { id: ['urn:x:1', 'urn:x:2'] }],
        ['no issuer', { issuer: undefined }],
        ['an issuer that is no URL', { issuer: 'us' }],
        ['an issuer that is a list', { issuer: [OURS] }],
        ['an issuer without id', { issuer: { name: 'DANE' } }],
        ['another issuer', { issuer: 'did:web:example.org' }],
        ['the issuer by its page', { issuer: 'https://jalon.test/issuer' }],
        ['no subject', { credentialSubject: undefined }],
        ['an empty subject', { credentialSubject: {} }],
        ['an empty list of subjects', { credentialSubject: [] }],
        ['a subject that is a text', { credentialSubject: 'did:example:a' }],
        ['one empty subject among others', { credentialSubject: [{ id: 'did:example:a' }, {}] }],
        [
          'a term that no context defines',
          {
            '@context': [V2],
            type: ['VerifiableCredential'],
            credentialSubject: { id: 'did:example:a', siret: '1' },
          },
        ],
        ['a proof', { proof: { type: 'DataIntegrityProof' } }],
        ['an empty list of proofs', { proof: [] }],
        ['a date without zone', { validFrom: '2026-01-01T00:00:00' }],
        ['a date that goes on', { validFrom: '2026-01-01T00:00:00Zjunk' }],
        ['an end before the beginning', { validUntil: '2025-01-01T00:00:00Z' }],
        ['null', { description: null }],
        ['a name that is a number', { name: 4 }],
        ['a language value that says more', { name: { '@value': 'a', '@language': 'fr', url: 'urn:x' } }],
        ['a status without type', { credentialStatus: { id: 'urn:x:1' } }],
        ['a status that is a text', { credentialStatus: 'urn:x:1' }],
        ['a refresh service without type', { refreshService: { id: 'https://example.org/' } }],
        ['a schema without type', { credentialSchema: { id: 'https://example.org/' } }],
        ['a schema without id', { credentialSchema: { type: 'JsonSchema' } }],
        ['terms of use without type', { termsOfUse: { id: 'https://example.org/' } }],
        ['evidence without type', { evidence: { id: 'https://example.org/' } }],
        ['a resource without id', { relatedResource: [{ digestSRI: 'sha256-AAAA' }] }],
        ['a resource without digest', { relatedResource: [{ id: V2 }] }],
        ['a resource with a wrong digest', { relatedResource: [{ id: V2, digestSRI: 'sha256-AAAA' }] }],
        ['a part moved to @nest', { '@nest': { description: 'x' } }],
        ['an address of our own', { id: 'https://jalon.test/credentials/AAAAAAAAAAAAAAAAAAAAAA' }],
        ['a place in another list', { credentialStatus: statusOf('https://example.org/lists/1') }],
        ['a place in our status list', { credentialStatus: statusOf('https://jalon.test/status/1') }],
      ] as readonly (readonly [string, JsonObject])[]
    ).map(([name, changes]): readonly [string, JsonObject] => [name, { credential: credential(changes) }]),
  ])('refuses %s with problem details', async (_, body) => {
    const response = await issue(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'invalid-request', status: 400 });
  });

  it('refuses a badge that does not have our own form', async () => {
    const badge = credential({
      '@context': [V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
    });
    expect((await issue({ credential: badge })).status).toBe(400);
  });

  it.each([
    ['a member named twice', '{"credential":{},"credential":{}}'],
    ['what is not JSON', '{'],
    ['more than our longest badge many times over', JSON.stringify({ credential: 'x'.repeat(200_000) })],
  ])('refuses %s', async (_, text) => {
    const response = await service.app.request('https://jalon.test/vc-api/credentials/issue', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${dane}` },
      body: text,
    });
    expect(response.status).toBe(400);
  });

  it('is only for programs of the DANE', async () => {
    const body = { credential: credential() };
    const anyone = await service.post('/vc-api/credentials/issue', body);
    expect([anyone.status, (await issue(body, reader)).status]).toEqual([401, 403]);
    expect((await issue(body, 'jalon_AAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(401);
  });
});

function statusOf(list: string): JsonObject {
  return {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: list,
  };
}
