import type { OwnRecord } from '../../../../application/self-service/read-own-record.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { type LocalDate, twoDigits } from '../../../../domain/time/calendar.ts';
import { firstDayOf, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { dutyValues } from '../../engagements/duty-fields.tsx';
import type { FormValues } from '../../forms/schema.ts';

/** The values that an empty form of a declaration proposes. */
export interface ProposedDeclaration {
  readonly values: FormValues;
  readonly repeats?: Engagement;
  /** Whether that engagement is still running: another one is then needed only after a change. */
  readonly running: boolean;
}

/** The school, missions and roles of the latest engagement that is not contested, from 1 September on. Where
 *  that engagement already covers 1 September, from today on. */
export function proposeDeclaration({ record, on }: Pick<OwnRecord, 'record' | 'on'>): ProposedDeclaration {
  const start = usualStart(on);
  const known = record.engagements.filter(({ confirmation }) => confirmation !== 'contested');
  const repeats = known.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1)).at(-1);
  if (!repeats) return { values: { from: [start] }, running: false };
  const { uai, period, ...duties } = repeats;
  const running = period.from <= on && (period.to === undefined || period.to >= on);
  const covers = period.from >= start || period.to === undefined || period.to >= start;
  const from = covers ? on : start;
  return { values: { uai: [uai], from: [from], to: [''], ...dutyValues(duties) }, repeats, running };
}

/** 1 September of this school year; in July and August, of the next one. */
export function usualStart(on: LocalDate): LocalDate {
  const month = twoDigits(on, 5);
  return firstDayOf(schoolYearOf(on) + (month === 7 || month === 8 ? 1 : 0));
}
