import { OCHRE, PAPER, STONE_EDGE, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';

export interface ProgressBarSvg {
  /** The requirement in words. */
  readonly title: string;
  /** The figures in words. */
  readonly description: string;
  readonly found: number;
  /** Above 0. */
  readonly required: number;
}

const WIDTH = 220;
const HEIGHT = 20;
/** Where the required figure stands: what goes beyond it is shown beyond it, up to the end. */
const MARK = 180;
// In a page the tokens of its theme apply; elsewhere the colours of the drawings.
const FILL = `var(--jalon-action, ${TEAL})`;
const LINE = `var(--jalon-mark, ${OCHRE})`;
const EDGE = `var(--jalon-edge, ${STONE_EDGE})`;
const GROUND = `var(--jalon-sheet, ${PAPER})`;

/** One requirement: a solid bar as long as what is found, and a mark where what is required stands. */
export function progressBarSvg({ title, description, found, required }: ProgressBarSvg): string {
  const length = Math.min(WIDTH - 4, Math.max(0, (found / required) * MARK));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" class="progress-bar">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    `<rect x="1" y="4" width="${WIDTH - 2}" height="12" rx="3" fill="${GROUND}" stroke="${EDGE}" stroke-width="1.5"/>`,
    length > 0 ? `<rect x="2" y="5" width="${coordinate(length)}" height="10" rx="2" fill="${FILL}"/>` : '',
    `<path d="M${MARK + 2} 0V${HEIGHT}" stroke="${LINE}" stroke-width="3"/>`,
    '</svg>',
  ].join('');
}
