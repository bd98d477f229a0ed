import { coordinate } from './svg-text.ts';

export interface FigurePlace {
  readonly x: number;
  /** Height of the ground on which it stands. */
  readonly base: number;
  readonly scale: number;
  readonly fill: string;
  /** True to draw only its outline, in the colour of `fill`. */
  readonly hollow?: boolean | undefined;
}

/** A person, from the shoulders up. */
export function figure({ x, base, scale, fill, hollow }: FigurePlace): string {
  const at = (value: number) => coordinate(value * scale);
  const body = `M${coordinate(x - 36 * scale)} ${base}v${-at(34)}a${at(36)} ${at(34)} 0 0 1 ${at(72)} 0v${at(34)}Z`;
  const paint = hollow ? `fill="none" stroke="${fill}" stroke-width="14"` : `fill="${fill}"`;
  return `<path d="${body}" ${paint}/><circle cx="${x}" cy="${coordinate(base - 102 * scale)}" r="${at(27)}" ${paint}/>`;
}
