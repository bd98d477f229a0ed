import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { STEP_NAMES, type VerificationReport } from '../../src/open-badges/verification/report.ts';
import type { VerifyCredential } from '../../src/open-badges/verification/verify-credential.ts';
import { badge, endorsement, jwt, signed } from '../support/corpus/badge.ts';
import { type FixturePages, json, LIST, makeFixturePages, ORIGIN } from '../support/fixtures/credentials.ts';
import { rounds } from '../support/property-runs.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

let fixture: FixturePages;
let run: VerifyCredential;
beforeAll(async () => {
  fixture = await makeFixturePages();
  run = makeTestVerifier(fixture);
});

function isSound(report: VerificationReport): VerificationReport {
  expect(report.steps.map(({ step }) => step)).toEqual(STEP_NAMES);
  expect(report.verified).toBe(report.verdict === 'valid');
  return report;
}

describe('for any input, a report comes back', { timeout: MUCH_WORK_MS }, () => {
  it('for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(isSound(await run({ kind: 'bytes', bytes })).verified).toBe(false);
      }),
    );
  });

  it('for any JSON value, and for one in place of any member of a badge', async () => {
    const genuine = await signed(badge({ endorsement: [await signed(endorsement())] }));
    const keys = fc.constantFrom(...Object.keys(genuine));
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), keys, async (value, key) => {
        isSound(await run({ kind: 'document', document: value }));
        isSound(await run({ kind: 'document', document: { ...genuine, [key]: value } }));
        const proof = { ...(genuine['proof'] as JsonObject[])[0], [key]: value, verificationMethod: value };
        expect(isSound(await run({ kind: 'document', document: { ...genuine, proof } })).verified).toBe(
          false,
        );
      }),
      { numRuns: rounds(150) },
    );
  });

  it('for any header and any claim of a JWT', async () => {
    const names = fc.constantFrom(
      'alg',
      'kid',
      'jwk',
      'typ',
      'iss',
      'sub',
      'jti',
      'nbf',
      'exp',
      'vc',
      'issuer',
    );
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), names, async (value, name) => {
        isSound(await run({ kind: 'document', document: jwt(badge(), { [name]: value }) }));
        isSound(await run({ kind: 'document', document: jwt(badge(), {}, { [name]: value }) }));
      }),
      { numRuns: 100 },
    );
  });

  it('for any answer of keys, controllers and lists', async () => {
    const document = await signed(badge());
    const urls = fc.constantFrom(`${ORIGIN}/.well-known/did.json`, LIST);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), urls, async (value, url) => {
        const report = isSound(
          await makeTestVerifier({ ...fixture, [url]: json(value) })({ kind: 'document', document }),
        );
        expect(report.verified).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a report comes back as well', () => {
  it('for a value that is not JSON, or far too deep', async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    let deep: unknown = 1;
    for (let at = 0; at < 5000; at += 1) deep = [deep];
    for (const value of [undefined, null, () => 1, Symbol('x'), 10n, cyclic, deep, new Date(Number.NaN)]) {
      expect(isSound(await run({ kind: 'document', document: value })).verified).toBe(false);
    }
  });

  it('for names that JavaScript itself uses, and later documents are read as before', async () => {
    const genuine = await signed(badge({ endorsement: [await signed(endorsement())] }));
    const names = ['__proto__', './__proto__', 'constructor', 'prototype'];
    const called = names.flatMap((name): readonly unknown[] => [
      name,
      [name],
      { id: name, type: 'Profile' },
      { '@context': { '@base': '' }, id: `./${name}`, type: 'Profile' },
      JSON.parse(`{"${name}":{"id":"x"}}`),
    ]);
    for (const value of called) {
      for (const key of [
        'id',
        'issuer',
        'credentialSubject',
        'evidence',
        'endorsement',
        'credentialStatus',
      ]) {
        const document = { ...genuine, [key]: value };
        expect(isSound(await run({ kind: 'document', document })).verified).toBe(false);
        const inherited: string[] = [];
        for (const name in {}) inherited.push(name);
        expect([key, value, inherited]).toEqual([key, value, []]);
      }
    }
    expect(isSound(await run({ kind: 'document', document: genuine })).verified).toBe(true);
  });

  it('for members with names that JavaScript treats specially', async () => {
    const text = JSON.stringify(await signed(badge())).replace(
      '{',
      '{"__proto__":{"type":"x"},"constructor":1,',
    );
    const bytes = new TextEncoder().encode(text);
    expect(isSound(await run({ kind: 'bytes', bytes })).verified).toBe(false);
  });
});
