import { describe, expect, it } from 'vitest';
import { type SchoolEngagement, schoolTimelineSvg } from '../../src/drawings/school-timeline-svg.ts';

const YEARS = ['2023-2024', '2024-2025', '2025-2026', '2026-2027'].map((label) => ({
  label,
  valueLabel: '1',
  ticks: [0.5],
}));
const draw = (segments: readonly SchoolEngagement[], columns = 4) =>
  schoolTimelineSvg({
    title: 'Frise',
    description: 'Années',
    years: YEARS,
    lanes: [{ name: 'Collège <Guyot>', segments }],
    width: 960,
    columns,
  });
const tops = (svg: string) => [...svg.matchAll(/<rect [^>]*y="([\d.]+)"/g)].map(([, y]) => y);

describe('the timeline of schools', () => {
  it('names each school, escaped, and cuts its bar where a year ends', () => {
    const svg = draw([{ from: 0, to: 2.5, state: 'confirmed' }]);
    expect(svg).toContain('Collège &lt;Guyot&gt;');
    expect(svg.match(/<rect /g)).toHaveLength(3);
    expect(new Set(tops(svg)).size).toBe(1);
    expect(svg).toContain('width="961"');
  });

  it('lays bars with common days one under the other, each as high as the others', () => {
    const svg = draw([
      { from: 0, to: 1, state: 'confirmed' },
      { from: 0.5, to: 1, state: 'requested' },
      { from: 1, to: 2, state: 'contested' },
    ]);
    expect(new Set(tops(svg)).size).toBe(2);
    expect(new Set([...svg.matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) => height)).size).toBe(
      1,
    );
  });

  it('continues below where a row is full, with the name of the school again', () => {
    const svg = draw([{ from: 0, to: 4, state: 'confirmed' }], 2);
    expect(svg.match(/Collège &lt;Guyot&gt;/g)).toHaveLength(2);
    expect(draw([{ from: 0, to: 1, state: 'confirmed' }], 2).match(/Collège/g)).toHaveLength(1);
  });
});
