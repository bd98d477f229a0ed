import { lettering, letteringWidth } from './lettering.ts';
import { PAPER } from './palette.ts';

const HEIGHT = 33;
/** A name that would be smaller on one line stands on two. */
const SMALLEST = 21;

/** The office that gives the badge, in one line or, where it is long, in two. */
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

/** The words in two lines, as equal in width as they can be. */
function halves(words: readonly string[]): readonly [string, string] {
  const cuts = words.slice(1).map((_, index) => {
    const [first, second] = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
    return { first, second, widest: Math.max(letteringWidth(first, 1), letteringWidth(second, 1)) };
  });
  const [best] = cuts.toSorted((a, b) => a.widest - b.widest);
  return best ? [best.first, best.second] : [words.join(' '), ''];
}
