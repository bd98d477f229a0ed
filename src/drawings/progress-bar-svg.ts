import { OCHRE, PAPER, STONE_EDGE, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';

export interface ProgressBarSvg {
  /** The requirement in words. */
  readonly title: string;
  /** The figures in words. */
  readonly description: string;
  /** Undefined where there is no record at all; the bar is then a dashed outline. */
  readonly found: number | undefined;
  /** Must be above 0. */
  readonly required: number;
}

const WIDTH = 220;
const HEIGHT = 20;
/** Position of the required figure. A higher figure is drawn beyond it, up to the end of the bar. */
const MARK = 180;
// A page defines the colours of its theme. Elsewhere the drawing uses its own.
const FILL = `var(--jalon-action, ${TEAL})`;
const LINE = `var(--jalon-mark, ${OCHRE})`;
const EDGE = `var(--jalon-edge, ${STONE_EDGE})`;
const GROUND = `var(--jalon-sheet, ${PAPER})`;

/** The bar of one requirement: it is solid up to the figure found, with a mark at the figure required. */
export function progressBarSvg({ title, description, found, required }: ProgressBarSvg): string {
  const length = Math.min(WIDTH - 4, Math.max(0, ((found ?? 0) / required) * MARK));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" class="progress-bar">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    `<rect x="1" y="4" width="${WIDTH - 2}" height="12" rx="3" fill="${GROUND}" stroke="${EDGE}" stroke-width="1.5"${found === undefined ? ' stroke-dasharray="5 4"' : ''}/>`,
    length > 0 ? `<rect x="2" y="5" width="${coordinate(length)}" height="10" rx="2" fill="${FILL}"/>` : '',
    `<path d="M${MARK + 2} 0V${HEIGHT}" stroke="${LINE}" stroke-width="3"/>`,
    '</svg>',
  ].join('');
}
