import { INK, OCHRE, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { timelineBar } from './timeline-bar.ts';

/** A part of a school year, in shares of it: 0 = 1 September, 1 = 31 August. */
export interface TimelineBar {
  readonly from: number;
  readonly to: number;
  /** Drawn solid, hatched or outlined. */
  readonly state: 'confirmed' | 'requested' | 'contested';
  /** Present where several schools share a year: the index of the row, from the top, and the number of
   *  rows. */
  readonly lane?: { readonly index: number; readonly count: number };
}

export interface TimelineYear {
  /** Stands under the bar, e.g. `2023-2024`. */
  readonly label: string;
  readonly value: 0 | 0.5 | 1;
  /** The value in words or figures, e.g. `1`, `½`, `en cours`. */
  readonly valueLabel: string;
  /** Absent for one confirmed bar as long as the value. */
  readonly bars?: readonly TimelineBar[];
  /** Trainings and events, as shares of the year. */
  readonly ticks?: readonly number[];
}

export interface TimelineSvg {
  readonly title: string;
  readonly description: string;
  /** In order, four to a row, so that the words stay legible on a phone. */
  readonly years: readonly TimelineYear[];
}

const COLUMN = 116;
const INNER = 104;
const ROW = 104;
const COLUMNS = 4;
const BAR = { top: 16, height: 26 } as const;
// A page defines the colours of its theme. Elsewhere the drawing uses its own.
const FILL = `var(--jalon-action, ${TEAL})`;
const MARK = `var(--jalon-mark, ${OCHRE})`;
const TEXT = `var(--jalon-ink, ${INK})`;

/** School years as bars with their value under them. */
export function timelineSvg({ title, description, years }: TimelineSvg): string {
  const width = COLUMN * Math.max(1, Math.min(COLUMNS, years.length));
  const height = ROW * Math.max(1, Math.ceil(years.length / COLUMNS));
  const columns = years.map((year, index) => {
    const [x, y] = [(index % COLUMNS) * COLUMN, Math.floor(index / COLUMNS) * ROW];
    return `<g transform="translate(${x} ${y})">${column(year)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` role="img" font-family="'Source Sans 3 Variable', sans-serif" class="timeline">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    ...columns,
    '</svg>',
  ].join('');
}

function column({ label, value, valueLabel, bars, ticks = [] }: TimelineYear): string {
  const whole: readonly TimelineBar[] = value > 0 ? [{ from: 0, to: value, state: 'confirmed' }] : [];
  const baseline = BAR.top + BAR.height + 6;
  const text = `x="0" fill="${TEXT}"`;
  return [
    ...(bars ?? whole).map(bar),
    ...ticks.map(tick),
    `<path d="M0 ${baseline}H${INNER}" stroke="${TEXT}" stroke-width="2"/>`,
    `<path d="M0 ${baseline - 6}V${baseline + 6}M${INNER} ${baseline - 6}V${baseline + 6}" stroke="${TEXT}" stroke-width="2"/>`,
    `<text ${text} y="${baseline + 24}" font-size="18">${escapeXml(label)}</text>`,
    `<text ${text} y="${baseline + 46}" font-size="18" font-weight="700">${escapeXml(valueLabel)}</text>`,
  ].join('');
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share)) * INNER;
}

function bar({ from, to, state, lane = { index: 0, count: 1 } }: TimelineBar): string {
  const [left, right] = [clamp(from), clamp(to)];
  const width = Math.max(2, right - left);
  const share = BAR.height / lane.count;
  const [top, height] = [BAR.top + lane.index * share, lane.count > 1 ? share - 2 : share];
  return timelineBar({ left, top, width, height }, state, FILL);
}

function tick(share: number): string {
  const x = coordinate(clamp(share));
  return `<path d="M${x} 12l-5 -9h10Z" fill="${MARK}"/>`;
}
