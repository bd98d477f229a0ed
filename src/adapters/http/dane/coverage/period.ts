import type { CoveragePeriod } from '../../../../application/store/coverage-readers.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type LocalDate, parseLocalDate } from '../../../../domain/time/calendar.ts';
import { firstDayOf, schoolYearOf } from '../../../../domain/time/school-year.ts';
import type { FieldError } from '../../forms/schema.ts';

/** Number of school years to choose from, the current one included. */
const YEARS = 6;

export function yearsOf(today: LocalDate): readonly number[] {
  const current = schoolYearOf(today);
  return Array.from({ length: YEARS }, (_, before) => current - before);
}

interface PeriodQuery {
  readonly year?: string | undefined;
  readonly on?: string | undefined;
}

/** The school year, by default the current one, or the chosen day of one, that an address names. A day that is
 *  invalid, in the future or too old gives a fault, and the last measure of the year is shown instead. For
 *  today, the last measure is shown. */
export function periodOf(
  today: LocalDate,
  { year, on = '' }: PeriodQuery,
): CoveragePeriod & { readonly fault?: FieldError } {
  const years = yearsOf(today);
  const schoolYear = years.find((one) => String(one) === year) ?? schoolYearOf(today);
  if (on === '') return { schoolYear };
  try {
    const day = parseLocalDate(on);
    const first = firstDayOf(years.at(-1) ?? schoolYear);
    if (day > today) return { schoolYear, fault: `after:${today}` };
    if (day < first) return { schoolYear, fault: `before:${first}` };
    return day === today ? { schoolYear: schoolYearOf(day) } : { schoolYear: schoolYearOf(day), on: day };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { schoolYear, fault: 'invalid-date' };
  }
}

/** The part of an address that names the period. */
export function queryOf({ schoolYear, on }: CoveragePeriod): Readonly<Record<string, string>> {
  return { year: String(schoolYear), ...(on && { on }) };
}
