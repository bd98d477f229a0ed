import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';
import {
  FOLDER,
  readThirdParty,
  THIRD_PARTY_BADGES,
  THIRD_PARTY_PAGES,
} from '../support/third-party/badges.ts';

describe('the badges that others published', () => {
  it('all have an expected verdict', () => {
    expect(
      readdirSync(FOLDER)
        .map((file) => file.replace('.json', ''))
        .sort(),
    ).toEqual(Object.keys(THIRD_PARTY_BADGES).sort());
  });

  it.each(Object.entries(THIRD_PARTY_BADGES))('get the expected verdict: %s', async (name, expected) => {
    const { verdict, proof, schema, status, why } = expected;
    const report = await makeTestVerifier(THIRD_PARTY_PAGES)({
      kind: 'document',
      document: readThirdParty(name),
    });
    const seen = {
      verdict: report.verdict,
      proof: stepOf(report, 'proof')?.code,
      schema: stepOf(report, 'schema')?.code,
    };
    expect(seen, `${why} ${JSON.stringify(report.steps)}`).toEqual({ verdict, proof, schema });
    expect(report.verified).toBe(verdict === 'valid');
    const requested = await makeTestVerifier(THIRD_PARTY_PAGES)(
      { kind: 'document', document: readThirdParty(name) },
      { acceptsPart: true },
    );
    expect(requested.verified).toBe(verdict === 'valid' || verdict === 'partial');
    if (status)
      expect(stepOf(report, 'status')).toMatchObject({ code: status, params: { fault: 'address' } });
  });
});
