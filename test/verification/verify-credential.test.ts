import { generateKeyPairSync, sign as nodeSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time/calendar.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { STEP_NAMES } from '../../src/open-badges/verification/report.ts';
import {
  achievement,
  badge,
  endorsement,
  jwt,
  payloadOf,
  signed,
  statusEntry,
  subject,
} from '../support/corpus/badge.ts';
import { enveloped, named, record } from '../support/corpus/embedded.ts';
import { thirdPartyProfile } from '../support/corpus/valid.ts';
import { embedProof, testKey } from '../support/credential-signing.ts';
import {
  DID,
  type FixturePages,
  json,
  LIST,
  makeFixturePages,
  ORIGIN,
  statusList,
  THIRD_PARTY_DID,
  THIRD_PARTY_KEY,
} from '../support/fixtures/credentials.ts';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';

let fixture: FixturePages;
beforeAll(async () => {
  fixture = await makeFixturePages();
});

type Options = Parameters<typeof makeTestVerifier>[1] & { readonly more?: FixturePages };

const verifier = ({ more = {}, ...options }: Options = {}) =>
  makeTestVerifier({ ...fixture, ...more }, options);
const verify = (document: unknown, options: Options = {}) =>
  verifier(options)({ kind: 'document', document });

describe('a report', () => {
  it('always has the seven steps in the standard’s order, and the credential it found', async () => {
    const document = await signed(badge());
    const report = await verify(document);
    expect(report.steps.map(({ step }) => step)).toEqual(STEP_NAMES);
    expect(report.credential).toEqual(document);
    expect((await verify(jwt(badge()))).credential).toEqual(badge());
    expect(await verify({})).not.toHaveProperty('credential');
  });

  it('is the same for the same input, and leaves that input unchanged', async () => {
    const document = await signed(badge());
    const before = JSON.stringify(document);
    const run = verifier();
    const first = await run({ kind: 'document', document });
    expect(await run({ kind: 'document', document })).toEqual(first);
    expect(JSON.stringify(document)).toBe(before);
  });

  it('judges dates at the moment of the request, to the second', async () => {
    const document = await signed(badge({ credentialStatus: undefined, validUntil: '2026-08-31T22:00:00Z' }));
    const verdictAt = async (at: string) => (await verify(document, { at: at as Instant })).verdict;
    // Another machine of this service may have signed it, whose clock may be two minutes ahead.
    expect(await verdictAt('2026-07-12T09:57:59Z')).toBe('not-yet-valid');
    expect(await verdictAt('2026-07-12T09:58:00Z')).toBe('valid');
    expect(await verdictAt('2026-08-31T21:59:59Z')).toBe('valid');
    expect(await verdictAt('2026-08-31T22:00:00Z')).toBe('expired');
  });

  it('names the compromised key, its date and its reason', async () => {
    const corpus = JSON.parse(readFileSync('test/vectors/credentials/invalid/compromised-key.json', 'utf8'));
    expect(stepOf(await verify(corpus.input.document), 'proof')).toMatchObject({
      code: 'key-compromised',
      params: { at: '2026-10-01T08:00:00Z', reason: 'Clé copiée par erreur' },
    });
  });

  it('vouches only for our own issuer: a stranger’s signature proves an address, not a name', async () => {
    const document = await embedProof(
      badge({ issuer: thirdPartyProfile(THIRD_PARTY_DID), credentialStatus: undefined }),
      THIRD_PARTY_KEY,
      { verificationMethod: `${THIRD_PARTY_DID}#k1` },
    );
    expect(stepOf(await verify(document), 'issuer')).toMatchObject({
      result: 'passed',
      code: 'issuer-unknown',
    });
  });

  it('does not blame an issuer whose address does not answer: it was not checked', async () => {
    const gone = 'did:web:gone.example';
    const document = await embedProof(badge({ issuer: thirdPartyProfile(gone) }), THIRD_PARTY_KEY, {
      verificationMethod: `${gone}#k1`,
    });
    const report = await verify(document);
    expect(report).toMatchObject({ verified: false, verdict: 'not-verifiable' });
    expect(stepOf(report, 'issuer')).toMatchObject({ result: 'not-checked', code: 'issuer-unreachable' });
    expect(report.steps.filter(({ result }) => result === 'failed')).toEqual([]);
  });

  it('does not mention the issuer where the signature is bad', async () => {
    const document = { ...(await signed(badge())), name: 'Autre' };
    expect(stepOf(await verify(document), 'issuer')).toMatchObject({
      result: 'not-checked',
      code: 'skipped',
    });
  });
});

/** A host that endorsed our badge: its DID document, its status list, its endorsement. */
async function endorsingHost(host: string): Promise<{ endorsed: JsonObject; pages: FixturePages }> {
  const did = `did:web:${host}`;
  const id = `https://${host}/status/1`;
  const options = { verificationMethod: `${did}#k` };
  const method = { id: `${did}#k`, type: 'Multikey', controller: did };
  const { publicKeyMultibase } = THIRD_PARTY_KEY;
  const credentialStatus = { ...(badge()['credentialStatus'] as JsonObject), statusListCredential: id };
  const body = endorsement({ issuer: thirdPartyProfile(did), credentialStatus });
  return {
    endorsed: await embedProof(body, THIRD_PARTY_KEY, options),
    pages: {
      [`https://${host}/.well-known/did.json`]: json({
        id: did,
        verificationMethod: [{ ...method, publicKeyMultibase }],
        assertionMethod: [method.id],
      }),
      [id]: json(await embedProof(statusList([], { id, issuer: did }), THIRD_PARTY_KEY, options)),
    },
  };
}

describe('the addresses that a verification requests', () => {
  it('are each requested once, however often the document names them', async () => {
    const asked: string[] = [];
    await verify(await signed(badge({ endorsement: [await signed(endorsement())] })), { asked });
    expect(asked.toSorted()).toEqual([`${ORIGIN}/.well-known/did.json`, LIST].toSorted());
  });

  it('are not those of a document whose signature did not verify', async () => {
    const asked: string[] = [];
    const status = {
      ...(badge()['credentialStatus'] as JsonObject),
      statusListCredential: 'https://inside.example/',
    };
    await verify({ ...(await signed(badge())), credentialStatus: status }, { asked });
    expect(asked).toEqual([`${ORIGIN}/.well-known/did.json`]);
  });

  it('never are contexts', async () => {
    const asked: string[] = [];
    const contexts = [...(badge()['@context'] as string[]), 'https://unknown.example/context.json'];
    await verify({ ...(await signed(badge())), '@context': contexts }, { asked });
    expect(asked.filter((url) => !url.startsWith(ORIGIN))).toEqual([]);
  });

  it('have a limit, past which nothing more is requested', async () => {
    const asked: string[] = [];
    const hosts = await Promise.all(Array.from({ length: 16 }, (_, at) => endorsingHost(`h${at}.example`)));
    const document = await signed(badge({ endorsement: hosts.map(({ endorsed }) => endorsed) }));
    const more = Object.assign({}, ...hosts.map(({ pages }) => pages));
    const report = await verify(document, { asked, more });
    expect(asked).toHaveLength(24);
    expect(stepOf(report, 'endorsements')?.detail).toContain('too many addresses');
    const few = await signed(badge({ endorsement: hosts.slice(0, 8).map(({ endorsed }) => endorsed) }));
    expect(await verify(few, { more })).toMatchObject({ verified: true });
  });

  it('resolve our own did:web at our own origin, http in development', async () => {
    const origin = 'http://localhost:3000';
    const did = 'did:web:localhost%3A3000';
    const key = testKey(1);
    const method = {
      id: `${did}#k`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: key.publicKeyMultibase,
    };
    const page = json({ id: did, verificationMethod: [method], assertionMethod: [method.id] });
    const document = await embedProof(
      badge({ issuer: thirdPartyProfile(did), credentialStatus: undefined }),
      key,
      {
        verificationMethod: `${did}#k`,
      },
    );
    const local = await verify(document, { origin, more: { [`${origin}/.well-known/did.json`]: page } });
    expect(local).toMatchObject({ verified: true });
    expect(stepOf(local, 'issuer')?.code).toBe('issuer-ours');
    const elsewhere = await verify(document, { more: { [`${origin}/.well-known/did.json`]: page } });
    expect(stepOf(elsewhere, 'proof')?.code).toBe('key-unreachable');
  });
});

describe('a status list with a status of its own', () => {
  const OTHER = `${ORIGIN}/status/2`;
  const of = (statusListCredential: string, changes: JsonObject = {}) =>
    statusEntry({ id: `${statusListCredential}#9`, statusListIndex: '9', statusListCredential, ...changes });

  /** The step `status` of a badge whose list has these entries. The other list has these bits set. */
  async function statusOf(entries: readonly JsonObject[], set: readonly number[]) {
    const list = await signed(statusList([7], { credentialStatus: entries }));
    const other = await signed(
      statusList(set, { id: OTHER, credentialStatus: of('https://deeper.example/1') }),
    );
    const more = { [LIST]: json(list), [OTHER]: json(other) };
    return stepOf(await verify(await signed(badge()), { more }), 'status');
  }

  it('answers while it is not withdrawn, and nothing if its issuer withdrew it', async () => {
    expect(await statusOf([of(OTHER)], [])).toMatchObject({ result: 'passed', code: 'ok' });
    const withdrawn = { result: 'failed', code: 'status-list-invalid', params: { fault: 'withdrawn' } };
    expect(await statusOf([of(OTHER)], [9])).toMatchObject(withdrawn);
    const suspended = of(OTHER, { statusPurpose: 'suspension' });
    expect(await statusOf([suspended], [9])).toMatchObject({ result: 'failed' });
  });

  it('is not judged if that status cannot be read', async () => {
    expect(await statusOf([of('https://silent.example/1')], [])).toMatchObject({ result: 'not-checked' });
  });

  it('cannot speak of itself', async () => {
    expect(await statusOf([of(LIST, { statusListIndex: '7' })], [])).toMatchObject({ code: 'ok' });
  });
});

describe('a DID document that is marked deactivated', () => {
  it('provides no key', async () => {
    const host = 'left.example';
    const { endorsed, pages } = await endorsingHost(host);
    const address = `https://${host}/.well-known/did.json`;
    const document = JSON.parse(pages[address]?.body ?? '{}');
    const withEndorsement = await signed(badge({ endorsement: [endorsed] }));
    const codeOf = async (more: FixturePages) =>
      stepOf(await verify(withEndorsement, { more }), 'endorsements')?.code;
    expect(await codeOf(pages)).not.toBe('endorsement-invalid');
    const ended = { ...pages, [address]: json({ ...document, deactivated: true }) };
    expect(await codeOf(ended)).toBe('endorsement-invalid');
  });
});

describe('an address to verify', () => {
  const at = (more: FixturePages) => verifier({ more })({ kind: 'url', url: 'https://badges.example/1' });
  const page = (status: number, body = '', contentType = 'application/json') => ({
    'https://badges.example/1': { status, contentType, body },
  });

  it('may answer JSON or a JWS, under any media type', async () => {
    const document = JSON.stringify(await signed(badge()));
    expect(await at(page(200, document, 'text/html'))).toMatchObject({ verified: true });
    expect(await at(page(200, jwt(badge()), 'application/octet-stream'))).toMatchObject({ verified: true });
  });

  it.each([
    [404, 'failed', 'not-found'],
    [410, 'failed', 'gone'],
    [503, 'failed', 'unreachable'],
  ])('that answers %i is reported as such', async (status, result, code) => {
    const report = await at(page(status));
    expect(report.steps[0]).toMatchObject({ step: 'document', result, code });
    expect(report.verified).toBe(false);
  });

  it('that does not answer leaves everything unchecked', async () => {
    const report = await at({});
    expect(new Set(report.steps.map(({ result }) => result))).toEqual(new Set(['not-checked']));
    expect(report).toMatchObject({ verified: false, verdict: 'not-verifiable' });
  });
});

describe('an ES256 signature', () => {
  it('is verified with a P-256 key that the issuer’s origin lists, and with no other', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = publicKey.export({ format: 'jwk' });
    const body = badge({
      issuer: thirdPartyProfile('https://school.example/issuer'),
      credentialStatus: undefined,
    });
    const parts = [{ alg: 'ES256', jwk }, payloadOf(body)];
    const input = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const signature = nodeSign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const jws = `${input}.${signature.toString('base64url')}`;
    const id = 'https://school.example/issuer';
    const keySet = 'https://school.example/.well-known/jwks.json';
    const listing = (keys: unknown, profile: JsonObject = {}) => ({
      more: { [id]: json({ id, type: ['Profile'], ...profile }), [keySet]: json({ keys }) },
    });
    expect(await verify(jws, listing([jwk]))).toMatchObject({ verified: true, verdict: 'valid' });
    expect(await verify(jws, listing([{ ...jwk, iss: 'https://school.example/issuer' }]))).toMatchObject({
      verified: true,
    });
    const others = await verify(jws, listing([{ ...jwk, iss: 'https://school.example/other' }]));
    expect(stepOf(others, 'proof')?.code).toBe('key-not-authorised');
    // An issuer whose own document states a method lists its keys there alone.
    const method = {
      id: `${id}#1`,
      type: 'Multikey',
      controller: id,
      publicKeyMultibase: THIRD_PARTY_KEY.publicKeyMultibase,
    };
    const stated = listing([jwk], { verificationMethod: [method], assertionMethod: [method.id] });
    expect(stepOf(await verify(jws, stated), 'proof')?.code).toBe('key-not-authorised');
    // A document that does not answer could state some.
    expect(stepOf(await verify(jws, { more: { [keySet]: json({ keys: [jwk] }) } }), 'proof')?.code).toBe(
      'key-unreachable',
    );
    expect(stepOf(await verify(jws), 'proof')?.code).toBe('key-unreachable');
  });

  it('is refused where the listed key is not for it, has ended, or is published with its private half', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = publicKey.export({ format: 'jwk' });
    const issuer = 'https://school.example/issuer';
    const body = badge({ issuer: thirdPartyProfile(issuer), credentialStatus: undefined });
    const parts = [{ alg: 'ES256', jwk }, payloadOf(body)];
    const input = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const signature = nodeSign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const jws = `${input}.${signature.toString('base64url')}`;
    const judged = async (changes: JsonObject) => {
      const keys = [{ ...jwk, ...changes }];
      const more = {
        [issuer]: json({ id: issuer, type: ['Profile'] }),
        'https://school.example/.well-known/jwks.json': json({ keys }),
      };
      return stepOf(await verify(jws, { more }), 'proof')?.code;
    };
    for (const good of [
      {},
      { use: 'sig' },
      { key_ops: ['verify'] },
      { alg: 'ES256' },
      { exp: 4_000_000_000 },
    ])
      expect(await judged(good), JSON.stringify(good)).toBe('ok');
    const { d } = privateKey.export({ format: 'jwk' });
    const errors = [{ d }, { use: 'enc' }, { key_ops: ['sign'] }, { key_ops: [] }, { alg: 'ES384' }];
    const ends = [{ exp: 1 }, { revoked: '2026-01-01T00:00:00Z' }, { revoked: { reason: 'x' } }];
    for (const bad of [...errors, ...ends, { alg: 'ECDH-ES' }, { expires: '2026-01-01T00:00:00Z' }])
      expect(await judged(bad), JSON.stringify(bad)).toBe('key-not-authorised');
  });
});

