import { INK, OCHRE, TEAL } from './palette.ts';
import { coordinate, escapeXml } from './svg-text.ts';
import { type BarState, timelineBar } from './timeline-bar.ts';

/** A part of an engagement, in school years from the first one drawn: 1.5 is the middle of the second. */
export interface SchoolEngagement {
  readonly from: number;
  readonly to: number;
  readonly state: BarState;
}

/** The lane of one school: its name above its bars. */
export interface SchoolProject {
  readonly name: string;
  readonly segments: readonly SchoolEngagement[];
}

export interface SchoolTimelineSvg {
  readonly title: string;
  readonly description: string;
  readonly years: readonly {
    readonly label: string;
    /** The value in words or figures: `1`, `½`, `en cours`. */
    readonly valueLabel: string;
    /** Trainings and events, as shares of the year. */
    readonly ticks: readonly number[];
    /** The same for trainings and events that are only declared. They are drawn hollow. */
    readonly declaredTicks?: readonly number[];
  }[];
  readonly lanes: readonly SchoolProject[];
  /** Width in pixels, and number of years side by side. Further years follow below. */
  readonly width: number;
  readonly columns: number;
}

const WIDEST_YEAR = 240;
const GAP = 10;
const NAME = 22;
const BAR = 20;
const TICKS = 14;
const FOOT = 56;
const LETTER = 8;
const MARK = `var(--jalon-mark, ${OCHRE})`;
const TEXT = `var(--jalon-ink, ${INK})`;
const FILL = `var(--jalon-action, ${TEAL})`;

/** School years side by side, with a named lane for each school. Bars with common days are drawn below one
 *  another. */
export function schoolTimelineSvg(drawing: SchoolTimelineSvg): string {
  const { title, description, years, lanes, width, columns } = drawing;
  const perRow = Math.max(1, Math.min(columns, years.length));
  const column = Math.min(WIDEST_YEAR, width / perRow);
  const rows: string[] = [];
  let height = 0;
  for (let first = 0; first < years.length; first += perRow) {
    const row = drawRow({ years: years.slice(first, first + perRow), lanes, first, column, width });
    rows.push(`<g transform="translate(0 ${coordinate(height)})">${row.svg}</g>`);
    height += row.height;
  }
  const across = Math.ceil(Math.max(column * perRow, Math.min(width, 348)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 ${across + 1} ${height}" width="${across + 1}" height="${height}"`,
    ` role="img" font-family="'Source Sans 3 Variable', sans-serif" class="timeline">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    ...rows,
    '</svg>',
  ].join('');
}

interface Row {
  readonly years: SchoolTimelineSvg['years'];
  readonly lanes: readonly SchoolProject[];
  /** Index of the first year of the row. */
  readonly first: number;
  readonly column: number;
  /** Width available for a name. */
  readonly width: number;
}

function drawRow({ years, lanes, first, column, width }: Row): {
  readonly svg: string;
  readonly height: number;
} {
  const last = first + years.length;
  const parts: string[] = [];
  let y = 0;
  for (const { name, segments } of lanes) {
    const shown = segments.filter(({ from, to }) => from < last && to > first);
    if (shown.length === 0) continue;
    const letters = Math.floor(width / LETTER);
    parts.push(text(0, y + 15, cut(name, letters)));
    y += NAME;
    for (const track of toTracks(shown)) {
      parts.push(...track.flatMap((engagement) => bars(engagement, { first, last, column, y })));
      y += BAR + 4;
    }
    y += 6;
  }
  // The marks of trainings and events stand on the axis, below the bars and their schools.
  y += TICKS - 6;
  parts.push(...years.map((year, index) => foot(year, { x: index * column, y, width: column - GAP })));
  return { svg: parts.join(''), height: y + FOOT };
}

/** Distributes the engagements over tracks, so that two engagements of a track have no common day. */
function toTracks(engagements: readonly SchoolEngagement[]): readonly (readonly SchoolEngagement[])[] {
  const tracks: SchoolEngagement[][] = [];
  for (const engagement of engagements.toSorted((a, b) => a.from - b.from)) {
    const free = tracks.find((track) => (track.at(-1)?.to ?? 0) <= engagement.from);
    if (free) free.push(engagement);
    else tracks.push([engagement]);
  }
  return tracks;
}

/** The bars of an engagement: one for each school year in which it has days. */
function bars(
  { from, to, state }: SchoolEngagement,
  { first, last, column, y }: { first: number; last: number; column: number; y: number },
): readonly string[] {
  const inner = column - GAP;
  const years = Array.from({ length: last - first }, (_, index) => first + index);
  return years
    .filter((year) => from < year + 1 && to > year)
    .map((year) => {
      const left = (year - first) * column + Math.max(0, from - year) * inner;
      const right = (year - first) * column + Math.min(1, to - year) * inner;
      return timelineBar({ left, top: y, width: Math.max(3, right - left), height: BAR }, state, FILL);
    });
}

function foot(
  { label, valueLabel, ticks, declaredTicks = [] }: SchoolTimelineSvg['years'][number],
  { x, y, width }: { x: number; y: number; width: number },
): string {
  const [left, right] = [coordinate(x), coordinate(x + width)];
  return [
    `<path d="M${left} ${y}H${right}M${left} ${y - 6}V${y + 6}M${right} ${y - 6}V${y + 6}" stroke="${TEXT}" stroke-width="2"/>`,
    ...ticks.map((share) => tick(share, { x, y, width }, `fill="${MARK}"`)),
    ...declaredTicks.map((share) =>
      tick(share, { x, y, width }, `fill="none" stroke="${MARK}" stroke-width="1.5"`),
    ),
    text(x, y + 22, label),
    text(x, y + 42, valueLabel, ' font-weight="700"'),
  ].join('');
}

function tick(
  share: number,
  { x, y, width }: { x: number; y: number; width: number },
  paint: string,
): string {
  const at = coordinate(x + Math.min(1, Math.max(0, share)) * width);
  return `<path d="M${at} ${y - 2}l-5 -9h10Z" ${paint}/>`;
}

function text(x: number, y: number, texts: string, more = ''): string {
  return `<text x="${coordinate(x)}" y="${coordinate(y)}" fill="${TEXT}" font-size="16"${more}>${escapeXml(texts)}</text>`;
}

function cut(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, Math.max(1, letters - 1))}…`;
}
