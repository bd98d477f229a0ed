import { describe, expect, it } from 'vitest';
import type { RowOptions } from '../../bench/measuring/row.ts';
import { ROWS } from '../../bench/rows.ts';

/** One round of one operation: it only checks that the row still works and that its own comparisons hold. */
const ONCE: RowOptions = { rounds: 1, blockMs: 0, full: false, note: () => {} };

describe('each row of the bench', () => {
  it.each(ROWS.filter(({ startsPrograms }) => !startsPrograms).map((row) => [row.name, row] as const))(
    '%s still measures its own subject',
    async (_name, row) => {
      const findings = await row.measure(ONCE);
      expect(findings.length).toBeGreaterThan(0);
      for (const { value, detail } of findings) {
        expect(value).toBeGreaterThan(0);
        expect(Number.isFinite(value)).toBe(true);
        expect(detail).not.toBe('');
      }
    },
  );

  it('has its own name, and states what is counted and what is not', () => {
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
    for (const { includes, excludes } of ROWS) {
      expect(includes).toMatch(/^[A-Z`].+\.$/s);
      expect(excludes).toMatch(/^[A-Z`].+\.$/s);
    }
  });
});
