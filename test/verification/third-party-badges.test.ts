import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeTestVerifier, stepOf } from '../support/test-verifier.ts';
import { FOLDER, FOREIGN_BADGES, FOREIGN_WORLD, readForeign } from '../support/third-party/badges.ts';

describe('the badges that others published', () => {
  it('all have an expected verdict', () => {
    expect(
      readdirSync(FOLDER)
        .map((file) => file.replace('.json', ''))
        .sort(),
    ).toEqual(Object.keys(FOREIGN_BADGES).sort());
  });

  it.each(Object.entries(FOREIGN_BADGES))('get the expected verdict: %s', async (name, expected) => {
    const { verdict, proof, schema, status, why } = expected;
    const report = await makeTestVerifier(FOREIGN_WORLD)({ kind: 'document', document: readForeign(name) });
    const seen = {
      verdict: report.verdict,
      proof: stepOf(report, 'proof')?.code,
      schema: stepOf(report, 'schema')?.code,
    };
    expect(seen, `${why} ${JSON.stringify(report.steps)}`).toEqual({ verdict, proof, schema });
    expect(report.verified).toBe(verdict === 'valid');
    const asked = await makeTestVerifier(FOREIGN_WORLD)(
      { kind: 'document', document: readForeign(name) },
      { acceptsPart: true },
    );
    expect(asked.verified).toBe(verdict === 'valid' || verdict === 'partial');
    if (status)
      expect(stepOf(report, 'status')).toMatchObject({ code: status, params: { fault: 'address' } });
  });
});
