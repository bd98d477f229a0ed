import { type LocalDate, toDayNumber } from './time.ts';

/** The school year that begins on 1 September of this number: 2026 = 2026-09-01 … 2027-08-31. */
export type SchoolYear = number;

/** The school year that contains a day. */
export function schoolYearOf(date: LocalDate): SchoolYear {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '09-01' ? year : year - 1;
}

/** Reference window W(Y), 1 September Y – 30 June Y+1, both included, as day numbers: 303 or 304 days. */
export function referenceWindow(year: SchoolYear): { readonly from: number; readonly to: number } {
  return {
    from: toDayNumber(`${year}-09-01` as LocalDate),
    to: toDayNumber(`${year + 1}-06-30` as LocalDate),
  };
}
