import { describe, expect, it } from 'vitest';
import { progressBarSvg } from '../../src/drawings/progress-bar-svg.ts';

const TEXTS = { title: 'Heures <12>', description: '10 sur 12 h' };
const barWidth = (svg: string) => Number(/<rect x="2"[^>]*width="([\d.]+)"/.exec(svg)?.[1] ?? 0);

describe('the drawing of one requirement', () => {
  it('gives its words, escaped, to people who do not see it', () => {
    const svg = progressBarSvg({ ...TEXTS, found: 10, required: 12 });
    expect(svg).toContain('<title>Heures &lt;12&gt;</title><desc>10 sur 12 h</desc>');
  });

  it('is full and ticked where the requirement is met, and half where half of it is found', () => {
    const drawn = (found: number) => progressBarSvg({ ...TEXTS, found, required: 12 });
    const [none, half, all, much] = [0, 6, 12, 1200].map((found) => barWidth(drawn(found)));
    expect([none, half, all, much]).toEqual([0, 108, 216, 216]);
    expect([drawn(6), drawn(12)].map((svg) => svg.includes('<path'))).toEqual([false, true]);
  });
});
