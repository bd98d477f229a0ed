import { compress, joinBytes } from './compression.ts';
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

/** The most colours in the palette of a PNG (PNG §11.2.2). */
const MOST = 256;

/** A drawing with more colours than this is like a photograph, for which a palette is wrong. */
const MOST_COUNTED = 1024;

/** Of the pixels, at most one in this number takes the nearest colour, when there are too many for a palette: single
 *  pixels on the edges of shapes, which no eye tells apart. */
const RARE = 1000;

/** A drawing by the numbers of its colours. */
interface PalettePicture {
  /** Each colour once: red, green, blue and alpha, as the pixels were given. Transparent ones come first. */
  readonly colours: Uint8Array;
  /** For each row a zero, the mark of a row without a filter (PNG §9.2), then the number of the colour of each
   *  pixel. */
  readonly lines: Uint8Array;
}

/** The picture with a palette; undefined if it has too many colours. `pixels` are RGBA. */
function toPalette(pixels: Uint8Array, width: number): PalettePicture | undefined {
  const texts = toPixelNumbers(pixels);
  const counted = countColours(texts, width);
  if (!counted) return undefined;
  const { found, counts, runs } = counted;
  const byUse = found.map((_, number) => number).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const rarePixels = byUse.slice(MOST).reduce((sum, number) => sum + (counts[number] ?? 0), 0);
  if (rarePixels * RARE > texts.length) return undefined;
  const all = new Uint8Array(Uint32Array.from(found).buffer);
  const alphaOf = (number: number) => all[4 * number + 3] ?? 0;
  const saved = byUse.slice(0, MOST).toSorted((a, b) => alphaOf(a) - alphaOf(b));
  const place = new Uint8Array(found.length);
  for (const [at, number] of saved.entries()) place[number] = at;
  for (const number of byUse.slice(MOST)) place[number] = place[nearest(all, number, saved)] ?? 0;
  return {
    colours: Uint8Array.from(saved.flatMap((number) => [...all.subarray(4 * number, 4 * number + 4)])),
    lines: toScanLines(runs, place, { width, height: texts.length / width }),
  };
}

/** Each pixel as one number. */
function toPixelNumbers(pixels: Uint8Array): Uint32Array {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

interface Counted {
  readonly found: readonly number[];
  /** Pixels of each colour. */
  readonly counts: Uint32Array;
  /** Pixels of one colour next to each other: the number of the colour, and how many they are. */
  readonly runs: readonly number[];
}

/** Numbers the colours in the order in which they come; undefined if there are too many. Flat drawings have long
 *  runs, so few pixels are looked up. */
function countColours(texts: Uint32Array, width: number): Counted | undefined {
  const known = new Map<number, number>();
  const counts = new Uint32Array(MOST_COUNTED);
  const runs: number[] = [];
  let rowEnd = width;
  for (let at = 0; at < texts.length; ) {
    const word = texts[at] as number;
    let end = at + 1;
    while (end < rowEnd && texts[end] === word) end += 1;
    const number = known.get(word) ?? known.size;
    if (number >= MOST_COUNTED) return undefined;
    if (number === known.size) known.set(word, number);
    counts[number] = (counts[number] as number) + end - at;
    runs.push(number, end - at);
    at = end;
    if (end === rowEnd) rowEnd += width;
  }
  return { found: [...known.keys()], counts, runs };
}

/** The rows, with each colour by its place in the palette. */
function toScanLines(
  runs: readonly number[],
  place: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const lines = new Uint8Array((width + 1) * height);
  let at = 1;
  let left = width;
  for (let run = 0; run < runs.length; run += 2) {
    const length = runs[run + 1] as number;
    const number = place[runs[run] as number] as number;
    if (length === 1) lines[at] = number;
    else lines.fill(number, at, at + length);
    at += length;
    left -= length;
    if (left > 0) continue;
    at += 1;
    left = width;
  }
  return lines;
}

/** The number of the colour of `kept` that differs least from this one. */
function nearest(all: Uint8Array, number: number, saved: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const other of saved) {
    let apart = 0;
    for (let c = 0; c < 4; c += 1) apart += ((all[4 * number + c] ?? 0) - (all[4 * other + c] ?? 0)) ** 2;
    if (apart < least) {
      least = apart;
      best = other;
    }
  }
  return best;
}
