import { describe, expect, it } from 'vitest';
import { progressBarSvg } from '../../src/drawings/progress-bar-svg.ts';

const WORDS = { title: 'Heures <12>', description: '10 sur 12 h' };
const barWidth = (svg: string) => Number(/<rect x="2"[^>]*width="([\d.]+)"/.exec(svg)?.[1] ?? 0);

describe('the drawing of one requirement', () => {
  it('gives its words, escaped, to people who do not see it', () => {
    const svg = progressBarSvg({ ...WORDS, found: 10, required: 12 });
    expect(svg).toContain('<title>Heures &lt;12&gt;</title><desc>10 sur 12 h</desc>');
  });

  it('is as long as the found figure: up to the mark, and not beyond its frame', () => {
    const [none, half, all, much] = [0, 6, 12, 1200].map((found) =>
      barWidth(progressBarSvg({ ...WORDS, found, required: 12 })),
    );
    expect([none, half, all]).toEqual([0, 90, 180]);
    expect(much).toBeLessThan(220);
  });
});