describe('a record of badges', () => {
  it('is reported badge by badge, by name, each with its own steps', async () => {
    const bad = { ...(await signed(named('Deux'))), awardedDate: '2020-01-01T00:00:00Z' };
    const held = [await signed(named('Un')), bad, enveloped(jwt(named('Trois')))];
    const report = await verify(await signed(record(held)));
    expect(report).toMatchObject({ verified: false, verdict: 'inner-not-valid' });
    expect(report.inner?.map(({ kind, name, verified, verdict }) => [kind, name, verified, verdict])).toEqual(
      [
        ['badge', 'Un', true, 'valid'],
        ['badge', 'Deux', false, 'signature-not-valid'],
        ['badge', 'Trois', true, 'valid'],
      ],
    );
    for (const { steps } of report.inner ?? []) expect(steps.map(({ step }) => step)).toEqual(STEP_NAMES);
    expect(stepOf(report, 'endorsements')?.params).toMatchObject({ count: 3, unverified: 1, name: 'Deux' });
  });

  it('names no badge where the record’s signature is bad', async () => {
    const document = { ...(await signed(record([await signed(named('Un'))]))), name: 'Autre relevé' };
    const report = await verify(document);
    expect(report).not.toHaveProperty('inner');
    expect(stepOf(report, 'endorsements')).toMatchObject({ result: 'not-checked', code: 'skipped' });
  });

  it('requests each address once for all its badges', async () => {
    const asked: string[] = [];
    const names = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'];
    const held = await Promise.all(names.map((name) => signed(named(name))));
    expect((await verify(await signed(record(held)), { asked })).verified).toBe(true);
    expect(asked.toSorted()).toEqual([`${ORIGIN}/.well-known/did.json`, LIST].toSorted());
  });
});

