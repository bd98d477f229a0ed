import { coordinate } from './svg-text.ts';

/** Drawn solid, hatched or dashed. */
export type BarState = 'confirmed' | 'requested' | 'contested';

/** The place of a bar, in pixels. */
export interface BarBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A bar of a timeline: solid where confirmed, hatched where requested, dashed where contested. */
export function timelineBar({ left, top, width, height }: BarBox, state: BarState, colour: string): string {
  const box = `x="${coordinate(left)}" y="${coordinate(top)}" width="${coordinate(width)}" height="${coordinate(height)}" rx="3"`;
  if (state === 'confirmed') return `<rect ${box} fill="${colour}"/>`;
  const edge = `fill="none" stroke="${colour}" stroke-width="2"`;
  if (state === 'contested') return `<rect ${box} ${edge} stroke-dasharray="5 4"/>`;
  return `<rect ${box} ${edge}/><path d="${hatching({ left, right: left + width, top, height })}" ${edge}/>`;
}

/** Slanting lines inside a bar. An SVG pattern would need an id, which may already exist in the page. */
function hatching(box: { left: number; right: number; top: number; height: number }): string {
  const { left, right, top, height } = box;
  const bottom = top + height;
  let path = '';
  for (let foot = left - height + 8; foot < right; foot += 8) {
    const fromX = Math.max(foot, left);
    const toX = Math.min(foot + height, right);
    path += `M${coordinate(fromX)} ${coordinate(bottom - (fromX - foot))}L${coordinate(toX)} ${coordinate(Math.max(top, bottom - (toX - foot)))}`;
  }
  return path;
}
