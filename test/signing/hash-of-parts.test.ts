import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { workerPrimitives } from '../../src/adapters/signing/worker-primitives.worker.ts';
import { nodePrimitives } from '../../src/open-badges/proofs/primitives.node.ts';
import { portablePrimitives } from '../../src/open-badges/proofs/primitives.ts';

const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['nothing', []],
  ['ASCII', ['a\n', '', 'bc\n']],
  ['letters of every length in UTF-8', ['é\n', '’\n', '😀\n', 'z\n']],
  ['half a pair of surrogates', ['\ud83d\n', '\ude00\n']],
  ['a text that is longer than any badge', ['é'.repeat(400_000), '’'.repeat(100_000)]],
];

describe.each([
  ['Node', nodePrimitives],
  ['workerd', workerPrimitives],
  ['any runtime', portablePrimitives],
])('SHA-256 of consecutive texts, with the cryptography of %s', (_, { sha256 }) => {
  it.each(TEXTS)('is that of the whole text in UTF-8: %s', async (_name, parts) => {
    const whole = createHash('sha256')
      .update(Buffer.from(parts.join('')))
      .digest('hex');
    expect(Buffer.from(await sha256(parts)).toString('hex')).toBe(whole);
  });

  it('does not mix texts that are hashed at the same time', async () => {
    const hashes = await Promise.all([sha256(['one\n', 'é']), sha256(['two'])]);
    expect(hashes).toEqual([await sha256(['one\né']), await sha256(['t', 'wo'])]);
  });
});
