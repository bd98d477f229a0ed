import { compress, joinBytes } from '../compression.ts';
import { toPalette } from './palette.ts';
import { makePngChunk, PNG_SIGNATURE } from './png-chunk.ts';

/** Colour types of the image header (PNG §11.2.1). */
const COLOURS = { grey: 0, rgb: 2, palette: 3, rgba: 6 } as const;
const RGBA = 4;

export interface PngForm {
  readonly width: number;
  readonly height: number;
  readonly bits: 1 | 8;
  readonly colours: keyof typeof COLOURS;
  /** The colours of a palette, each as red, green, blue and alpha. Transparent ones come first. */
  readonly palette?: Uint8Array;
}

/** A PNG of these lines, not interlaced. Each line begins with its filter (PNG §9.2). */
export async function writePng(form: PngForm, lines: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, form.width);
  view.setUint32(4, form.height);
  header.set([form.bits, COLOURS[form.colours]], 8);
  return joinBytes([
    PNG_SIGNATURE,
    makePngChunk('IHDR', header),
    ...(form.palette ? paletteChunks(form.palette) : []),
    makePngChunk('IDAT', await compress(lines, 'deflate')),
    makePngChunk('IEND', new Uint8Array()),
  ]);
}

/** The colours, and the alpha of those that are not opaque (PNG §11.2.2 and §11.3.1.1). */
function paletteChunks(palette: Uint8Array): readonly Uint8Array[] {
  const alphas = palette.filter((_, at) => at % RGBA === 3);
  const transparent = alphas.subarray(0, alphas.findLastIndex((alpha) => alpha < 255) + 1);
  const colours = makePngChunk(
    'PLTE',
    palette.filter((_, at) => at % RGBA !== 3),
  );
  return transparent.length > 0 ? [colours, makePngChunk('tRNS', transparent)] : [colours];
}

/** A drawing as PNG. `pixels` are RGBA, each colour multiplied by its alpha, as renderers keep them. With a palette,
 *  a drawing takes two thirds of the bytes and a third of the time; one with very many colours is written without.
 *  No filter is used: flat colours become smaller without, and the platform compresses them in half the time of a
 *  module. */
export function drawingPng(pixels: Uint8Array, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const stride = width * RGBA;
  const height = pixels.length / stride;
  const picture = toPalette(pixels, width);
  if (picture) {
    const { colours: palette, lines } = picture;
    undoAlpha(palette);
    return writePng({ width, height, bits: 8, colours: 'palette', palette }, lines);
  }
  const lines = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const line = lines.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    line.set(pixels.subarray(y * stride, (y + 1) * stride));
    undoAlpha(line);
  }
  return writePng({ width, height, bits: 8, colours: 'rgba' }, lines);
}

/** PNG keeps colours that are not multiplied by their alpha (PNG §6.2). */
function undoAlpha(line: Uint8Array): void {
  for (let at = 3; at < line.length; at += RGBA) {
    const alpha = line[at] ?? 0;
    if (alpha === 255 || alpha === 0) continue;
    for (let c = at - 3; c < at; c += 1) line[c] = Math.floor(((line[c] ?? 0) * 255) / alpha + 0.5);
  }
}
