import { coordinate } from './svg-text.ts';

/** FNV-1a with 32 bits. It spreads the shapes and needs no resistance to collisions. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  // Without this step, the last characters would change only the lowest bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

const SLOPES = 6;

export interface HorizonPlace {
  readonly base: number;
  readonly half: number;
  /** Height of the highest peak. */
  readonly height: number;
  readonly fill: string;
}

/** A line of hills behind the motif. Its shape follows from `seed` alone, so all forms of one badge have the
 *  same hills. */
export function horizon(seed: string, { base, half, height, fill }: HorizonPlace): string {
  const bits = spread(seed);
  const step = (2 * half) / (SLOPES + 1);
  const points = Array.from({ length: SLOPES }, (_, index) => {
    const share = ((bits >>> (5 * index)) & 31) / 31;
    // Peaks and valleys alternate, so that the line always looks like hills.
    const up = index % 2 === 0 ? 0.5 + 0.5 * share : 0.12 + 0.3 * share;
    return `L${coordinate(256 - half + step * (index + 1))} ${coordinate(base - height * up)}`;
  });
  return `<path d="M${256 - half} ${base}${points.join('')}L${256 + half} ${base}Z" fill="${fill}"/>`;
}
