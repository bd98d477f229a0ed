import { describe, expect, it } from 'vitest';
import { coverageSvg } from '../../src/drawings/coverage-svg.ts';
import { type BarSlice, stackedBarSvg } from '../../src/drawings/stacked-bar-svg.ts';

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text);
const heights = (svg: string) =>
  [...svg.matchAll(/height="([\d.]+)" fill="var\(--jalon-action/g)].map(([, height]) => Number(height));

describe('the drawing of coverage', () => {
  const cell = (share: number, count: string) => ({ share, count, shareLabel: `${share * 100} %` });
  const svg = coverageSvg({
    title: 'Couverture',
    description: 'Par département',
    columns: ['A', 'B'],
    rows: [
      { label: 'Côte-d’Or <21>', cells: [cell(0.5, '4'), cell(0, '0')] },
      { label: 'Académie', total: true, cells: [cell(1, '9'), cell(0.25, '2')] },
    ],
  });

  it('shows the figure and the share of every cell, under its family and its département', () => {
    expect(texts(svg)).toEqual([
      'A',
      'B',
      'Côte-d’Or &lt;21&gt;',
      '4',
      '50 %',
      '0',
      '0 %',
      'Académie',
      '9',
      '100 %',
      '2',
      '25 %',
    ]);
    expect(svg).toContain('<title>Couverture</title><desc>Par département</desc>');
  });

  it('shows the note of a column below its title', () => {
    const noted = coverageSvg({
      title: 'T',
      description: 'D',
      columns: ['2025-2026', '2026-2027'],
      rows: [],
      notes: ['calculé', undefined],
    });
    expect(texts(noted)).toEqual(['2025-2026', '2026-2027', 'calculé']);
  });

  it('fills a gauge next to each figure with the share', () => {
    const [half = 0, none, whole = 0, quarter = 0] = heights(svg);
    expect(none).toBe(0);
    expect(half / whole).toBeCloseTo(0.5);
    expect(quarter / whole).toBeCloseTo(0.25);
  });
});

describe('the drawing of parts', () => {
  const parts: readonly BarSlice[] = [
    { label: 'Répondu', count: 3, pattern: 'solid' },
    { label: 'Rappelé', count: 0, pattern: 'dotted' },
    { label: 'Sans réponse', count: 1, pattern: 'hatched' },
  ];
  const draw = (drawn: readonly BarSlice[]) =>
    stackedBarSvg({ title: 'Réponses', description: 'Parts', parts: drawn });
  const widths = (svg: string) =>
    [...svg.matchAll(/y="2" width="([\d.]+)"/g)].map(([, width]) => Number(width));

  it('divides a bar by the figures, and names each with its words', () => {
    const [answered = 0, silent = 0] = widths(draw(parts));
    expect(widths(draw(parts))).toHaveLength(2);
    expect(answered / silent).toBeCloseTo(3);
    expect(texts(draw(parts)).map((text) => text?.replace(/<[^>]+>/g, ''))).toEqual([
      '3 Répondu',
      '0 Rappelé',
      '1 Sans réponse',
    ]);
  });

  it('of nothing is an empty bar', () => {
    expect(widths(draw(parts.map((part) => ({ ...part, count: 0 }))))).toEqual([]);
  });
});
