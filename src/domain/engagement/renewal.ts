import { type Engagement, isCountable } from '../records.ts';
import type { LocalDate } from '../time/calendar.ts';
import { firstDayOf, lastDayOf, type SchoolYear, schoolYearOf } from '../time/school-year.ts';

/** Whether an engagement is to be renewed in a school year: it is confirmed, it began in an earlier year, it has
 *  no last day, and no one has confirmed it since the year began. It goes on and counts all the same
 *  (docs/rules.md, Renewed engagements). */
export function isToRenew(engagement: Engagement, year: SchoolYear): boolean {
  const until = confirmedUntil(engagement);
  return until !== undefined && until < firstDayOf(year);
}

/** Whether a confirmed engagement was confirmed for a school year. It began or was last confirmed in that year, or
 *  it has a last day, up to which its confirmation holds. In the current year this is the opposite of `isToRenew`.
 *  In a past year, a confirmation of a later year proves nothing. */
export function isConfirmedIn({ confirmation, confirmedOn, period }: Engagement, year: SchoolYear): boolean {
  if (!isCountable(confirmation)) return false;
  if (period.to !== undefined) return true;
  return [period.from, confirmedOn].some((day) => day !== undefined && schoolYearOf(day) === year);
}

/** The engagements without the days of years that no one confirmed again. */
export function withoutUnrenewed(engagements: readonly Engagement[]): readonly Engagement[] {
  return engagements.map((engagement) => {
    const to = confirmedUntil(engagement);
    return to === undefined ? engagement : { ...engagement, period: { ...engagement.period, to } };
  });
}

/** The last day of the school year in which an open engagement was last confirmed. A confirmation without its day
 *  is taken for one of the year in which the engagement began. Undefined for other engagements. */
function confirmedUntil({ confirmation, confirmedOn, period }: Engagement): LocalDate | undefined {
  if (period.to !== undefined || !isCountable(confirmation)) return undefined;
  const last = confirmedOn !== undefined && confirmedOn > period.from ? confirmedOn : period.from;
  return lastDayOf(schoolYearOf(last));
}
