import type { PersonFacts, YearFacts } from '../facts/types.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { AchievementDefinition, Criteria, Thresholds } from './definition.ts';
import { isMet } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';

/** A figure so near its threshold that a small mistake in the records would undo the badge. */
export type JustMet =
  /** Days of engagement in one school year, and the days required for the value of that year. */
  | { readonly kind: 'days'; readonly year: SchoolYear; readonly days: number; readonly required: number }
  /** Hours of a training: with one hour less, the badge would not be met. */
  | { readonly kind: 'hours'; readonly event: string; readonly hours: number };

/** The badge and the criteria version by which it was judged. */
export interface JudgedBy {
  readonly definition: AchievementDefinition;
  readonly criteria: Criteria;
}

/** A figure is near its threshold when it exceeds it by at most this number of days. That is the error in a
 *  engagement whose dates are wrong by two school weeks. */
const MARGIN_DAYS = 10;
const MARGIN_HOURS = 1;

/** The figures on which a met badge depends. Each figure just above its threshold is lowered below it, one at
 *  a time, and the badge is judged again. Empty if the badge is not met, and for a school's badge, whose
 *  requirements count people. Days on a mission are not tried, because the facts say whether it is covered
 *  and not by how much. */
export function findJustMet(evaluation: Evaluation, { definition, criteria }: JudgedBy): readonly JustMet[] {
  const { facts } = evaluation;
  if (!evaluation.met || facts.kind !== 'person') return [];
  const undoes = (lowered: PersonFacts) => !isMet({ definition, criteria, facts: lowered });
  const days = facts.years.flatMap((year): readonly JustMet[] => {
    const lower = lowerYear(year, criteria.thresholds);
    if (!lower || !undoes(withYear(facts, lower.year))) return [];
    return [{ kind: 'days', year: year.year, days: year.days, required: lower.required }];
  });
  const hours = facts.trainings
    .filter(({ code, expired }) => !expired && undoes(withShorterTraining(facts, code)))
    .map(({ code, hours }): JustMet => ({ kind: 'hours', event: code, hours }));
  return [...days, ...hours];
}

/** The year with a few days less, where its value would then be lower. */
function lowerYear(
  year: YearFacts,
  { fullYearDays, halfYearDays }: Thresholds,
): { readonly year: YearFacts; readonly required: number } | undefined {
  if (year.value === 1 && year.days - fullYearDays <= MARGIN_DAYS) {
    return { year: { ...year, value: 0.5 }, required: fullYearDays };
  }
  if (year.value === 0.5 && year.days - halfYearDays <= MARGIN_DAYS) {
    return { year: { ...year, value: 0 }, required: halfYearDays };
  }
  return undefined;
}

function withYear(facts: PersonFacts, lowered: YearFacts): PersonFacts {
  const years = facts.years.map((year) => (year.year === lowered.year ? lowered : year));
  return { ...facts, years, duration: years.reduce((sum, { value }) => sum + value, 0) };
}

function withShorterTraining(facts: PersonFacts, code: string): PersonFacts {
  const trainings = facts.trainings.map((training) =>
    training.code === code ? { ...training, hours: Math.max(0, training.hours - MARGIN_HOURS) } : training,
  );
  return { ...facts, trainings };
}