describe('the dates and the status of a document whose signature is bad', () => {
  it('are unconfirmed, and are not checked', async () => {
    const report = await verify({ ...(await signed(badge())), name: 'Autre' });
    for (const step of ['validity', 'status', 'endorsements'] as const) {
      expect(stepOf(report, step)).toMatchObject({ result: 'not-checked', code: 'skipped' });
    }
  });
});

describe('endorsements', () => {
  it('have a limit that a JWT cannot circumvent, at any depth', async () => {
    const endorsed = (at: number, changes: JsonObject) =>
      endorsement({ id: `${ORIGIN}/endorsements/${at}`, ...changes });
    const about = { id: `${ORIGIN}/endorsements/0`, type: ['EndorsementSubject'] };
    const many = Array.from({ length: 32 }, (_, at) => jwt(endorsed(at + 1, { credentialSubject: about })));
    const hiding = jwt(
      endorsed(0, { credentialSubject: endorsement()['credentialSubject'], endorsementJwt: many }),
    );
    const report = await verify(await signed(badge({ endorsementJwt: [hiding] })));
    const [inner] = report.inner ?? [];
    expect(inner?.steps.find(({ step }) => step === 'endorsements')?.code).toBe('too-many-endorsements');
    expect(report.verified).toBe(false);
  });

  it('are read inside the achievement and the issuer as well', async () => {
    const about = (id: string) =>
      signed(endorsement({ credentialSubject: { id, type: ['EndorsementSubject'] } }));
    const inAchievement = achievement({ endorsement: [await about(`${ORIGIN}/badges/RUPN-ENG/v1`)] });
    const issuer = { ...(badge()['issuer'] as JsonObject), endorsement: [await about(DID)] };
    const document = await signed(
      badge({ issuer, credentialSubject: subject({ achievement: inAchievement }) }),
    );
    expect(stepOf(await verify(document), 'endorsements')).toMatchObject({
      result: 'passed',
      params: { count: 2 },
    });
  });

  it('leave the badge’s own steps unchanged when one is bad', async () => {
    const bad = { ...(await signed(endorsement())), name: 'Faux' };
    const report = await verify(await signed(badge({ endorsement: [bad] })));
    expect(report.steps.filter(({ result }) => result !== 'passed').map(({ step }) => step)).toEqual([
      'endorsements',
    ]);
    expect(report).toMatchObject({ verified: false, verdict: 'endorsement-not-valid' });
  });
});

