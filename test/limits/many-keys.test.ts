import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../src/open-badges/keys/base64url.ts';
import { findSigningKey, type KeyQuestion } from '../../src/open-badges/keys/find-signing.ts';
import { toMultibase } from '../../src/open-badges/keys/multibase.ts';
import { costOf } from '../support/load/growth.ts';
import { ellipticKey, jwkOf } from '../support/suite-signing.ts';

const ISSUER = 'did:web:evil.example';
const METHOD = `${ISSUER}#0`;
/** As many methods as a document within the limits of JSON can describe. */
const MOST = 4900;
/** The longest time for which a stranger's document may hold everybody else. */
const MOST_MS = 200;
const ELSE = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(new Uint8Array(32).fill(9)) };
const P384 = ellipticKey('P-384', 5);
const ES256 = ellipticKey('P-256', 5);

/** A compressed point of P-384, or what looks like one. */
function pointNumbered(at: number): string {
  const point = new Uint8Array(49).fill(2, 0, 1);
  point.set([at & 255, at >> 8, 7], 46);
  return toMultibase(Uint8Array.from([0x81, 0x24, ...point]));
}

/** The answer of an address that was not asked before. */
function answerOf(keyNumbered: (at: number) => object) {
  const assertionMethod = Array.from({ length: MOST }, (_, at) => ({
    id: `${ISSUER}#${at.toString(36)}`,
    controller: ISSUER,
    ...keyNumbered(at),
  }));
  const body = new TextEncoder().encode(JSON.stringify({ id: ISSUER, assertionMethod }));
  return () => ({ kind: 'ok' as const, url: 'https://evil.example/', contentType: 'application/json', body });
}

const METHOD_SEARCH = {
  kind: 'method',
  methodId: METHOD,
  issuer: ISSUER,
  purpose: 'assertionMethod',
} as const;
const cases: readonly (readonly [string, (at: number) => object, KeyQuestion, string])[] = [
  [
    'another key under each name',
    (at) => ({ publicKeyMultibase: at === 0 ? ES256.publicKeyMultibase : pointNumbered(at) }),
    METHOD_SEARCH,
    'authorised',
  ],
  [
    'one key under each name',
    () => ({ publicKeyMultibase: P384.publicKeyMultibase }),
    METHOD_SEARCH,
    'authorised',
  ],
  [
    'other keys than that of a header',
    (at) => ({ publicKeyMultibase: pointNumbered(at) }),
    { kind: 'header', header: { alg: 'EdDSA', jwk: ELSE }, issuer: ISSUER },
    'refused',
  ],
  [
    'the key of a header as the last one',
    (at) => (at === MOST - 1 ? { publicKeyJwk: jwkOf(ES256) } : { publicKeyMultibase: pointNumbered(at) }),
    { kind: 'header', header: { alg: 'ES256', jwk: jwkOf(ES256) }, issuer: ISSUER },
    'authorised',
  ],
];

describe(`an issuer's document of ${MOST} methods`, () => {
  it.each(cases)('holds no one up: %s', async (_, keyNumbered, question, kind) => {
    const answer = answerOf(keyNumbered);
    const needs = { ownOrigin: 'https://jalon.test', now: () => Date.parse('2026-11-30T12:00:00Z') };
    const ask = () => findSigningKey(question, { ...needs, fetch: async () => answer() });
    expect((await ask()).kind).toBe(kind);
    expect(await costOf(ask, 3)).toBeLessThan(MOST_MS);
  });
});
