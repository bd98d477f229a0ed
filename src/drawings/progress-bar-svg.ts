import { PAPER, STONE_EDGE, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';

export interface ProgressBarSvg {
  /** The requirement in words. */
  readonly title: string;
  /** The figures in words. */
  readonly description: string;
  /** Undefined if there is no record at all; the bar is then a dashed outline. */
  readonly found: number | undefined;
  /** Must be above 0. */
  readonly required: number;
}

const WIDTH = 220;
const HEIGHT = 20;
/** The room of the bar. It is full where the requirement is met, whatever the figure beyond. */
const ROOM = WIDTH - 4;
// A page defines the colours of its theme. Elsewhere the drawing uses its own.
const FILL = `var(--jalon-action, ${TEAL})`;
const EDGE = `var(--jalon-edge, ${STONE_EDGE})`;
const GROUND = `var(--jalon-sheet, ${PAPER})`;

/** The bar of one requirement: solid up to the part that is found; full, with a tick, where it is met. */
export function progressBarSvg({ title, description, found, required }: ProgressBarSvg): string {
  const part = Math.min(1, Math.max(0, (found ?? 0) / required));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" class="progress-bar">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    `<rect x="1" y="4" width="${WIDTH - 2}" height="12" rx="3" fill="${GROUND}" stroke="${EDGE}" stroke-width="1.5"${found === undefined ? ' stroke-dasharray="5 4"' : ''}/>`,
    part > 0
      ? `<rect x="2" y="5" width="${coordinate(part * ROOM)}" height="10" rx="2" fill="${FILL}"/>`
      : '',
    part === 1
      ? `<path d="m${WIDTH - 18} 10 4 3 7-7" fill="none" stroke="${GROUND}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`
      : '',
    '</svg>',
  ].join('');
}
