import { describe, expect, it } from 'vitest';
import { legacyDate } from '../../src/open-badges/legacy/dates.ts';
import { readPem } from '../../src/open-badges/legacy/pem-key.ts';
import { isInScope } from '../../src/open-badges/legacy/verification-scope.ts';
import { VERIFICATION_LIMITS } from '../../src/open-badges/verification/limits.ts';
import { publicRsa, RSA_KEYS } from '../support/credential-signing.ts';
import { json } from '../support/fixtures/credentials.ts';
import {
  assertion,
  ISSUER,
  jws,
  legacyPages,
  ONE_DOT_ZERO,
  oneDotX,
  pemOf,
  SITE,
  signedAssertion,
} from '../support/legacy/hosts.ts';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';

const serving = (...documents: readonly { readonly id?: unknown }[]) => ({
  ...legacyPages(),
  ...Object.fromEntries(documents.map((one) => [String(one.id), json(one)])),
});

describe('an address that the reader types', () => {
  const hashed = assertion('hashed');
  const verify = makeTestVerifier(serving(hashed));
  const ask = async (document: unknown, recipient: string) =>
    (await verify({ kind: 'document', document }, { recipient })).recipient;

  it('is found in a badge of Open Badges 2.0, hosted or signed', async () => {
    expect(await ask(hashed, 'a@example.com')).toBe('confirmed');
    expect(await ask(hashed, 'b@example.com')).toBe('other-address');
    expect(await ask(jws(signedAssertion('hashed')), 'a@example.com')).toBe('confirmed');
  });

  it('is not compared where the site does not confirm the file', async () => {
    const recipient = { type: 'email', hashed: false, identity: 'mallory@example.org' };
    expect(await ask({ ...hashed, recipient }, 'mallory@example.org')).toBe('not-checked');
  });

  it('is found in version 1.0, and nowhere in a badge for a telephone number', async () => {
    const signed = { type: 'signed', url: `${SITE}/v1/key.pem` };
    const one = oneDotX('one', { ...ONE_DOT_ZERO, verify: signed });
    expect(await ask(jws(one), 'camille@example.org')).toBe('confirmed');
    const telephone = { type: 'telephone', hashed: false, identity: '+33380000000' };
    expect(await ask(jws({ ...one, recipient: telephone }), 'camille@example.org')).toBe('no-address');
  });
});

describe('a hosted badge', () => {
  it('is judged by the copy on its site: the name in the report is the site’s', async () => {
    const document = assertion('named');
    const report = await makeTestVerifier(serving(document))({ kind: 'document', document });
    expect(report).toMatchObject({
      verified: true,
      verdict: 'valid-older',
      older: { version: '2.0', kind: 'hosted' },
    });
    expect(report.credential).toMatchObject({ issuer: { id: ISSUER, name: 'Réseau des médiateurs' } });
  });

  it('requests at most four documents, for any number of addresses', async () => {
    const asked: string[] = [];
    const many = Array.from({ length: 500 }, (_, at) => `https://attacker.example/${at}`);
    const document = assertion('many', { evidence: many, image: many[0], endorsement: many });
    await makeTestVerifier(serving(document), { asked })({ kind: 'document', document });
    expect(new Set(asked).size).toBeLessThanOrEqual(4);
    expect(asked.every((url) => url.startsWith(SITE))).toBe(true);
    expect(VERIFICATION_LIMITS.fetches).toBeGreaterThan(4);
  });

  it('never mentions a signature, nor has the verdict of version 3.0', async () => {
    const document = assertion('plain');
    const report = await makeTestVerifier(serving(document))({ kind: 'document', document });
    expect(report.verdict).not.toBe('valid');
    expect(stepOf(report, 'proof')?.code).toBe('hosted');
    expect(stepOf(report, 'issuer')?.code).toBe('issuer-site');
  });
});

describe('the scope of an issuer', () => {
  const issuer = (verification?: unknown) => ({
    id: 'https://a.example/i',
    profile: { ...(verification ? { verification } : {}) },
  });

  it('is the site of its profile, where it states none', () => {
    expect(isInScope('http://a.example/1', issuer())).toBe(true);
    for (const other of [
      'https://a.example:8443/1',
      'https://b.a.example/1',
      'https://a.example@b.example/1',
      'a.example/1',
    ])
      expect(isInScope(other, issuer()), other).toBe(false);
  });

  it('needs both a beginning and a host where it states both', () => {
    const both = issuer({ startsWith: 'https://a.example/x/', allowedOrigins: 'b.example' });
    expect(isInScope('https://a.example/x/1', both)).toBe(false);
    expect(isInScope('https://b.example/x/1', both)).toBe(false);
  });

  it('ends at its folder, however a way out of it is written', () => {
    const school = issuer({ startsWith: 'https://a.example/school/' });
    for (const way of ['..%2Fother/1', '..%2fother/1', '..%5Cother/1', '../other/1', '%2e%2e/other/1']) {
      expect(isInScope(`https://a.example/school/${way}`, school), way).toBe(false);
    }
    expect(isInScope('https://a.example/school/1', school)).toBe(true);
  });

  it('ends where a part of the address ends', () => {
    const issuerStartingWith = (startsWith: string) => issuer({ startsWith });
    const part = issuerStartingWith('https://a.example/badges');
    for (const inside of ['badges', 'badges/1', 'badges?id=1', 'badges/%C3%A9'])
      expect(isInScope(`https://a.example/${inside}`, part), inside).toBe(true);
    for (const outside of ['badges-of-others/1', 'badgesx', 'badges%2D1', 'badges/..%252fx', 'badges/..;/x'])
      expect(isInScope(`https://a.example/${outside}`, part), outside).toBe(false);
    expect(
      isInScope('https://a.example/show?badge=12', issuerStartingWith('https://a.example/show?badge=')),
    ).toBe(true);
  });

  it('is empty if its statement cannot be read', () => {
    expect(isInScope('https://a.example/1', issuer({ startsWith: [7, {}] }))).toBe(false);
    expect(isInScope('https://a.example/1', issuer({ allowedOrigins: ['*'] }))).toBe(false);
  });
});

describe('a date of an older badge', () => {
  it('is read in the forms of its version only', () => {
    expect(legacyDate('2014-03-18', '1.0')).toBe('2014-03-18T00:00:00Z');
    expect(legacyDate(1_395_112_143, '1.1')).toBe('2014-03-18T03:09:03.000Z');
    expect(legacyDate('2014-03-18T10:00', '1.1')).toBe('2014-03-18T10:00:00Z');
    expect(legacyDate('2014-03-18T10:00+01:00', '2.0')).toBe('2014-03-18T10:00:00+01:00');
    for (const value of ['2014-03-18', 1_395_112_143, '1395112143', '2014-03-18T10:00:00']) {
      expect(legacyDate(value, '2.0')).toBeUndefined();
    }
    for (const value of ['2014-02-30', 1e18, -1, Number.NaN, null, {}])
      expect(legacyDate(value, '1.0')).toBeUndefined();
  });
});

describe('a key in PEM', () => {
  it('is read in both of its forms, and in no other', async () => {
    const { n, e } = publicRsa(RSA_KEYS.active);
    expect(await readPem(pemOf(RSA_KEYS.active))).toEqual({ kty: 'RSA', n, e });
    expect(await readPem(pemOf(RSA_KEYS.active, 'pkcs1'))).toEqual({ kty: 'RSA', n, e });
    for (const text of [
      '',
      'x'.repeat(9000),
      pemOf(RSA_KEYS.active).slice(0, 200),
      '-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----',
    ])
      expect(await readPem(text)).toBeUndefined();
  });
});
