import type { MissionFramework } from '../engagement/mission.ts';
import { derivePersonFacts } from '../facts/derive-facts.ts';
import type { PersonFacts } from '../facts/facts.ts';
import type { PersonRecord } from '../records.ts';
import { lastDayOf, schoolYearOf } from '../time/school-year.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../time/time.ts';
import type { AchievementDefinition, Criteria } from './criteria.ts';
import { evaluate } from './evaluate.ts';

export interface MetByTimeQuestion {
  readonly record: PersonRecord;
  readonly definition: AchievementDefinition;
  /** The version in force today: a later one is not foreseen. */
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
  readonly today: LocalDate;
  /** Last day that is looked at. */
  readonly until: LocalDate;
  /** The facts as of a day, for whoever asks several questions of one record. */
  readonly factsOn?: (day: LocalDate) => PersonFacts;
}

/** The facts of one record as of any day, each day derived once. */
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

/** The first day after today on which a person's badge is met by the records as they stand: nothing is added, confirmed
 *  segments that are open go on. Undefined where time alone does not meet it up to `until`.
 *
 *  Inside one school year a requirement on a person, once met, stays met: days only add up, and what lapses (hours,
 *  recent years) lapses on 1 September. So the last day of each year tells whether a day of it will do. */
export function metByTime(question: MetByTimeQuestion): LocalDate | undefined {
  const last = toDayNumber(question.until);
  let first = toDayNumber(question.today) + 1;
  while (first <= last) {
    const endOfYear = toDayNumber(lastDayOf(schoolYearOf(fromDayNumber(first))));
    const end = Math.min(endOfYear, last);
    if (isMetOn(end, question)) return fromDayNumber(firstMetDay({ first, end }, question));
    first = endOfYear + 1;
  }
  return undefined;
}

/** The same day `years` later; 28 February for a 29th that is not there. */
export function yearsAfter(date: LocalDate, years: number): LocalDate {
  const later = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  const there = new Date(Date.parse(`${later}T00:00:00Z`)).toISOString().slice(0, 10) === later;
  return (there ? later : later.replace(/29$/, '28')) as LocalDate;
}

/** By halves, between a day on which it may be met and one on which it is. */
function firstMetDay(days: { readonly first: number; readonly end: number }, question: MetByTimeQuestion) {
  let { first, end } = days;
  while (first < end) {
    const middle = Math.floor((first + end) / 2);
    if (isMetOn(middle, question)) end = middle;
    else first = middle + 1;
  }
  return end;
}

function isMetOn(dayNumber: number, question: MetByTimeQuestion): boolean {
  const { record, definition, criteria, framework } = question;
  const { factsOn = foresee(record, criteria, framework) } = question;
  return evaluate({ definition, criteria, facts: factsOn(fromDayNumber(dayNumber)) }).met;
}
