import { describe, expect, it } from 'vitest';
import type { BadgePicture } from '../../src/drawings/badge-picture.ts';
import { type RecordPicture, recordBadgesSvg, recordSvg } from '../../src/drawings/record-svg.ts';
import { badgeStyle } from '../support/office.ts';

const BADGE: BadgePicture = {
  look: badgeStyle,
  drawing: { kind: 'rings', rings: 3 },
  lit: ['A'],
  office: 'DANE',
};

const record = (total: number, more: Partial<RecordPicture> = {}): RecordPicture => ({
  title: 'Relevé',
  description: 'Les badges.',
  issuer: 'Délivré par la DANE',
  heading: 'Claire Dupont',
  words: `${total} badges`,
  footer: 'jalon.test',
  badges: Array.from({ length: total }, () => BADGE),
  ...more,
});

/** Left, top and side of each badge. */
const placesIn = (svg: string) =>
  [...svg.matchAll(/<g transform="translate\(([\d.-]+) ([\d.-]+)\) scale\(([\d.]+)\)">/g)].map(
    ([, left, top, scale]) => ({ left: Number(left), top: Number(top), side: Number(scale) * 512 }),
  );

describe('the picture of a record', () => {
  it.each([1, 2, 3, 5, 8, 16])(
    'shows %i badges side by side, none over another and none outside',
    (total) => {
      for (const [svg, from, to] of [
        [recordSvg(record(total)), 250, 996],
        [recordBadgesSvg(record(total)), 0, 1080],
      ] as const) {
        const places = placesIn(svg);
        expect(places).toHaveLength(total);
        for (const [at, { left, top, side }] of places.entries()) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + side).toBeLessThanOrEqual(1080);
          expect(top).toBeGreaterThanOrEqual(from);
          expect(top + side).toBeLessThanOrEqual(to);
          for (const other of places.slice(at + 1)) {
            expect(Math.max(Math.abs(left - other.left), Math.abs(top - other.top))).toBeGreaterThanOrEqual(
              side,
            );
          }
        }
      }
    },
  );

  it('draws the first sixteen of many, and gives their number', () => {
    const svg = recordSvg(record(40));
    expect(placesIn(svg)).toHaveLength(16);
    expect(svg).toContain('>40 badges</text>');
  });

  it('writes a long name whole in smaller letters, as text and never as SVG', () => {
    const heading = 'Marie-Antoinette de <Saint-Exupéry-La Rochefoucauld>';
    const svg = recordSvg(record(1, { heading }));
    expect(svg).toContain('>Marie-Antoinette de &lt;Saint-Exupéry-La Rochefoucauld&gt;</text>');
  });
});
