import { beforeAll, describe, expect, it } from 'vitest';
import { MUCH_WORK_MS } from '../support/patience.ts';
import { rounds } from '../support/rounds.ts';
import { makeReaders, outcomeOf, type Readers, readRecord } from './read-outcome.ts';
import { type RecordedInput, recordedInputs } from './recorded-inputs.ts';

/** Every code that reading an input can have, and the errors of values that are not JSON. */
const CODES = [
  'RangeError: a getter that throws',
  'TypeError: Do not know how to serialize a BigInt',
  'damaged-image',
  'damaged-pdf',
  'duplicate-member',
  'first-version',
  'gone',
  'image-format',
  'image-too-large',
  'image-with-definitions',
  'mixed-versions',
  'no-credential-in-image',
  'no-credential-in-pdf',
  'not-a-credential',
  'not-a-drawing',
  'not-found',
  'not-json',
  'not-plain-form',
  'ok',
  'own-vocabulary',
  'pdf-encrypted',
  'pdf-too-complex',
  'several-codes-in-image',
  'several-credentials-in-image',
  'several-credentials-in-pdf',
  'several-presented',
  'too-deep',
  'too-large',
  'too-many-badges',
  'too-many-contexts',
  'too-many-endorsements',
  'too-many-members',
  'too-many-proofs',
  'unreachable',
  'web-page',
];

let readers: Readers;
let inputs: readonly RecordedInput[];
beforeAll(async () => {
  readers = await makeReaders();
  inputs = recordedInputs();
});

describe('readInput', { timeout: 3 * MUCH_WORK_MS }, () => {
  it('reads each mutated input as recorded, in the service and in a browser', async () => {
    const record = readRecord();
    // In `npm test` only some of each kind.
    const step = Math.floor(inputs.length / rounds(inputs.length));
    const differing: string[] = [];
    const codes = new Set<string>();
    for (const { name, at, make } of inputs.filter((_, index) => index % step === 0)) {
      const { code, kind, digest } = await outcomeOf(readers, make());
      if (digest !== record.get(name)?.[at]) differing.push(`${name}, number ${at}: ${kind}`);
      codes.add(code);
    }
    expect(differing).toEqual([]);
    if (step === 1) expect([...codes].sort()).toEqual(CODES);
  });

  it('has a record of all inputs', () => {
    const digests = [...readRecord().values()].flat();
    expect(digests.length).toBe(inputs.length);
    expect(digests.length).toBeGreaterThan(12_000);
  });
});
