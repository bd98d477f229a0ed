import type { Criteria } from '../criteria/definition.ts';
import type { YearRange } from '../criteria/rule.ts';
import type { RuleOf } from '../criteria/rule-kind.ts';
import { isWithin, type JudgeLeaf, makeSpan, type YearSpan } from '../criteria/rule-scope.ts';
import type { FamilyCode, MissionCode } from '../engagement/mission.ts';
import { type SchoolYear, schoolYearOf } from '../time/school-year.ts';
import { sumHours } from './attendance.ts';
import { countGrounds, notedGround } from './review-years.ts';
import type { PersonFacts, TrainingFact, YearFacts } from './types.ts';

type JudgePerson = JudgeLeaf<PersonFacts>;

/** How many of the reviewed years were reviewed on each ground; empty without such a year. */
export function groundsOf(
  years: readonly SchoolYear[],
  facts: PersonFacts,
  thresholds: Criteria['thresholds'],
) {
  if (years.length === 0) return {};
  const grounds = years.map((year) => {
    const noted = facts.years.find((one) => one.year === year);
    return notedGround(noted ?? { year }, thresholds);
  });
  return { reviewedBy: countGrounds(grounds) };
}

/** The hours of the trainings in the range that have not expired. */
export function compileTrainingHours({ trainingHours }: RuleOf<'trainingHours'>): JudgePerson {
  const required = trainingHours.atLeast;
  const spanOf = makeSpan(trainingHours.years);
  return (facts, bound) => {
    const span = spanOf(facts, bound);
    const counted = facts.trainings.filter(({ year, expired }) => !expired && isWithin(year, span));
    const actual = sumHours(counted.map(({ hours }) => hours));
    return { actual, required, used: () => ({ events: codesOf(counted) }) };
  };
}

/** An expired training gives no hours but is still a training. The range says how far back to look. */
export function compileTrainings({
  trainings: { atLeast, tags: requested, years },
}: RuleOf<'trainings'>): JudgePerson {
  const spanOf = makeSpan(years);
  return (facts, bound) => {
    const span = spanOf(facts, bound);
    const counted = facts.trainings.filter(
      ({ year, tags }) =>
        isWithin(year, span) && (requested === undefined || requested.some((tag) => tags.includes(tag))),
    );
    return { actual: counted.length, required: atLeast, used: () => ({ events: codesOf(counted) }) };
  };
}

/** Inside a bound year or window, only contributions dated in it count. */
export function compileContributions({ contributions: requested }: RuleOf<'contributions'>): JudgePerson {
  const spanOf = makeSpan();
  return (facts, bound) => {
    const span = spanOf(facts, bound);
    const counted = facts.contributions.filter(
      (contribution) =>
        requested.kinds.includes(contribution.kind) &&
        (requested.validated === undefined || contribution.validated) &&
        (requested.linked === undefined || contribution.linked) &&
        isWithin(schoolYearOf(contribution.on), span),
    );
    const used = () => {
      const declared = counted.filter(({ validated }) => !validated).length;
      return {
        contributions: counted.map(({ reference }) => reference),
        ...(declared > 0 && { declared }),
      };
    };
    return { actual: counted.length, required: requested.atLeast, used };
  };
}

/** Families that count towards the requirement. A place is reserved for each family in `including`, so that
 *  `required − actual` is the number of families still to cover. */
export function compileFamilies({ families: requested }: RuleOf<'families'>): JudgePerson {
  const { atLeast: required, inYears = 1, including = [] } = requested;
  const yearsIn = makeYears();
  return (facts, bound) => {
    const years = yearsIn(facts, bound);
    // The facts list the covered families of all years in the order of the framework.
    const families = facts.families.filter((family) => countYears(years, family) >= inYears);
    const missing = including.filter((family) => !families.includes(family)).length;
    const actual = missing > 0 ? Math.min(families.length, required - missing) : families.length;
    const counts = (year: YearFacts) => year.families.some((family) => families.includes(family));
    return { actual, required, used: () => ({ families, years: numbersOf(years.filter(counts)) }) };
  };
}

/** The number of years in which the family is covered. */
function countYears(years: readonly YearFacts[], family: FamilyCode): number {
  let count = 0;
  for (const { families } of years) if (families.includes(family)) count += 1;
  return count;
}

/** The missions of the list that are covered in some year, with the role where one is named. */
export function compileMissions({ missions: { of, atLeast, role } }: RuleOf<'missions'>): JudgePerson {
  const yearsIn = makeYears();
  const coveredIn = ({ covered, coveredWithRole }: YearFacts) =>
    role === undefined ? covered : (coveredWithRole[role] ?? NONE);
  return (facts, bound) => {
    const years = yearsIn(facts, bound);
    const missions = of.filter((mission) => years.some((year) => coveredIn(year).includes(mission)));
    const counts = (year: YearFacts) => coveredIn(year).some((mission) => of.includes(mission));
    return {
      actual: missions.length,
      required: atLeast,
      used: () => ({ missions, years: numbersOf(years.filter(counts)) }),
    };
  };
}

const NONE: readonly MissionCode[] = [];

/** The facts of the years that a leaf looks at, ascending. */
export function makeYears(range?: YearRange): (facts: PersonFacts, bound?: YearSpan) => readonly YearFacts[] {
  const spanOf = makeSpan(range);
  return (facts, bound) => {
    const span = spanOf(facts, bound);
    // No fact lies after S, where such a span ends.
    if (span.from === Number.NEGATIVE_INFINITY) return facts.years;
    return facts.years.filter(({ year }) => isWithin(year, span));
  };
}

/** These years, without their facts. */
export function numbersOf(years: readonly YearFacts[]): readonly SchoolYear[] {
  return years.map(({ year }) => year);
}

/** The years whose value counts. */
export function valued(years: readonly YearFacts[]): readonly SchoolYear[] {
  return numbersOf(years.filter(({ value }) => value > 0));
}

function codesOf(trainings: readonly TrainingFact[]): readonly string[] {
  return trainings.map(({ code }) => code);
}
