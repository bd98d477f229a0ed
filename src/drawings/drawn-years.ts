import { schoolYearLabel } from '../domain/time/school-year.ts';
import { yearSpan } from '../domain/time/year-span.ts';
import type { BadgeDrawing, YearMark } from './badge-picture.ts';

/** The years that are written on a badge: `2023–2026`, the first and the last school year, each by the year in
 *  which it begins. A team's badge has one school year, written by its own name. */
export function drawnYears(years: readonly YearMark[], { kind }: BadgeDrawing): string {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return '';
  return kind === 'team'
    ? schoolYearLabel(first.year).replace('-', '–')
    : yearSpan(first.year, last.year, '–');
}
