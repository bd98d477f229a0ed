import { describe, expect, it } from 'vitest';
import { progressBarSvg } from '../../src/drawings/progress-bar-svg.ts';

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
