import { createPublicKey } from 'node:crypto';
import { joinBytes } from '../../../src/open-badges/baking/compression.ts';
import { makePngChunk } from '../../../src/open-badges/baking/png-chunk.ts';
import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { PNG } from '../corpus/valid.ts';
import { makeJws, RSA_KEYS } from '../credential-signing.ts';
import { type FixturePages, json, type Page } from '../fixtures/credentials.ts';

/** The issuers of badges of Open Badges 2.0 and 1.x, and the pages of their sites. All of them are written
 *  for these tests. */
export const SITE = 'https://old.example';
export const OTHER = 'https://elsewhere.example';
const CONTEXT_2 = 'https://w3id.org/openbadges/v2';
const CONTEXT_1 = 'https://w3id.org/openbadges/v1';
export const ISSUER = `${SITE}/issuer`;
export const CLASS = `${SITE}/badges/pilote`;
export const KEY = `${SITE}/keys/1`;
const LIST_2 = `${SITE}/revoked`;

export function pemOf({ n, e }: { n: string; e: string }, type: 'spki' | 'pkcs1' = 'spki'): string {
  const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
  return String(key.export({ type, format: 'pem' }));
}

/** A copy without the undefined members. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject;

export function profile(changes: JsonObject = {}): JsonObject {
  return plain({
    '@context': CONTEXT_2,
    type: 'Issuer',
    id: ISSUER,
    name: 'Réseau des médiateurs',
    url: SITE,
    email: 'badges@old.example',
    publicKey: KEY,
    revocationList: LIST_2,
    ...changes,
  });
}

export function badgeClass(changes: JsonObject = {}): JsonObject {
  return plain({
    '@context': CONTEXT_2,
    type: 'BadgeClass',
    id: CLASS,
    name: 'Pilote d’un projet numérique',
    description: 'A mené un projet numérique dans son établissement.',
    image: `${CLASS}/image.png`,
    criteria: { narrative: 'Un projet mené de bout en bout.' },
    issuer: ISSUER,
    ...changes,
  });
}

/** An assertion of version 2.0, hosted at its id. */
export function assertion(name: string, changes: JsonObject = {}): JsonObject {
  return plain({
    '@context': CONTEXT_2,
    type: 'Assertion',
    id: `${SITE}/assertions/${name}`,
    recipient: {
      type: 'email',
      hashed: true,
      salt: 'Kosher',
      identity: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
    },
    badge: CLASS,
    verification: { type: 'HostedBadge' },
    issuedOn: '2023-03-14T09:00:00Z',
    ...changes,
  });
}

/** An assertion of version 2.0 as the payload of a JWS. */
export function signedAssertion(name: string, changes: JsonObject = {}): JsonObject {
  return assertion(name, {
    id: `urn:uuid:1b8cf6c4-0000-4000-8000-${name.length.toString(16).padStart(12, '0')}`,
    verification: { type: 'SignedBadge', creator: KEY },
    ...changes,
  });
}

export const jws = (payload: JsonObject, key = RSA_KEYS.active, header: JsonObject = { alg: 'RS256' }) =>
  makeJws(header, payload, key);

/** An assertion of version 1.1 or, without context, 1.0. */
export function oneDotX(name: string, changes: JsonObject = {}): JsonObject {
  const url = `${SITE}/assertions/${name}`;
  return plain({
    '@context': CONTEXT_1,
    type: 'Assertion',
    id: url,
    uid: name,
    recipient: { type: 'email', hashed: false, identity: 'camille@example.org' },
    badge: `${SITE}/v1/badge`,
    verify: { type: 'hosted', url },
    issuedOn: 1_395_112_143,
    ...changes,
  });
}

export const ONE_DOT_ZERO: JsonObject = { '@context': undefined, type: undefined, id: undefined };

/** The pages of the sites, without the assertions. */
export function legacyPages(): FixturePages {
  const key = (id: string, owner: string, of = RSA_KEYS.active) =>
    json({ '@context': CONTEXT_2, type: 'CryptographicKey', id, owner, publicKeyPem: pemOf(of) });
  const otherIssuer = `${OTHER}/issuer`;
  return {
    [ISSUER]: json(profile()),
    [CLASS]: json(badgeClass()),
    [KEY]: key(KEY, ISSUER),
    [LIST_2]: json({
      '@context': CONTEXT_2,
      id: LIST_2,
      type: 'RevocationList',
      issuer: ISSUER,
      revokedAssertions: [
        'urn:uuid:revoked-as-text',
        { id: 'urn:uuid:revoked-as-object', revocationReason: 'Délivré par erreur' },
        { uid: 'revoked-by-uid' },
      ],
    }),
    ...otherIssuers(),
    // The site of a stranger: a class that names the issuer above, and a key that names this issuer as its
    // owner.
    [`${OTHER}/badges/pilote`]: json(badgeClass({ id: `${OTHER}/badges/pilote` })),
    [`${OTHER}/keys/1`]: key(`${OTHER}/keys/1`, ISSUER, RSA_KEYS.attacker),
    [otherIssuer]: json(profile({ id: otherIssuer, publicKey: KEY, revocationList: undefined })),
    [`${OTHER}/badges/own`]: json(badgeClass({ id: `${OTHER}/badges/own`, issuer: otherIssuer })),
  };
}

