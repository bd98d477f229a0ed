import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RGAA } from '../../src/texts/fr/public/accessibility.ts';

const GRID = readFileSync(join(import.meta.dirname, '../../docs/accessibility.md'), 'utf8');
const judged = [...GRID.matchAll(/^\| (\d+\.\d+) \| (C|NC|NA|–) \| (.+) \|$/gm)].map(
  ([, criterion = '', verdict = '', reason = '']) => ({ criterion, verdict, reason }),
);

/** Number of criteria of each of the thirteen themes of the RGAA 4.1.2. */
const THEMES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

describe('the grid of the accessibility statement', () => {
  it('judges each criterion of the RGAA once, with a reason', () => {
    const all = THEMES.flatMap((many, theme) =>
      Array.from({ length: many }, (_, at) => `${theme + 1}.${at + 1}`),
    );
    expect(judged.map(({ criterion }) => criterion)).toEqual(all);
  });

  it('has the figures that the page states', () => {
    const applicable = judged.filter(({ verdict }) => verdict !== 'NA');
    const met = applicable.filter(({ verdict }) => verdict === 'C').length;
    expect({ applicable: applicable.length, met }).toEqual({ applicable: RGAA.applicable, met: RGAA.met });
    expect(GRID).toContain(`judged by the team itself on ${RGAA.judgedOn}`);
  });
});
