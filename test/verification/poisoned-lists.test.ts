import { describe, expect, it } from 'vitest';
import { makeTrustDirectory } from '../../src/standards/trusted-lists/actions-directory.ts';
import { makeOwnMarks } from '../../src/standards/trusted-lists/actions-own-marks.ts';
import type { TrustedIssuer, TrustedList } from '../../src/standards/trusted-lists/feature.ts';
import { verificationTexts } from '../../src/texts/fr/verification/report.ts';
import { achievement, badge, endorsement, signed, subject } from '../support/corpus/badge.ts';
import { embedProof } from '../support/credential-signing.ts';
import {
  ATTACKER_KEY,
  DID,
  makeFixturePages,
  NOW,
  ORIGIN,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../support/fixtures/credentials.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';

const KEY_ID = `did:key:${ATTACKER_KEY.publicKeyMultibase}`;
const KEY_METHOD = `${KEY_ID}#${ATTACKER_KEY.publicKeyMultibase}`;

/** The lists of an operator, by address. */
type Lists = Readonly<Record<string, readonly TrustedIssuer[]>>;

const OURS = { name: 'DANE de Dijon', code: 'DANE Dijon', url: 'https://dane.ac-dijon.fr' };
const fixture = await makeFixturePages();

function verifierWith(lists: Lists) {
  const read = Object.entries(lists).map(
    ([source, issuers]): TrustedList => ({ source, name: 'Académies de France', readAt: NOW, issuers }),
  );
  const trust = makeTrustDirectory({
    store: { readTrustedLists: async () => read },
    clock: { now: () => NOW },
    sources: Object.keys(lists),
    issuer: OURS,
    origin: ORIGIN,
  });
  return makeTestVerifier(fixture, { trust });
}

/** A badge that belongs only to the stranger. */
const OTHER = subject({
  achievement: achievement({ id: 'https://autre.example/b', criteria: { id: 'https://autre.example/c' } }),
});

/** The trust in a badge whose signer, a stranger, has this name and address. */
async function trustOf(
  issuer: { readonly name?: string; readonly url?: string },
  lists: Lists = {},
  credentialSubject = OTHER,
) {
  const document = await embedProof(
    badge({
      issuer: { id: KEY_ID, type: ['Profile'], ...issuer },
      credentialSubject,
      credentialStatus: undefined,
    }),
    ATTACKER_KEY,
    { verificationMethod: KEY_METHOD },
  );
  return (await verifierWith(lists)({ kind: 'document', document })).issuer;
}

describe('a list of issuers that was poisoned', () => {
  it('cannot give our name to another issuer, with any key and in any letters', async () => {
    for (const name of ['DANE de Dijon', 'D\u0410NE DE DIJON', 'Dane Dijon', 'DANE de Dijon (officiel)']) {
      const lists = { 'https://lists.example/a.json': [{ id: KEY_ID, name }] };
      expect(await trustOf({ name: 'Une association' }, lists)).toEqual({ id: KEY_ID, trust: 'unknown' });
      expect(await trustOf({ name }, lists)).toMatchObject({
        trust: 'unknown',
        borrowedName: 'DANE de Dijon',
      });
    }
  });

  it('cannot claim to be us, nor a school for which we answer', async () => {
    const lists = {
      'https://lists.example/a.json': [
        { id: DID, name: 'Un autre' },
        { id: `${DID}:schools:0210012A`, name: 'Un autre' },
        { id: `${ORIGIN}/issuer`, name: 'Un autre' },
      ],
    };
    const verify = verifierWith(lists);
    expect((await verify({ kind: 'document', document: await signed(badge()) })).issuer).toEqual({
      id: DID,
      trust: 'ours',
      name: 'DANE de Dijon',
    });
    expect((await trustOf({ name: 'Un autre' }, lists))?.borrowedName).toBeUndefined();
  });

  it('does not change the entry of an earlier list for the same issuer', async () => {
    const document = await embedProof(
      badge({ issuer: { id: THIRD_PARTY_DID, type: ['Profile'], name: 'X' }, credentialStatus: undefined }),
      THIRD_PARTY_KEY,
      { verificationMethod: `${THIRD_PARTY_DID}#k1` },
    );
    const verify = verifierWith({
      'https://first.example/a.json': [{ id: THIRD_PARTY_DID, name: 'Rectorat voisin' }],
      'https://second.example/a.json': [{ id: THIRD_PARTY_DID, name: 'Ministère' }],
    });
    const { issuer } = await verify({ kind: 'document', document });
    expect(issuer).toMatchObject({ trust: 'listed', name: 'Rectorat voisin', listHost: 'first.example' });
  });

  it('is distinguished by its host from one whose name it copies', async () => {
    const known = await trustOf(
      { name: 'Rectorat voisin' },
      {
        'https://first.example/a.json': [{ id: THIRD_PARTY_DID, name: 'Rectorat voisin' }],
        'https://second.example/a.json': [{ id: KEY_ID, name: 'Rectorat voisin' }],
      },
    );
    expect(known && verificationTexts.trust(known)).toContain(
      '«\u00a0Académies de France\u00a0», de second.example,',
    );
  });
});

describe('a stranger who imitates a known issuer', () => {
  const lists = { 'https://lists.example/a.json': [{ id: THIRD_PARTY_DID, name: 'Rectorat voisin' }] };
  it.each([
    ['our name in Cyrillic and Greek letters', { name: 'D\u0410N\u0395 d\u0435 Dijon' }, 'DANE de Dijon'],
    ['our name with a character that is not seen', { name: 'DANE\u200b de Dijon' }, 'DANE de Dijon'],
    ['our name with more behind it', { name: 'DANE de Dijon – Académie de Dijon' }, 'DANE de Dijon'],
    ['our short name', { name: 'DANE DIJON' }, 'DANE de Dijon'],
    ['the name of a listed issuer, with a digit', { name: 'Rect0rat vois1n' }, 'Rectorat voisin'],
    [
      'the address of our site',
      { name: 'Une association', url: 'https://dane.ac-dijon.fr/' },
      'DANE de Dijon',
    ],
    ['a page of this service', { name: 'Une association', url: `${ORIGIN}/issuer` }, 'DANE de Dijon'],
    [
      'an address like that of our site',
      { name: 'A', url: 'https://d\u0430ne.ac-dijon.fr/' },
      'DANE de Dijon',
    ],
    ['this service by http', { name: 'A', url: 'http://jalon.test/' }, 'DANE de Dijon'],
    ['this service by another port', { name: 'A', url: 'https://jalon.test:8443/' }, 'DANE de Dijon'],
    ['this service with a dot behind', { name: 'A', url: 'https://jalon.test./issuer' }, 'DANE de Dijon'],
    ['this service as a user name', { name: 'A', url: 'https://jalon.test@evil.example/' }, 'DANE de Dijon'],
    ['a host that begins as ours', { name: 'A', url: 'https://jalon.test.evil.example/' }, 'DANE de Dijon'],
    ['a host with ours inside', { name: 'A', url: 'https://www.jalon.test.evil.example/' }, 'DANE de Dijon'],
    ['a long name that ends with ours', { name: `${'x'.repeat(3000)} DANE de Dijon` }, 'DANE de Dijon'],
    ['our name with a syllable of Cree', { name: 'ᗪANE de Dijon' }, 'DANE de Dijon'],
    ['our name with a letter of Icelandic', { name: 'ÐANE de Dijon' }, 'DANE de Dijon'],
    ['our name with a sign turned over', { name: 'DANE de D¡jon' }, 'DANE de Dijon'],
    ['our host with another sign', { name: 'A', url: 'https://dane-ac-dijon.fr/' }, 'DANE de Dijon'],
  ])('gets a warning: %s', async (_what, issuer, borrowedName) => {
    expect(await trustOf(issuer, lists)).toMatchObject({ trust: 'unknown', borrowedName });
  });

  it('is not a host of its own name, or below ours', async () => {
    const { isOwnAddress, isLikeOwnHost } = makeOwnMarks(ORIGIN, OURS);
    for (const other of ['https://atelier.example/', 'https://jalon.tests.example/', 'https://xjalon.test/'])
      expect(isOwnAddress(other), other).toBe(false);
    for (const id of ['did:web:jalon.test%3A8443', 'did:web:jalon.test.evil.example', 'http://jalon.test/i'])
      expect(isLikeOwnHost(id), id).toBe(true);
    for (const id of [DID, `${DID}:schools:0210001A`, THIRD_PARTY_DID, KEY_ID])
      expect(isLikeOwnHost(id), id).toBe(false);
  });

  it('gets a warning where a badge of ours was copied and signed again, under another name', async () => {
    const copied = await trustOf({ name: 'Une association' }, {}, subject());
    expect(copied).toEqual({ id: KEY_ID, trust: 'unknown', borrowedName: 'DANE de Dijon' });
  });

  it('gets a warning where a word of the name mixes two alphabets', async () => {
    const issuer = await trustOf({ name: 'Ac\u0430démie' });
    expect(issuer).toEqual({ id: KEY_ID, trust: 'unknown', mixedName: true });
    expect(issuer && verificationTexts.trust(issuer)).toContain('plusieurs alphabets');
  });

  it('gets no warning where the name is honest', async () => {
    for (const name of ['Мария', 'Rectorat de Lyon', 'Une association de Dijon', '公司 ABC']) {
      expect(await trustOf({ name, url: 'https://autre.example' }, lists)).toEqual({
        id: KEY_ID,
        trust: 'unknown',
      });
    }
  });

  it('gets a warning inside a badge as well: a false endorsement in our name', async () => {
    const forged = await embedProof(
      endorsement({
        issuer: { id: KEY_ID, type: ['Profile'], name: 'DANE de Dijon' },
        credentialSubject: { id: `${ORIGIN}/credentials/corpus`, type: ['EndorsementSubject'] },
      }),
      ATTACKER_KEY,
      { verificationMethod: KEY_METHOD },
    );
    const own = await signed(endorsement());
    const document = await embedProof(
      badge({
        issuer: { id: KEY_ID, type: ['Profile'], name: 'Une association' },
        credentialStatus: undefined,
        endorsement: [forged, own],
      }),
      ATTACKER_KEY,
      { verificationMethod: KEY_METHOD },
    );
    const { inner = [] } = await verifierWith(lists)({ kind: 'document', document });
    expect(inner.map(({ trust }) => trust)).toMatchObject([
      { trust: 'unknown', borrowedName: 'DANE de Dijon' },
      { trust: 'ours' },
    ]);
  });
});
