import type { BadgeColours } from '../domain/settings/office.ts';
import type { YearMark } from './badge-picture.ts';
import { coordinate } from './svg-text.ts';

export interface PathPlace {
  readonly y: number;
  /** Half the length of the path. */
  readonly half: number;
  readonly colours: BadgeColours;
}

/** The path with one mark for each school year: full, half full, or a small ring for less than half a year. A
 *  year without engagement has no mark. */
export function yearMarks(years: readonly YearMark[], { y, half, colours }: PathPlace): string {
  const line = `<path d="M${256 - half} ${y}H${256 + half}" stroke="${colours.mark}" stroke-width="5" stroke-linecap="round"/>`;
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return line;
  const step = Math.min(40, (2 * half - 60) / Math.max(1, last - first));
  const radius = Math.min(13, step * 0.38);
  const left = 256 - (step * (last - first)) / 2;
  return (
    line +
    years
      .map(({ year, value }) => mark(value, { x: left + step * (year - first), y, radius, colours }))
      .join('')
  );
}

function mark(
  value: YearMark['value'],
  {
    x,
    y,
    radius,
    colours,
  }: { readonly x: number; readonly y: number; readonly radius: number; readonly colours: BadgeColours },
): string {
  const centre = `cx="${coordinate(x)}" cy="${y}"`;
  if (value === 1) return `<circle ${centre} r="${coordinate(radius)}" fill="${colours.mark}"/>`;
  if (value === 0) {
    return `<circle ${centre} r="${coordinate(radius * 0.6)}" fill="${colours.ground}" stroke="${colours.unlit}" stroke-width="4"/>`;
  }
  const reach = coordinate(radius - 1);
  return [
    `<circle ${centre} r="${coordinate(radius - 2)}" fill="${colours.ground}" stroke="${colours.mark}" stroke-width="4"/>`,
    `<path d="M${coordinate(x)} ${coordinate(y - radius + 1)}a${reach} ${reach} 0 0 0 0 ${coordinate(2 * radius - 2)}Z" fill="${colours.mark}"/>`,
  ].join('');
}
