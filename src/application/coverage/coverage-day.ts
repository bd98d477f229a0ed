import { lastDayOf, type SchoolYear } from '../../domain/time/school-year.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/time.ts';

/** The day for which the figures hold: the chosen day or, in an earlier school year, its last day, else the
 *  day of the measure. Undefined where nothing was measured. */
export function situationDay(
  { schoolYear, on }: { readonly schoolYear: SchoolYear; readonly on?: LocalDate | undefined },
  measuredAt: Instant | undefined,
): LocalDate | undefined {
  if (measuredAt === undefined) return undefined;
  if (on !== undefined) return on;
  const last = lastDayOf(schoolYear);
  const day = localDateInParis(measuredAt);
  if (day > last) return last;
  return day;
}
