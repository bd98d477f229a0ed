import { longestBeginning } from '../domain/longest-beginning.ts';
import { ACCENT_SHAPES, CAP_HEIGHT, LETTER_SHAPES, SPACE } from './letter-shapes.ts';
import { coordinate } from './svg-text.ts';

export interface LetteringPlace {
  /** The horizontal and vertical middle of the line. */
  readonly x: number;
  readonly y: number;
  /** Height of a capital. It is reduced where the line would be wider than `maxWidth`. */
  readonly height: number;
  readonly maxWidth: number;
  readonly fill: string;
}

/** Space between two letters, in thousandths of an em. */
const SPACING = 34;

/** A letter is never reduced below this share of its height; a longer text is cut instead. */
const SMALLEST = 0.5;

interface Glyph {
  readonly advance: number;
  readonly paths: readonly { readonly path: string; readonly shift: number }[];
}

/** Width of a line at a height of capitals, in the same units. */
export function letteringWidth(text: string, height: number): number {
  return (widthOf(glyphsOf(text)) * height) / CAP_HEIGHT;
}

/** A line of capitals drawn as outlines, centred. A character without an outline is left out. */
export function lettering(text: string, { x, y, height, maxWidth, fill }: LetteringPlace): string {
  const full = height / CAP_HEIGHT;
  const glyphs = cutTo(glyphsOf(text), maxWidth / (full * SMALLEST));
  const scale = Math.min(full, maxWidth / widthOf(glyphs));
  const baseline = coordinate(y + (CAP_HEIGHT * scale) / 2);
  let left = x - (widthOf(glyphs) * scale) / 2;
  const paths = glyphs.flatMap(({ advance, paths: drawn }) => {
    const from = left;
    left += (advance + SPACING) * scale;
    return drawn.map(({ path, shift }) => {
      const move = `translate(${coordinate(from + shift * scale)} ${baseline}) scale(${scale.toFixed(4)})`;
      return `<path transform="${move}" d="${path}"/>`;
    });
  });
  return paths.length === 0 ? '' : `<g fill="${fill}">${paths.join('')}</g>`;
}

function glyphsOf(text: string): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  for (const character of text.toLocaleUpperCase('fr').replaceAll("'", '’').normalize('NFD')) {
    const accent = ACCENT_SHAPES[character];
    const base = glyphs.at(-1);
    if (accent && base) {
      const paths = [...base.paths, { path: accent, shift: base.advance / 2 }];
      glyphs[glyphs.length - 1] = { ...base, paths };
    } else if (/\s/.test(character)) glyphs.push({ advance: SPACE, paths: [] });
    else glyphs.push(...glyphOf(character));
  }
  return glyphs;
}

function glyphOf(character: string): readonly Glyph[] {
  const shape = Object.hasOwn(LETTER_SHAPES, character) ? LETTER_SHAPES[character] : undefined;
  if (shape === undefined) return [];
  const space = shape.indexOf(' ');
  return [{ advance: Number(shape.slice(0, space)), paths: [{ path: shape.slice(space + 1), shift: 0 }] }];
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { advance }) => sum + advance + SPACING, -SPACING);
}

/** The longest beginning that is at most `limit` wide, followed by an ellipsis where the text was cut. */
function cutTo(glyphs: readonly Glyph[], limit: number): readonly Glyph[] {
  if (widthOf(glyphs) <= limit) return glyphs;
  const ellipsis = glyphOf('…');
  const withEllipsis = (count: number) => [...glyphs.slice(0, count), ...ellipsis];
  return withEllipsis(longestBeginning(glyphs.length - 1, (count) => widthOf(withEllipsis(count)) <= limit));
}
