/** The most colours in the palette of a PNG (PNG §11.2.2). */
const MOST = 256;
/** A drawing with more colours than this is like a photograph, for which a palette is wrong. */
const MOST_COUNTED = 1024;
/** Of the pixels, at most one in this number takes the nearest colour, when there are too many for a palette: single
 *  pixels on the edges of shapes, which no eye tells apart. */
const RARE = 1000;

/** A drawing by the numbers of its colours. */
export interface PalettePicture {
  /** Each colour once: red, green, blue and alpha, as the pixels were given. Transparent ones come first. */
  readonly colours: Uint8Array;
  /** For each row a zero, the mark of a row without a filter (PNG §9.2), then the number of the colour of each
   *  pixel. */
  readonly lines: Uint8Array;
}

/** The picture with a palette; undefined where it has too many colours. `pixels` are RGBA. */
export function toPalette(pixels: Uint8Array, width: number): PalettePicture | undefined {
  const words = wordsOf(pixels);
  const counted = countColours(words, width);
  if (!counted) return undefined;
  const { found, counts, runs } = counted;
  const byUse = found.map((_, number) => number).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const rarePixels = byUse.slice(MOST).reduce((sum, number) => sum + (counts[number] ?? 0), 0);
  if (rarePixels * RARE > words.length) return undefined;
  const all = new Uint8Array(Uint32Array.from(found).buffer);
  const alphaOf = (number: number) => all[4 * number + 3] ?? 0;
  const kept = byUse.slice(0, MOST).toSorted((a, b) => alphaOf(a) - alphaOf(b));
  const place = new Uint8Array(found.length);
  for (const [at, number] of kept.entries()) place[number] = at;
  for (const number of byUse.slice(MOST)) place[number] = place[nearest(all, number, kept)] ?? 0;
  return {
    colours: Uint8Array.from(kept.flatMap((number) => [...all.subarray(4 * number, 4 * number + 4)])),
    lines: toLines(runs, place, { width, height: words.length / width }),
  };
}

/** Each pixel as one number. */
function wordsOf(pixels: Uint8Array): Uint32Array {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

interface Counted {
  readonly found: readonly number[];
  /** Pixels of each colour. */
  readonly counts: Uint32Array;
  /** Pixels of one colour beside each other: the number of the colour, and how many they are. */
  readonly runs: readonly number[];
}

/** Numbers the colours in the order in which they come; undefined where there are too many. Flat drawings have long
 *  runs, so few pixels are looked up. */
function countColours(words: Uint32Array, width: number): Counted | undefined {
  const known = new Map<number, number>();
  const counts = new Uint32Array(MOST_COUNTED);
  const runs: number[] = [];
  let rowEnd = width;
  for (let at = 0; at < words.length; ) {
    const word = words[at] as number;
    let end = at + 1;
    while (end < rowEnd && words[end] === word) end += 1;
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
function toLines(
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
function nearest(all: Uint8Array, number: number, kept: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const other of kept) {
    let apart = 0;
    for (let c = 0; c < 4; c += 1) apart += ((all[4 * number + c] ?? 0) - (all[4 * other + c] ?? 0)) ** 2;
    if (apart < least) {
      least = apart;
      best = other;
    }
  }
  return best;
}
