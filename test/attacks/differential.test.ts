import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../canonical/compare.ts';

const DOCUMENTS = 4000;

describe('compiled contexts and the stock library', () => {
  it('give the same bytes for thousands of generated documents, half of them hostile', async () => {
    const counts = await compareDocuments(DOCUMENTS, 1);
    expect(counts.differing).toEqual([]);
    expect(counts.equal).toBeGreaterThanOrEqual(DOCUMENTS / 2);
    expect(counts.equal + counts.leftToLibrary + counts.refusedByBoth).toBe(DOCUMENTS);
  }, 300_000);
});
