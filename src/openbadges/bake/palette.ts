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
  /** For each pixel, the number of its colour. */
  readonly numbers: Uint8Array;
}

/** The picture with a palette; undefined where it has too many colours. `pixels` are RGBA. */
export function toPalette(pixels: Uint8Array): PalettePicture | undefined {
  const counted = countColours(wordsOf(pixels));
  if (!counted) return undefined;
  const { found, counts, numbers } = counted;
  const byUse = found.map((_, number) => number).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const rarePixels = byUse.slice(MOST).reduce((sum, number) => sum + (counts[number] ?? 0), 0);
  if (rarePixels * RARE > numbers.length) return undefined;
  const all = new Uint8Array(Uint32Array.from(found).buffer);
  const alphaOf = (number: number) => all[4 * number + 3] ?? 0;
  const kept = byUse.slice(0, MOST).toSorted((a, b) => alphaOf(a) - alphaOf(b));
  const place = new Uint8Array(found.length);
  for (const [at, number] of kept.entries()) place[number] = at;
  for (const number of byUse.slice(MOST)) place[number] = place[nearest(all, number, kept)] ?? 0;
  const colours = Uint8Array.from(kept.flatMap((number) => [...all.subarray(4 * number, 4 * number + 4)]));
  return { colours, numbers: toPlaces(numbers, place) };
}

/** Each pixel as one number. */
function wordsOf(pixels: Uint8Array): Uint32Array {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

interface Counted {
  readonly found: readonly number[];
  readonly counts: Uint32Array;
  readonly numbers: Uint16Array;
}

/** Numbers the colours in the order in which they come; undefined where there are too many. Most pixels have the
 *  colour of the one before. */
function countColours(words: Uint32Array): Counted | undefined {
  const known = new Map<number, number>();
  const counts = new Uint32Array(MOST_COUNTED);
  const numbers = new Uint16Array(words.length);
  let last = -1;
  let number = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    if (word !== last) {
      last = word;
      number = known.get(word) ?? known.size;
      if (number === known.size) known.set(word, number);
      if (number >= MOST_COUNTED) return undefined;
    }
    counts[number] = (counts[number] ?? 0) + 1;
    numbers[at] = number;
  }
  return { found: [...known.keys()], counts, numbers };
}

/** The place of each number. A loop: `Uint8Array.from` takes as long as the whole drawing. */
function toPlaces(numbers: Uint16Array, place: Uint8Array): Uint8Array {
  const places = new Uint8Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) places[at] = place[numbers[at] as number] as number;
  return places;
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
