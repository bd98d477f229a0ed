import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STEP_NAMES } from '../../src/open-badges/verification/report.ts';
import type { CorpusCase } from '../support/corpus/case.ts';
import { CORPUS_FOLDER, makeCorpus } from '../support/corpus/make.ts';
import type { FixturePages } from '../support/fixtures/credentials.ts';
import { makeTestVerifier } from '../support/test-verifier.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

const read = (path: string) => JSON.parse(readFileSync(`${CORPUS_FOLDER}/${path}`, 'utf8'));
const frozen = (kind: 'valid' | 'invalid'): readonly CorpusCase[] =>
  readdirSync(`${CORPUS_FOLDER}/${kind}`).map((file) => read(`${kind}/${file}`));
const fixture: FixturePages = read('world.json');

const verify = makeTestVerifier(fixture);

function toInput({ input }: CorpusCase) {
  switch (input.kind) {
    case 'document':
      return input;
    case 'text':
      return { kind: 'bytes', bytes: new TextEncoder().encode(input.text) } as const;
    case 'base64':
      return { kind: 'bytes', bytes: new Uint8Array(Buffer.from(input.base64, 'base64')) } as const;
  }
}

describe.each(['valid', 'invalid'] as const)('a credential of the %s corpus', (kind) => {
  it.each(frozen(kind))('gets the expected verdict: $name ($why)', async (one) => {
    const report = await verify(toInput(one));
    const seen = Object.fromEntries(report.steps.map(({ step, result, code }) => [step, [result, code]]));
    expect({ verdict: report.verdict, steps: seen }, JSON.stringify(report.steps, null, 1)).toMatchObject({
      verdict: one.verdict,
      steps: one.steps,
    });
    expect(report.verified).toBe(kind === 'valid');
    expect(report.steps.map(({ step }) => step)).toEqual(STEP_NAMES);
  });
});

describe('the corpus', () => {
  it('is exactly the output of its script, one file for each case', { timeout: MUCH_WORK_MS }, async () => {
    const made = await makeCorpus();
    const byName = (cases: readonly CorpusCase[]) => new Map(cases.map((one) => [one.name, one]));
    // The way through JSON leaves out undefined members.
    expect(JSON.parse(JSON.stringify(made.world))).toEqual(fixture);
    for (const kind of ['valid', 'invalid'] as const) {
      expect(byName(JSON.parse(JSON.stringify(made[kind])))).toEqual(byName(frozen(kind)));
      expect(new Set(made[kind].map(({ name }) => name)).size).toBe(made[kind].length);
    }
  });
});
