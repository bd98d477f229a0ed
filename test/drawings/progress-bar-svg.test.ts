import { describe, expect, it } from 'vitest';
import { progressBarSvg } from '../../src/drawings/progress-bar-svg.ts';
import { timelineSvg } from '../../src/drawings/timeline-svg.ts';

const WORDS = { title: 'Heures <12>', description: '10 sur 12 h' };
const barWidth = (svg: string) => Number(/<rect x="2"[^>]*width="([\d.]+)"/.exec(svg)?.[1] ?? 0);

describe('the drawing of one requirement', () => {
  it('says its words, escaped, to those who do not see it', () => {
    const svg = progressBarSvg({ ...WORDS, found: 10, required: 12 });
    expect(svg).toContain('<title>Heures &lt;12&gt;</title><desc>10 sur 12 h</desc>');
  });

  it('is as long as what is found: up to the mark, and no further than its frame', () => {
    const [none, half, all, much] = [0, 6, 12, 1200].map((found) =>
      barWidth(progressBarSvg({ ...WORDS, found, required: 12 })),
    );
    expect([none, half, all]).toEqual([0, 90, 180]);
    expect(much).toBeLessThan(220);
  });
});

describe('the timeline', () => {
  it('gives each school of a shared year a row of its own', () => {
    const bars = [0, 1].map((index) => {
      return { from: 0, to: 1, state: 'confirmed' as const, lane: { index, count: 2 } };
    });
    const years = [{ label: '2025-2026', value: 1 as const, valueLabel: '1', bars }];
    const tops = [...timelineSvg({ ...WORDS, years }).matchAll(/<rect [^>]*y="([\d.]+)"/g)].map(([, y]) => y);
    expect(new Set(tops).size).toBe(2);
  });
});
