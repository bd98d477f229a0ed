import { lettering, letteringWidth } from './lettering.ts';
import { PAPER } from './palette.ts';

const HEIGHT = 33;
/** A name whose letters would be smaller than this on one line is written on two. */
const SMALLEST = 21;

/** The name of the office that gives the badge, on one line or, where it is long, on two. */
export function officeName(name: string, { y, maxWidth }: { y: number; maxWidth: number }): string {
  const line = { x: 256, maxWidth, fill: PAPER };
  const words = name.split(/\s+/).filter(Boolean);
  if (words.length < 2 || letteringWidth(name, SMALLEST) <= maxWidth) {
    return lettering(name, { ...line, y, height: HEIGHT });
  }
  const [first, second] = halves(words);
  return (
    lettering(first, { ...line, y: y - 15, height: SMALLEST }) +
    lettering(second, { ...line, y: y + 12, height: SMALLEST })
  );
}

/** The words on two lines of nearly equal width. */
function halves(words: readonly string[]): readonly [string, string] {
  const cuts = words.slice(1).map((_, index) => {
    const [first, second] = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    return { first, second, widest: Math.max(letteringWidth(first, 1), letteringWidth(second, 1)) };
  });
  const [best] = cuts.toSorted((a, b) => a.widest - b.widest);
  return best ? [best.first, best.second] : [words.join(' '), ''];
}
