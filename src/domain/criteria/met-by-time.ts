import type { MissionFramework } from '../engagement/mission.ts';
import { derivePersonFacts } from '../facts/derive-person.ts';
import type { PersonFacts } from '../facts/types.ts';
import type { PersonRecord } from '../records.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../time/calendar.ts';
import { lastDayOf, schoolYearOf } from '../time/school-year.ts';
import type { AchievementDefinition, Criteria } from './definition.ts';
import { isMet } from './evaluate.ts';

/** A person's records and a badge that they may meet later. */
export interface MetByTimeQuestion {
  readonly record: PersonRecord;
  readonly definition: AchievementDefinition;
  /** The version in force today. Later versions are not anticipated. */
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
  readonly today: LocalDate;
  /** Last day to look at, included. */
  readonly until: LocalDate;
  /** Gives the facts as of a day, for callers that ask several questions about one record. */
  readonly factsOn?: (day: LocalDate) => PersonFacts;
}

/** Gives the facts of one record as of any day. Each day is derived once. */
export function foresee(
  record: PersonRecord,
  { thresholds }: Criteria,
  framework: MissionFramework,
): (day: LocalDate) => PersonFacts {
  const known = new Map<LocalDate, PersonFacts>();
  return (day) => {
    const facts = known.get(day) ?? derivePersonFacts(record, day, { thresholds, framework });
    known.set(day, facts);
    return facts;
  };
}

/** The first day after today on which a person's badge will be met by the present records alone. Open
 *  confirmed engagements are taken to continue, and no record is added. Undefined if the badge is not met by
 *  `until`.
 *
 *  Inside one school year a requirement on a person stays met: days only add up, and hours and recent years
 *  lapse on 1 September. The last day of a year thus tells whether the badge is met on some day of that
 *  year. */
export function metByTime(question: MetByTimeQuestion): LocalDate | undefined {
  const last = toDayNumber(question.until);
  let first = toDayNumber(question.today) + 1;
  while (first <= last) {
    const endOfYear = toDayNumber(lastDayOf(schoolYearOf(fromDayNumber(first))));
    const end = Math.min(endOfYear, last);
    const isMetOnDay = (day: number) => isMetOn(day, question);
    if (isMetOnDay(end)) return fromDayNumber(firstMetDay({ first, end }, isMetOnDay));
    first = endOfYear + 1;
  }
  return undefined;
}

/** Binary search, by day numbers, between a day that may meet what is asked and a day that does. */
export function firstMetDay(
  days: { readonly first: number; readonly end: number },
  isMetOnDay: (dayNumber: number) => boolean,
): number {
  let { first, end } = days;
  while (first < end) {
    const middle = Math.floor((first + end) / 2);
    if (isMetOnDay(middle)) end = middle;
    else first = middle + 1;
  }
  return end;
}

function isMetOn(dayNumber: number, question: MetByTimeQuestion): boolean {
  const { record, definition, criteria, framework } = question;
  const { factsOn = foresee(record, criteria, framework) } = question;
  return isMet({ definition, criteria, facts: factsOn(fromDayNumber(dayNumber)) });
}
