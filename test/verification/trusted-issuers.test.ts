import { describe, expect, it } from 'vitest';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
import type { Fetched } from '../../src/open-badges/fetching/fetcher.ts';
import { parseTrustedList, readTrustedLists } from '../../src/standards/trusted-lists/actions.ts';
import { makeTrustDirectory } from '../../src/standards/trusted-lists/actions-directory.ts';
import type { TrustedList } from '../../src/standards/trusted-lists/feature.ts';
import { achievement, badge, signed, subject } from '../support/corpus/badge.ts';
import { thirdPartyProfile } from '../support/corpus/valid.ts';
import { embedProof } from '../support/credential-signing.ts';
import {
  ATTACKER_KEY,
  json,
  makeFixturePages,
  NOW,
  ORIGIN,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../support/fixtures/credentials.ts';
import { assertion, ISSUER, legacyPages, SITE } from '../support/legacy/hosts.ts';
import { somePorts } from '../support/servers/some-ports.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';

const OTHER = subject({
  achievement: achievement({ id: 'https://autre.example/b', criteria: { id: 'https://autre.example/c' } }),
});
const OWN_LIST = JSON.stringify({
  name: 'Académies de France',
  issuers: [
    { id: THIRD_PARTY_DID, name: 'Rectorat voisin', url: 'https://badges.example' },
    { id: ISSUER, name: 'Médiateurs numériques' },
  ],
});
const REGISTRY = JSON.stringify({
  meta: { created: '2026-01-01' },
  registry: { 'did:key:z6Mk1': { name: 'Une université', location: 'Lyon', url: 'https://u.example' } },
});
const SOURCE = 'https://lists.example/issuers.json';

/** A store with only lists. */
function listStore(lists: TrustedList[] = []) {
  return {
    readTrustedLists: async () => lists,
    commit: async (changes: readonly unknown[]) => {
      for (const { list } of changes as { list: TrustedList }[]) {
        const others = lists.filter(({ source }) => source !== list.source);
        lists.splice(0, lists.length, ...others, list);
      }
    },
  };
}

function directory(lists: TrustedList[], at: Instant = NOW, sources = [SOURCE]) {
  const issuer = { name: 'DANE de Dijon', code: 'DANE Dijon', url: 'https://dane.example' };
  const needs = { store: listStore(lists), clock: { now: () => at }, sources, issuer };
  return makeTrustDirectory({ ...needs, origin: ORIGIN });
}

const listOf = (text: string, changes: Partial<TrustedList> = {}): TrustedList => {
  const { name = SOURCE, ...rest } = parseTrustedList(text);
  return { source: SOURCE, name, readAt: NOW, ...rest, ...changes };
};

describe('a list of trusted issuers', () => {
  it('is read in our own form, and in that of the Digital Credentials Consortium’s registry', () => {
    expect(parseTrustedList(OWN_LIST)).toMatchObject({
      name: 'Académies de France',
      issuers: [{ id: THIRD_PARTY_DID }, {}],
    });
    expect(parseTrustedList(REGISTRY)).toEqual({
      issuers: [{ id: 'did:key:z6Mk1', name: 'Une université', url: 'https://u.example' }],
    });
  });

  it.each([
    ['no JSON', '<html>'],
    ['a DID named twice', '{"registry":{"did:key:a":{"name":"A"},"did:key:a":{"name":"B"}}}'],
    [
      'one issuer under two names',
      '{"issuers":[{"id":"did:key:a","name":"A"},{"id":"did:key:a","name":"B"}]}',
    ],
    ['an issuer without name', '{"issuers":[{"id":"did:key:a","name":" "}]}'],
    ['an id that is no address', '{"issuers":[{"id":"javascript:alert(1)","name":"A"}]}'],
    ['an end that is no date', '{"validUntil":"demain","issuers":[]}'],
    [
      'too many',
      JSON.stringify({
        issuers: Array.from({ length: 5001 }, (_, at) => ({ id: `did:x:${at}`, name: 'A' })),
      }),
    ],
  ])('is refused as a whole for %s', (_why, text) => {
    expect(() => parseTrustedList(text)).toThrow();
  });

  it('counts for thirty days after it was last read, until its own end, and only while it is configured', async () => {
    const lists = [listOf(OWN_LIST)];
    expect(await directory(lists).find(THIRD_PARTY_DID)).toMatchObject({
      name: 'Rectorat voisin',
      list: 'Académies de France',
    });
    expect(await directory(lists, secondsAfter(NOW, 31 * 86_400)).find(THIRD_PARTY_DID)).toBeUndefined();
    expect(await directory([listOf(OWN_LIST, { validUntil: NOW })]).find(THIRD_PARTY_DID)).toBeUndefined();
    expect(await directory(lists, NOW, []).find(THIRD_PARTY_DID)).toBeUndefined();
  });
});

describe('the maintenance', () => {
  const maintenance = (answer: () => Fetched, at: { now: Instant }, lists: TrustedList[] = []) => {
    const said: string[] = [];
    const store = listStore(lists);
    const read = readTrustedLists(
      somePorts({
        store,
        clock: { now: () => at.now },
        fetcher: {
          fetch: async () => {
            said.push('asked');
            return answer();
          },
        },
        log: { info: () => {}, error: (event) => void said.push(event) },
        time: { hear: () => {} },
        trustedSources: [SOURCE],
      }),
    );
    return { read, said, lists };
  };
  const ok = (text: string): Fetched => ({
    ...{ kind: 'ok', url: SOURCE, contentType: 'application/json' },
    body: new TextEncoder().encode(text),
  });

  it('reads a list once a day, and keeps the last one where it cannot be read', async () => {
    const at = { now: NOW as Instant };
    let answer: Fetched = ok(OWN_LIST);
    const { read, said, lists } = maintenance(() => answer, at);
    await read();
    await read();
    expect(said).toEqual(['asked']);
    expect(lists[0]).toMatchObject({ name: 'Académies de France', readAt: NOW });
    answer = { kind: 'unreachable', reason: 'no answer' };
    at.now = secondsAfter(NOW, 86_401);
    await read();
    await read();
    expect(said).toEqual(['asked', 'asked', 'trusted-list-unread']);
    expect(lists[0]?.issuers).toHaveLength(2);
  });
});

describe('the issuer of a verified badge', async () => {
  const hosted = assertion('trusted');
  const fixture = {
    ...(await makeFixturePages()),
    ...legacyPages(),
    [`${SITE}/assertions/trusted`]: json(hosted),
  };
  const verify = makeTestVerifier(fixture, { trust: directory([listOf(OWN_LIST)]) });
  const by = (key: typeof THIRD_PARTY_KEY, method: string, issuer: object) =>
    embedProof(badge({ issuer, credentialSubject: OTHER, credentialStatus: undefined }), key, {
      verificationMethod: method,
    });

  it('has the name in the list, whatever the badge claims', async () => {
    const document = await by(THIRD_PARTY_KEY, `${THIRD_PARTY_DID}#k1`, {
      ...thirdPartyProfile(THIRD_PARTY_DID),
      name: 'Ministère',
    });
    const report = await verify({ kind: 'document', document });
    expect(report.issuer).toMatchObject({ id: THIRD_PARTY_DID, trust: 'listed', name: 'Rectorat voisin' });
    const old = await verify({ kind: 'document', document: hosted });
    expect(old).toMatchObject({
      verdict: 'valid-older',
      issuer: { trust: 'listed', name: 'Médiateurs numériques' },
    });
  });

  it('is unknown where no list names it, and reported where it borrows a known name', async () => {
    const did = `did:key:${ATTACKER_KEY.publicKeyMultibase}`;
    const method = `${did}#${ATTACKER_KEY.publicKeyMultibase}`;
    for (const [name, borrowedName] of [
      ['RECTORAT  VOISIN', 'Rectorat voisin'],
      ['dané de Dijon', 'DANE de Dijon'],
    ]) {
      const document = await by(ATTACKER_KEY, method, { ...thirdPartyProfile(did), name });
      const { issuer } = await verify({ kind: 'document', document });
      expect(issuer).toEqual({ id: did, trust: 'unknown', borrowedName });
    }
    const honest = await by(ATTACKER_KEY, method, { ...thirdPartyProfile(did), name: 'Une association' });
    expect((await verify({ kind: 'document', document: honest })).issuer).toEqual({
      id: did,
      trust: 'unknown',
    });
  });

  it('is ours for our own badges, and absent if the signature proves no issuer', async () => {
    const own = await signed(badge());
    expect((await verify({ kind: 'document', document: own })).issuer?.trust).toBe('ours');
    expect((await verify({ kind: 'document', document: { ...own, name: 'Autre' } })).issuer).toBeUndefined();
  });
});