describe('a badge in a record', () => {
  const badgeOf = async (id: string | undefined) => {
    const inner = await signed(named('Un', { credentialSubject: { ...subject(), id } }));
    const report = await verify(await signed(record([inner])));
    return report.inner?.[0];
  };

  it('shows its issuer', async () => {
    const inner = await badgeOf('urn:uuid:0b1f4c62-7a3d-4c11-9a55-0d9a6b6d7c01');
    expect(inner?.issuer).toContain(DID);
  });

  it('is reported where a stranger’s badge does not name the holder of the record', async () => {
    const holder = (record([])['credentialSubject'] as JsonObject)['id'];
    const thirdParty = async (id: string | undefined) => {
      const one = { issuer: thirdPartyProfile(THIRD_PARTY_DID), credentialStatus: undefined };
      const inner = await embedProof(
        named('Un', { ...one, credentialSubject: { ...subject(), id } }),
        THIRD_PARTY_KEY,
        {
          verificationMethod: `${THIRD_PARTY_DID}#k1`,
        },
      );
      return (await verify(await signed(record([inner])))).inner?.[0];
    };
    expect(await thirdParty(String(holder))).not.toHaveProperty('isOfAnother');
    expect(await thirdParty('urn:uuid:0b1f4c62-7a3d-4c11-9a55-0d9a6b6d7c01')).toMatchObject({
      verified: true,
      isOfAnother: true,
    });
  });

  it('is the holder’s where the issuer of the record issued it, with any subject', async () => {
    const inner = await badgeOf('urn:uuid:0b1f4c62-7a3d-4c11-9a55-0d9a6b6d7c01');
    expect(inner).toMatchObject({ verified: true });
    expect(inner).not.toHaveProperty('isOfAnother');
  });
});
