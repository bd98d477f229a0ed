import { Resvg } from '@resvg/resvg-wasm';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { makeNodeRasteriser } from '../../src/adapters/rasterizer/resvg.node.ts';
import { badgeSvg } from '../../src/drawings/badge-svg.ts';
import { ogCardSvg } from '../../src/drawings/og-card-svg.ts';
import { badgeStyle, FAMILY_CODES } from '../support/office.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

const rasteriser = makeNodeRasteriser();
const drawing = { kind: 'rings', rings: 3 } as const;

const KINDS = [
  { kind: 'rings', rings: 1 },
  drawing,
  { kind: 'rings', rings: 5 },
  { kind: 'family', family: 'A' },
  { kind: 'family', family: 'B' },
  { kind: 'family', family: 'C' },
  { kind: 'family', family: 'D' },
  { kind: 'family', family: 'E' },
  { kind: 'team' },
] as const;

/** The drawing without colour, on white. */
async function greyOf(kind: (typeof KINDS)[number], size: number): Promise<readonly number[]> {
  const lit = FAMILY_CODES;
  const svg = badgeSvg({
    look: badgeStyle,
    drawing: kind,
    lit,
    office: 'DANE',
    title: 't',
    description: 'd',
    size,
  });
  const { data } = PNG.sync.read(Buffer.from(await rasteriser.toPng(svg, size)));
  return Array.from({ length: size * size }, (_, index) => {
    const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(index * 4, index * 4 + 4);
    const share = alpha / 255;
    return (0.299 * r + 0.587 * g + 0.114 * b) * share + 255 * (1 - share);
  });
}

describe('the rasteriser', () => {
  it.each([32, 64, 128, 600])(
    'draws every badge unlike the others in grey, at %i pixels',
    { timeout: MUCH_WORK_MS },
    async (size) => {
      const greys = await Promise.all(KINDS.map((kind) => greyOf(kind, size)));
      for (const [index, one] of greys.entries()) {
        for (const other of greys.slice(index + 1)) {
          // The share of the square that clearly differs.
          const apart = one.filter((grey, at) => Math.abs(grey - (other[at] ?? 0)) > 60).length;
          expect(apart / one.length).toBeGreaterThan(0.02);
        }
      }
    },
  );

  it.each([
    [64, 0],
    [600, 1 / 1000],
  ])('writes the pixels of the library in fewer bytes, at %i pixels', async (size, mostRare) => {
    const svg = badgeSvg({
      look: badgeStyle,
      drawing,
      lit: ['A', 'C'],
      office: '',
      title: 't',
      description: 'd',
      size,
    });
    const ours = Buffer.from(await rasteriser.toPng(svg, size));
    const image = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
    const theirs = Buffer.from(image.asPng());
    const [written, drawn] = [ours, theirs].map((png) => PNG.sync.read(png).data);
    const apart = drawn?.map((value, at) => Math.abs(value - (written?.[at] ?? 0))) ?? [];
    // Where a palette has no room for all colours, a few pixels on edges take the nearest one.
    expect(apart.filter((one) => one > 0).length / (size * size)).toBeLessThanOrEqual(mostRare);
    expect(apart.filter((one) => one >= 32)).toHaveLength(0);
    expect(ours.length).toBeLessThan(theirs.length * 0.6);
  });

  it('leaves the square transparent around the plate', async () => {
    const svg = badgeSvg({
      look: badgeStyle,
      drawing,
      lit: ['A'],
      office: 'DANE',
      title: 'é',
      description: 'd',
      size: 64,
    });
    const png = PNG.sync.read(Buffer.from(await rasteriser.toPng(svg, 64)));
    expect([png.width, png.height, png.data[3]]).toEqual([64, 64, 0]);
  });

  it('draws a card of 1200 × 630 with its words', async () => {
    const card = {
      title: 'RUPN confirmé·e',
      subtitle: 's',
      issuer: 'DANE',
      footer: 'f',
      badge: { look: badgeStyle, drawing, lit: [], office: 'DANE' },
    };
    const withTexts = await rasteriser.toPng(ogCardSvg(card), 1200);
    const png = PNG.sync.read(Buffer.from(withTexts));
    expect([png.width, png.height]).toEqual([1200, 630]);
    const without = await rasteriser.toPng(ogCardSvg({ ...card, title: '' }), 1200);
    expect(Buffer.compare(withTexts, without)).not.toBe(0);
  });

  it('draws a square card of 1080 × 1080', async () => {
    const badge = { look: badgeStyle, drawing, lit: [], office: 'DANE' };
    const svg = ogCardSvg({ title: 't', subtitle: 's', issuer: 'i', footer: 'f', badge }, 'square');
    const png = PNG.sync.read(Buffer.from(await rasteriser.toPng(svg, 1080)));
    expect([png.width, png.height]).toEqual([1080, 1080]);
  });

  it('refuses a text that is not SVG', async () => {
    await expect(rasteriser.toPng('<p>no</p>', 10)).rejects.toThrow();
  });
});
