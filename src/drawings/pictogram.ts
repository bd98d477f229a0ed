import type { FamilySign } from '../domain/engagement/mission.ts';
import { coordinate } from './svg-text.ts';

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
export function pictogram(
  { path }: Pick<FamilySign, 'path'>,
  { x, y, size, fill, hollow }: PictogramPlace,
): string {
  const scale = size / 100;
  const move = `translate(${coordinate(x - size / 2)} ${coordinate(y - size / 2)}) scale(${Number(scale.toFixed(3))})`;
  const paint = hollow
    ? `fill="none" stroke="${fill}" stroke-width="${coordinate(14 / scale)}" stroke-linejoin="round"`
    : `fill="${fill}" fill-rule="evenodd"`;
  return `<path transform="${move}" d="${path}" ${paint}/>`;
}