/** Issuers with policies, keys and lists of other kinds. */
function otherIssuers(): FixturePages {
  const pages: Record<string, Page> = {};
  const add = (name: string, changes: JsonObject, ofClass: JsonObject = {}) => {
    const id = `${SITE}/issuers/${name}`;
    pages[id] = json(profile({ id, ...changes }));
    const classId = `${SITE}/badges/${name}`;
    pages[classId] = json(badgeClass({ id: classId, issuer: id, ...ofClass }));
  };
  add('starts', { verification: { startsWith: [`${SITE}/assertions/`, `${SITE}/badges/`] } });
  add('part', { verification: { startsWith: [`${SITE}/assertions`, `${SITE}/badges`] } });
  add('origins', { verification: { allowedOrigins: ['elsewhere.example', 'old.example'] } });
  add('prefix', { verification: { startsWith: 'https://old.example' } });
  add('unlisted', { publicKey: undefined });
  const ownKey = `${SITE}/issuers/inside#key`;
  add('inside', {
    publicKey: {
      id: ownKey,
      type: 'CryptographicKey',
      owner: `${SITE}/issuers/inside`,
      publicKeyPem: pemOf(RSA_KEYS.active),
    },
    revocationList: undefined,
  });
  add('borrowing', { publicKey: KEY });
  add('no-list', { publicKey: `${SITE}/keys/no-list`, revocationList: `${SITE}/lists/gone` });
  add('huge-list', { publicKey: `${SITE}/keys/huge-list`, revocationList: `${SITE}/lists/huge` });
  add('list-of-another', { publicKey: `${SITE}/keys/list-of-another`, revocationList: LIST_2 });
  for (const name of ['no-list', 'huge-list', 'list-of-another']) {
    const id = `${SITE}/keys/${name}`;
    const owner = `${SITE}/issuers/${name}`;
    pages[id] = json({ id, type: 'CryptographicKey', owner, publicKeyPem: pemOf(RSA_KEYS.active, 'pkcs1') });
  }
  const huge = Array.from({ length: 30_000 }, () => 1);
  pages[`${SITE}/lists/huge`] = json({ type: 'RevocationList', revokedAssertions: huge });
  add('bare', { email: undefined }, { description: undefined });
  add('nameless', {}, { name: undefined });
  pages[`${SITE}/v1/issuer`] = json({
    name: 'Atelier du code',
    url: SITE,
    revocationList: `${SITE}/v1/revoked`,
  });
  pages[`${SITE}/v1/badge`] = json({
    name: 'Premiers pas',
    description: 'A écrit un premier programme.',
    image: `${SITE}/v1/badge.png`,
    criteria: `${SITE}/v1/criteria`,
    issuer: `${SITE}/v1/issuer`,
    alignment: [{ name: 'CRCN 3.4', url: 'https://eduscol.education.fr/721' }],
  });
  pages[`${SITE}/v1/revoked`] = json({ 'revoked-one': 'Erreur de saisie' });
  pages[`${SITE}/v1/key.pem`] = { status: 200, contentType: 'text/plain', body: pemOf(RSA_KEYS.active) };
  pages[`${OTHER}/key.pem`] = { status: 200, contentType: 'text/plain', body: pemOf(RSA_KEYS.attacker) };
  return pages;
}

/** A PNG with a badge of an older version, in a chunk of either kind. */
export function bakeLegacyPng(text: string, type: 'iTXt' | 'tEXt' = 'iTXt', times = 1): Uint8Array {
  const end = PNG.length - 12;
  const head = type === 'iTXt' ? 'openbadges\0\0\0\0\0' : 'openbadges\0';
  const chunk = makePngChunk(type, new TextEncoder().encode(`${head}${text}`));
  return joinBytes([PNG.subarray(0, end), ...Array.from({ length: times }, () => chunk), PNG.subarray(end)]);
}

/** An SVG with the element of Open Badges 2.0 and 1.x. */
export function bakeLegacySvg(verify: string, body = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org" viewBox="0 0 8 8"><openbadges:assertion verify="${verify}">${body && `<![CDATA[${body}]]>`}</openbadges:assertion><circle cx="4" cy="4" r="3"/></svg>`;
}
