import { describe, expect, it } from 'vitest';
import { didDocument, jwks, keyDocument, type PublishedKey } from '../../src/issuing/did-document.ts';
import { didOf } from '../../src/open-badges/keys/did-web.ts';
import { fromEd25519Multikey } from '../../src/open-badges/keys/multibase.ts';

const ORIGIN = 'https://jalon.test';
const GUIDE_KEY = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';
const rsa = (kid: string, state: PublishedKey['state']): PublishedKey => ({
  kid,
  state,
  // A private part that was added by mistake must not be published.
  publicKeyJwk: { kty: 'RSA', n: 'n-value', e: 'AQAB', d: 'secret' } as PublishedKey['publicKeyJwk'] & object,
});
const keys: readonly PublishedKey[] = [
  { kid: 'ed-1', state: 'active', publicKeyMultibase: GUIDE_KEY },
  { kid: 'ed-0', state: 'compromised', publicKeyMultibase: GUIDE_KEY },
  rsa('rsa-1', 'active'),
  rsa('rsa-0', 'retired'),
];

describe('didOf', () => {
  it.each([
    ['https://jalon.test', 'did:web:jalon.test'],
    ['https://jalon.test:443', 'did:web:jalon.test'],
    ['http://localhost:3000', 'did:web:localhost%3A3000'],
  ])('turns %s into %s', (origin, did) => {
    expect(didOf(origin)).toBe(did);
  });
});

describe('didDocument', () => {
  const document = didDocument(ORIGIN, keys);

  it('lists active and retired keys as strings in assertionMethod, never a compromised one', () => {
    expect(document.assertionMethod).toEqual([
      'did:web:jalon.test#ed-1',
      'did:web:jalon.test#rsa-1',
      'did:web:jalon.test#rsa-0',
    ]);
    expect(document.verificationMethod.map(({ id }) => id)).toEqual(document.assertionMethod);
    expect(document.verificationMethod.map(({ type }) => type)).toEqual([
      'Multikey',
      'JsonWebKey',
      'JsonWebKey',
    ]);
    expect(document.verificationMethod.every(({ controller }) => controller === document.id)).toBe(true);
  });

  it('begins with the DID context and names its profile', () => {
    expect(document['@context'][0]).toBe('https://www.w3.org/ns/did/v1');
    expect(document.alsoKnownAs).toEqual(['https://jalon.test/issuer']);
  });

  it('never contains a private part', () => {
    const all = [document, jwks(ORIGIN, keys), ...keys.map((key) => keyDocument(ORIGIN, key))];
    expect(JSON.stringify(all)).not.toContain('secret');
  });
});

describe('keyDocument', () => {
  it('is a Multikey with its controller for Ed25519, under a context that is one string', () => {
    expect(keyDocument(ORIGIN, { kid: 'ed-1', state: 'active', publicKeyMultibase: GUIDE_KEY })).toEqual({
      '@context': 'https://w3id.org/security/multikey/v1',
      id: 'did:web:jalon.test#ed-1',
      type: 'Multikey',
      controller: 'did:web:jalon.test',
      publicKeyMultibase: GUIDE_KEY,
    });
  });

  it('is one JWK whose kid is its own address for RS256', () => {
    expect(keyDocument(ORIGIN, rsa('rsa-1', 'active'))).toEqual({
      kty: 'RSA',
      n: 'n-value',
      e: 'AQAB',
      kid: 'https://jalon.test/keys/rsa-1',
      use: 'sig',
      alg: 'RS256',
    });
  });
});

describe('jwks', () => {
  it('holds every key but the compromised ones, Ed25519 as OKP', async () => {
    const set = jwks(ORIGIN, keys).keys;
    expect(set.map(({ kid }) => kid)).toEqual(
      ['ed-1', 'rsa-1', 'rsa-0'].map((kid) => `${ORIGIN}/keys/${kid}`),
    );
    const [ed] = set;
    const { kty, crv, x } = ed as { kty: string; crv: string; x: string };
    const imported = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', true, ['verify']);
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', imported));
    expect(raw).toEqual(fromEd25519Multikey(GUIDE_KEY));
  });

  it.each(['', 'z', 'zzzz', 'm6Mk', 'z0OIl', `${GUIDE_KEY}1`])('refuses the Multikey %o', (text) => {
    expect(fromEd25519Multikey(text)).toBeUndefined();
    const damaged = { kid: 'ed', state: 'active' as const, publicKeyMultibase: text };
    expect(() => jwks(ORIGIN, [damaged])).toThrow(expect.objectContaining({ code: 'key-unreadable' }));
  });
});
