import { CAP_HEIGHT, LETTER_SHAPES } from './letter-shapes.ts';
import { coordinate } from './svg-text.ts';

export interface LetterPlace {
  /** The horizontal and vertical centre of the letter. */
  readonly x: number;
  readonly y: number;
  /** Height of the capital. */
  readonly height: number;
  readonly fill: string;
}

/** One engraved capital; empty where there is no outline for the character. */
export function letter(character: string, place: LetterPlace): string {
  return letters(character, place);
}

/** A short word in engraved capitals, centred and slightly spaced. */
export function letters(word: string, { x, y, height, fill }: LetterPlace): string {
  const scale = height / CAP_HEIGHT;
  const spacing = 60;
  const shapes = [...word].flatMap((character) => LETTER_SHAPES[character] ?? []);
  const width = shapes.reduce((sum, shape) => sum + shape.advance, spacing * (shapes.length - 1)) * scale;
  let left = x - width / 2;
  const paths = shapes.map((shape) => {
    const move = `translate(${coordinate(left)} ${coordinate(y + height / 2)}) scale(${scale.toFixed(4)})`;
    left += (shape.advance + spacing) * scale;
    return `<path transform="${move}" d="${shape.path}"/>`;
  });
  return `<g fill="${fill}">${paths.join('')}</g>`;
}
