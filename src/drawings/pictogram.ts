import type { FamilyCode } from '../domain/engagement/mission.ts';
import { coordinate } from './svg-text.ts';

/** One sign for each family of missions, in a square of 100 units. Holes are cut by the even-odd rule, so
 *  that a sign needs no ground of its own. */
const SIGNS: Readonly<Record<FamilyCode, string>> = {
  // A tall figure beside a small one: to accompany.
  A: 'M19 23a17 17 0 1 0 34 0a17 17 0 1 0-34 0ZM5 92V74a31 28 0 0 1 54-17Q54 65 54 76V92ZM64 50a13 13 0 1 0 26 0a13 13 0 1 0-26 0ZM60 92V83a18 17 0 0 1 36 0V92Z',
  // A lamp: to advise.
  B: 'M50 5a33 33 0 0 0-19 60q4 4 4 9h30q0-5 4-9A33 33 0 0 0 50 5ZM36 79h28v7H36ZM40 90h20v7H40Z',
  // A screen and its pointer: to look after the tools.
  C: 'M14 11H86a9 9 0 0 1 9 9V64a9 9 0 0 1-9 9H59V83H74V92H26V83H41V73H14a9 9 0 0 1-9-9V20a9 9 0 0 1 9-9ZM17 22V62H83V22ZM42 26L66 43L55 46L61 56L54 60L48 50L42 58Z',
  // A megaphone: to communicate.
  D: 'M8 37H30L72 14V82L30 60H8ZM19 65H39L45 92H28ZM79 35q11 13 0 27l8 6q17-20 0-39Z',
  // An open book: to keep learning.
  E: 'M3 19q27-8 44 6V88q-17-12-44-6ZM97 19q-27-8-44 6V88q17-12 44-6Z',
};

export interface PictogramPlace {
  /** The middle of the sign. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  /** True to draw only its outline, in the colour of `fill`. */
  readonly hollow?: boolean | undefined;
}

/** The sign of a family of missions. */
export function pictogram(family: FamilyCode, { x, y, size, fill, hollow }: PictogramPlace): string {
  const scale = size / 100;
  const move = `translate(${coordinate(x - size / 2)} ${coordinate(y - size / 2)}) scale(${Number(scale.toFixed(3))})`;
  const paint = hollow
    ? `fill="none" stroke="${fill}" stroke-width="${coordinate(14 / scale)}" stroke-linejoin="round"`
    : `fill="${fill}" fill-rule="evenodd"`;
  return `<path transform="${move}" d="${SIGNS[family]}" ${paint}/>`;
}
