import { type SchoolYear, schoolYearLabel } from '../domain/time/school-year.ts';
import { INK, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { timelineBar } from './timeline-bar.ts';

/** A school year of an engagement. It is named by the calendar year in which it begins. */
export interface LineYear {
  readonly year: SchoolYear;
  readonly value: 0 | 0.5 | 1;
}

export interface YearLineSvg {
  readonly title: string;
  readonly description: string;
  /** At least one year, ascending. The line has no mark for a year that is absent between two others. */
  readonly years: readonly LineYear[];
}

const WIDTH = 360;
const HEIGHT = 56;
/** Margin for the halves of the first and last label that stick out. */
const MARGIN = 18;
const BAR = { top: 6, height: 20 } as const;
const BASE = 30;
/** Width of a label of four digits, and of a school year's name, with space on both sides. */
const LABEL_WIDTH = 46;
const NAME_WIDTH = 84;
// A page defines the colours of its theme. Elsewhere the drawing uses its own.
const FILL = `var(--jalon-action, ${TEAL})`;
const TEXT = `var(--jalon-ink, ${INK})`;

/** School years on one line, whatever their number: a whole bar, half a bar, or a ring for a year that is too
 *  short to count. Their names are written below the line where they fit. */
export function yearLineSvg({ title, description, years }: YearLineSvg): string {
  const first = years[0]?.year ?? 0;
  const count = (years.at(-1)?.year ?? first) - first + 1;
  const column = WIDTH / count;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-${MARGIN} 0 ${WIDTH + 2 * MARGIN} ${HEIGHT}" role="img"`,
    ` font-family="'Source Sans 3 Variable', sans-serif" class="year-line">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    ...years.map((one) => mark(one, { left: (one.year - first) * column, column })),
    `<path d="M0 ${BASE}H${WIDTH}${ticks(count, column)}" stroke="${TEXT}" stroke-width="2"/>`,
    ...labels(years, { first, count, column }),
    '</svg>',
  ].join('');
}

function mark({ value }: LineYear, { left, column }: { left: number; column: number }): string {
  if (value === 0) {
    const radius = Math.min(7, column / 4);
    const centre = `cx="${coordinate(left + column / 2)}" cy="${BAR.top + BAR.height / 2}"`;
    return `<circle ${centre} r="${coordinate(radius)}" fill="none" stroke="${FILL}" stroke-width="3"/>`;
  }
  const gap = Math.min(2, column / 10);
  return timelineBar({ ...BAR, left: left + gap, width: (column - 2 * gap) * value }, 'confirmed', FILL);
}

function ticks(count: number, column: number): string {
  return Array.from({ length: count + 1 }, (_, at) => `M${coordinate(at * column)} ${BASE - 4}v8`).join('');
}

interface Axis {
  readonly first: SchoolYear;
  readonly count: number;
  readonly column: number;
}

/** The school years under their bars: by their names where these fit, otherwise each by the year in which it
 *  begins, and then the first, the last, and those between them that fit. */
function labels(years: readonly LineYear[], { first, count, column }: Axis): readonly string[] {
  if (column >= NAME_WIDTH) {
    return years.map(({ year }) => label((year - first + 0.5) * column, schoolYearLabel(year)));
  }
  const step = Math.max(1, Math.ceil(LABEL_WIDTH / column));
  const left = (at: number) => (count - 1 - at) * column;
  const places = Array.from({ length: count }, (_, at) => at).filter(
    (at) => left(at) === 0 || (at % step === 0 && left(at) >= LABEL_WIDTH),
  );
  return places.map((at) => label((at + 0.5) * column, String(first + at)));
}

function label(x: number, texts: string): string {
  const place = `x="${coordinate(x)}" y="${HEIGHT - 4}" text-anchor="middle"`;
  return `<text ${place} fill="${TEXT}" font-size="15">${texts}</text>`;
}
