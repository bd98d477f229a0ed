import { lastDayOf, type SchoolYear } from '../../domain/time/school-year.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/time.ts';

/** The day whose situation the figures tell: the chosen one, or that of the measure, which looks at an earlier
 *  school year as of its last day. Undefined where nothing was measured. */
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
