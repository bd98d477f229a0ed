import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { makeNodeRasteriser } from '../../src/adapters/rasterising/resvg.node.ts';
import { badgeSvg } from '../../src/drawings/badge-svg.ts';
import { ogCardSvg } from '../../src/drawings/og-card-svg.ts';

const rasteriser = makeNodeRasteriser();
const drawing = { kind: 'rings', rings: 3 } as const;

function greyAt(png: PNG, x: number, y: number): number {
  const at = (y * png.width + x) * 4;
  const [r = 0, g = 0, b = 0] = png.data.subarray(at, at + 3);
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

describe('the rasteriser', () => {
  it('draws a badge at 64 pixels whose lit and unlit segments differ in grey', async () => {
    const svg = badgeSvg({ drawing, lit: ['A'], title: 'é', description: 'd' });
    const png = PNG.sync.read(Buffer.from(await rasteriser.toPng(svg, 64)));
    expect([png.width, png.height]).toEqual([64, 64]);
    const [lit, unlit] = [greyAt(png, 13, 50), greyAt(png, 51, 50)];
    expect(unlit - lit).toBeGreaterThan(100);
    // Transparent around the stone.
    expect(png.data[3]).toBe(0);
  });

  it('draws a card of 1200 × 630 with its words', async () => {
    const card = {
      title: 'RUPN confirmé·e',
      subtitle: 's',
      issuer: 'DANE',
      footer: 'f',
      badge: { drawing, lit: [] },
    };
    const withWords = await rasteriser.toPng(ogCardSvg(card), 1200);
    const png = PNG.sync.read(Buffer.from(withWords));
    expect([png.width, png.height]).toEqual([1200, 630]);
    const without = await rasteriser.toPng(ogCardSvg({ ...card, title: '' }), 1200);
    expect(Buffer.compare(withWords, without)).not.toBe(0);
  });

  it('refuses what is not SVG', async () => {
    await expect(rasteriser.toPng('<p>no</p>', 10)).rejects.toThrow();
  });
});
