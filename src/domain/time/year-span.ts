import type { SchoolYear } from './school-year.ts';

/** The school years of an engagement, each named by the calendar year in which it begins: `2022-2026` for
 *  2022-2023 … 2026-2027, or `2026` alone. The year in which the last one ends may still be to come, and a
 *  badge says nothing of what is to come. */
export function yearSpan(first: SchoolYear, last: SchoolYear, dash = '-'): string {
  return first === last ? String(first) : `${first}${dash}${last}`;
}
