import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { opaquePng } from '../../src/open-badges/baking/opaque-png.ts';
import { drawingPng } from '../../src/open-badges/baking/write-png.ts';

const SIDE = 100;

/** A square of opaque pixels, with the colour that each number of a pixel gives. */
function draw(colourOf: (pixel: number) => readonly [number, number, number, number]): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE }).reduce<Uint8Array>(
    (pixels, _, at) => {
      pixels.set(colourOf(at), at * 4);
      return pixels;
    },
    new Uint8Array(SIDE * SIDE * 4),
  );
}

const read = (png: Uint8Array) => PNG.sync.read(Buffer.from(png));
/** The colour type in the header (PNG §11.2.1). */
const colourType = (png: Uint8Array) => png[25];
const [PALETTE, RGB, RGBA] = [3, 2, 6];

describe('a drawing as PNG', () => {
  it('has a palette and the very same pixels where it has 256 colours', async () => {
    const pixels = draw((at) => [at % 256, 7, 255 - (at % 256), 255]);
    const png = await drawingPng(pixels, SIDE);
    expect(colourType(png)).toBe(PALETTE);
    expect(read(png).data.equals(Buffer.from(pixels))).toBe(true);
  });

  it('keeps how transparent each colour is', async () => {
    // Renderers multiply each colour by its alpha; PNG does not.
    const png = await drawingPng(
      draw((at) => (at % 3 === 0 ? [0, 0, 0, 0] : at % 3 === 1 ? [64, 32, 0, 128] : [9, 9, 9, 255])),
      SIDE,
    );
    expect(colourType(png)).toBe(PALETTE);
    expect([...read(png).data.subarray(0, 12)]).toEqual([0, 0, 0, 0, 128, 64, 0, 128, 9, 9, 9, 255]);
  });

  it('gives a few pixels of rare colours the nearest one', async () => {
    const pixels = draw((at) => (at < 9 ? [250, at, 1, 255] : [at % 250, 200, 1, 255]));
    const png = await drawingPng(pixels, SIDE);
    expect(colourType(png)).toBe(PALETTE);
    const { data } = read(png);
    const apart = data.map((value, at) => Math.abs(value - (pixels[at] ?? 0)));
    expect(apart.filter((one) => one > 0).length).toBeGreaterThan(0);
    expect(apart.filter((one) => one > 0).length).toBeLessThan(9);
    expect(Math.max(...apart)).toBeLessThan(9);
  });

  it('has no palette where many pixels would change', async () => {
    for (const colours of [300, 5000]) {
      const pixels = draw((at) => [at % 250, Math.floor((at % colours) / 250), 1, 255]);
      const png = await drawingPng(pixels, SIDE);
      expect(colourType(png)).toBe(RGBA);
      expect(read(png).data.equals(Buffer.from(pixels))).toBe(true);
    }
  });
});

describe('a drawing on white', () => {
  it('is opaque, with a palette and without', async () => {
    const see = (at: number) => [at % 3 === 0 ? 0 : 64, 0, 0, at % 3 === 0 ? 0 : 128] as const;
    const few = await opaquePng(await drawingPng(draw(see), SIDE));
    expect(colourType(few)).toBe(PALETTE);
    const many = await opaquePng(
      await drawingPng(
        draw((at) => (at < 6 ? see(at) : [at % 250, Math.floor(at / 250), 0, 255])),
        SIDE,
      ),
    );
    expect(colourType(many)).toBe(RGB);
    for (const png of [few, many]) {
      expect([...read(png).data.subarray(0, 8)]).toEqual([255, 255, 255, 255, 191, 127, 127, 255]);
    }
  });
});
