import { beforeAll, describe, expect, it } from 'vitest';
import type { VerifyCredential } from '../../src/open-badges/verification/verify-credential.ts';
import { jwt, signed } from '../support/corpus/badge.ts';
import { enveloped, named, record } from '../support/corpus/embedded.ts';
import { makeFixturePages, OB, V2 } from '../support/fixtures/credentials.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const names = Array.from({ length: 64 }, (_, at) => `Badge ${at}`);

let verify: VerifyCredential;
beforeAll(async () => {
  verify = makeTestVerifier(await makeFixturePages());
});

async function verdictOf(document: unknown) {
  const { verified, verdict, inner = [] } = await verify({ kind: 'document', document });
  return { verified, verdict, inside: new Set(inner.map((one) => one.verdict)), count: inner.length };
}

const ALL_VALID = { verified: true, verdict: 'valid', inside: new Set(['valid']), count: 64 };

describe('a record of as many badges as are read', () => {
  it('is verified, each with its contexts', { timeout: MUCH_WORK_MS }, async () => {
    const contexts = { '@context': [V2, OB, EXTENSIONS] };
    const badges = await Promise.all(names.map((name) => signed(named(name, contexts))));
    expect(await verdictOf(await signed(record(badges)))).toEqual(ALL_VALID);
  });

  it('is verified where they are JWTs', async () => {
    const badges = names.map((name) => enveloped(jwt(named(name))));
    expect(await verdictOf(await signed(record(badges)))).toEqual(ALL_VALID);
  });

  it('is refused with one more', async () => {
    const badges = [...names, 'Un de trop'].map((name) => enveloped(jwt(named(name))));
    const { steps } = await verify({ kind: 'document', document: await signed(record(badges)) });
    expect(steps[0]).toMatchObject({ result: 'failed', code: 'too-many-badges' });
  });
});
