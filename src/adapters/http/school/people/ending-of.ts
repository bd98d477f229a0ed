import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import { firstDayOf, lastDayOf, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../../../../domain/time/time.ts';

/** The last day of a person at the school, where it comes in this school year and before its end, with the
 *  address of the form that proposes the person's missions to somebody else from the next day on. */
export function endingOf(
  { engagements, establishment, today }: Pick<SchoolInYear, 'engagements' | 'establishment' | 'today'>,
  id: PersonId,
): { readonly on: LocalDate; readonly proposeHref: string } | undefined {
  const year = schoolYearOf(today);
  const [last] = engagements
    .filter(({ personId, confirmation }) => personId === id && confirmation !== 'contested')
    .toSorted((a, b) => b.period.from.localeCompare(a.period.from));
  const on = last?.period.to;
  if (!last || !on || on < firstDayOf(year) || on >= lastDayOf(year)) return undefined;
  const asked = new URLSearchParams([
    ...last.missions.map((code) => ['mission', code]),
    ...last.roles.map((role) => ['role', role]),
    ['from', fromDayNumber(toDayNumber(on) + 1)],
  ]);
  return { on, proposeHref: `/school/${establishment.uai}/mission-proposals/new?${asked}` };
}
