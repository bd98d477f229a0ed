import { INK, OCHRE, REVOKED, STONE_EDGE, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';

export interface BarSlice {
  readonly label: string;
  readonly count: number;
  /** The pattern distinguishes the parts. */
  readonly pattern: 'solid' | 'hatched' | 'dotted' | 'crossed' | 'empty';
  /** Repeats in colour what the pattern shows; by default `action`. */
  readonly tone?: keyof typeof TONES;
}

export interface StackedBarSvg {
  readonly title: string;
  readonly description: string;
  readonly parts: readonly BarSlice[];
}

const WIDTH = 330;
const BAR = { top: 2, height: 34 } as const;
const LINE = 28;
// A page defines the colours of its theme. Elsewhere the drawing uses its own.
const TONES = {
  action: `var(--jalon-action, ${TEAL})`,
  mark: `var(--jalon-mark, ${OCHRE})`,
  bad: `var(--jalon-bad, ${REVOKED})`,
  edge: `var(--jalon-edge, ${STONE_EDGE})`,
} as const;
const TEXT = `var(--jalon-ink, ${INK})`;

/** A bar divided into parts, with the pattern, figure and words of each part below. */
export function stackedBarSvg({ title, description, parts }: StackedBarSvg): string {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const height = BAR.top + BAR.height + 12 + LINE * parts.length;
  let x = 1;
  const drawn = parts.map((part) => {
    const width = total === 0 ? 0 : ((WIDTH - 2) * part.count) / total;
    const left = x;
    x += width;
    return width === 0 ? '' : box({ left, top: BAR.top, width, height: BAR.height }, part);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`,
    ` role="img" font-family="'Source Sans 3 Variable', sans-serif" class="parts">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    ...drawn,
    ...parts.map((part, at) => legend(part, BAR.top + BAR.height + 12 + at * LINE)),
    '</svg>',
  ].join('');
}

function legend(part: BarSlice, top: number): string {
  const { label, count } = part;
  return [
    box({ left: 1, top: top + 2, width: 26, height: 18 }, part),
    `<text x="38" y="${top + 17}" fill="${TEXT}" font-size="17"><tspan font-weight="700">${count}</tspan> ${escapeXml(label)}</text>`,
  ].join('');
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function box(it: Box, { pattern, tone = 'action' }: Pick<BarSlice, 'pattern' | 'tone'>): string {
  const place = `x="${coordinate(it.left)}" y="${it.top}" width="${coordinate(it.width)}" height="${it.height}"`;
  const colour = TONES[tone];
  const edge = `stroke="${colour}" stroke-width="2"`;
  if (pattern === 'solid') return `<rect ${place} fill="${colour}" ${edge}/>`;
  return `<rect ${place} fill="none" ${edge}/>${marksOf(it, pattern, colour)}`;
}

function marksOf(it: Box, pattern: Exclude<BarSlice['pattern'], 'solid'>, colour: string): string {
  if (pattern === 'empty') return '';
  const [path, pen] =
    pattern === 'dotted'
      ? [dots(it), 'stroke-width="3.5" stroke-linecap="round"']
      : [slants(it) + (pattern === 'crossed' ? slants(it, true) : ''), 'stroke-width="2"'];
  return `<path d="${path}" fill="none" stroke="${colour}" ${pen}/>`;
}

/** Slanting lines inside a box. An SVG pattern would need an id, which may already exist in the page. */
function slants({ left, top, width, height }: Box, mirrored = false): string {
  const right = left + width;
  const placed = (x: number) => coordinate(mirrored ? left + right - x : x);
  let path = '';
  for (let foot = left - height + 8; foot < right; foot += 8) {
    const fromX = Math.max(foot, left);
    const toX = Math.min(foot + height, right);
    const bottom = top + height;
    path += `M${placed(fromX)} ${coordinate(bottom - (fromX - foot))}L${placed(toX)} ${coordinate(bottom - (toX - foot))}`;
  }
  return path;
}

function dots({ left, top, width, height }: Box): string {
  let path = '';
  for (let x = left + 5; x < left + width - 2; x += 8) {
    for (let y = top + 5; y < top + height - 2; y += 8) path += `M${coordinate(x)} ${coordinate(y)}h0.1`;
  }
  return path;
}
