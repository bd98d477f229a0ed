import type { Criteria } from '../criteria/criteria.ts';
import type { PersonKind } from '../criteria/leaf-traits.ts';
import type { YearRange } from '../criteria/rule.ts';
import type { LeafHandlers, RuleOf } from '../criteria/rule-kind.ts';
import { isWithin, type JudgeLeaf, makeSpan, type YearSpan } from '../criteria/rule-scope.ts';
import { FAMILY_CODES, type MissionCode } from '../engagement/mission.ts';
import { type SchoolYear, schoolYearOf } from '../time/school-year.ts';
import { sumHours } from './attended-facts.ts';
import type { PersonFacts, YearFacts } from './facts.ts';
import { countGrounds, notedGround } from './review-years.ts';

type JudgePerson = JudgeLeaf<PersonFacts>;

/** Compiles each requirement into a count over a person's facts (docs/rules.md, Criteria). */
export const personLeaves: LeafHandlers<Criteria, JudgePerson, PersonKind> = {
  duration: ({ duration }) => {
    const required = duration.atLeast;
    const yearsIn = makeYears();
    return (facts, bound) => {
      const counted = yearsIn(facts, bound).filter(({ value }) => value > 0);
      const actual = counted.reduce((sum, { value }) => sum + value, 0);
      return { actual, required, used: { years: counted.map(({ year }) => year) } };
    };
  },
  // In a window of several years, the best year counts.
  yearValue: ({ yearValue }) => {
    const required = yearValue.atLeast;
    const yearsIn = makeYears();
    return (facts, bound) => {
      const values = yearsIn(facts, bound);
      const best = values.reduce((most, { value }) => Math.max(most, value), 0);
      const years = values.filter(({ value }) => value > 0 && value === best).map(({ year }) => year);
      return { actual: best, required, used: { years } };
    };
  },
  recent: ({ recent }) => {
    const yearsIn = makeYears({ last: recent.last });
    return (facts) => {
      const counted = yearsIn(facts).filter(({ value }) => value > 0);
      const years = counted.map(({ year }) => year);
      return { actual: Math.min(1, years.length), required: 1, used: { years } };
    };
  },
  families: compileFamilies,
  missions: compileMissions,
  trainingHours: ({ trainingHours }) => {
    const required = trainingHours.atLeast;
    const spanOf = makeSpan(trainingHours.years);
    return (facts, bound) => {
      const span = spanOf(facts, bound);
      const counted = facts.trainings.filter(({ year, expired }) => !expired && isWithin(year, span));
      const actual = sumHours(counted.map(({ hours }) => hours));
      return { actual, required, used: { events: counted.map(({ code }) => code) } };
    };
  },
  // An expired training gives no hours but is still a training. The range says how far back to look.
  trainings: ({ trainings: { atLeast, tags: asked, years } }) => {
    const spanOf = makeSpan(years);
    return (facts, bound) => {
      const span = spanOf(facts, bound);
      const counted = facts.trainings.filter(
        ({ year, tags }) =>
          isWithin(year, span) && (asked === undefined || asked.some((tag) => tags.includes(tag))),
      );
      const events = counted.map(({ code }) => code);
      return { actual: events.length, required: atLeast, used: { events } };
    };
  },
  daneEventYears: ({ daneEventYears }) => {
    const required = daneEventYears.atLeast;
    const yearsIn = makeYears();
    return (facts, bound) => {
      const counted = yearsIn(facts, bound).filter(({ daneEvents }) => daneEvents.length > 0);
      const years = counted.map(({ year }) => year);
      const events = counted.flatMap(({ daneEvents }) => daneEvents);
      return { actual: years.length, required, used: { years, events } };
    };
  },
  reviewYears: ({ reviewYears }, { thresholds }) => {
    const required = reviewYears.atLeast;
    const spanOf = makeSpan();
    return (facts, bound) => {
      const span = spanOf(facts, bound);
      const years = facts.reviewYears.filter((year) => isWithin(year, span));
      return { actual: years.length, required, used: { years, ...groundsOf(years, facts, thresholds) } };
    };
  },
  contributions: compileContributions,
};

function groundsOf(years: readonly SchoolYear[], facts: PersonFacts, thresholds: Criteria['thresholds']) {
  if (years.length === 0) return {};
  const grounds = years.map((year) => {
    const noted = facts.years.find((one) => one.year === year);
    return notedGround(noted ?? { year }, thresholds);
  });
  return { reviewedBy: countGrounds(grounds) };
}

/** Inside a bound year or window, only contributions dated in it count. */
function compileContributions({ contributions: asked }: RuleOf<'contributions'>): JudgePerson {
  const spanOf = makeSpan();
  return (facts, bound) => {
    const span = spanOf(facts, bound);
    const counted = facts.contributions.filter(
      (contribution) =>
        asked.kinds.includes(contribution.kind) &&
        (asked.validated === undefined || contribution.validated) &&
        (asked.linked === undefined || contribution.linked) &&
        isWithin(schoolYearOf(contribution.on), span),
    );
    const contributions = counted.map(({ reference }) => reference);
    const declared = counted.filter(({ validated }) => !validated).length;
    const used = { contributions, ...(declared > 0 && { declared }) };
    return { actual: contributions.length, required: asked.atLeast, used };
  };
}

/** Families that count towards the requirement. A place is reserved for each family in `including`, so that
 *  `required − actual` is the number of families still to cover. */
function compileFamilies({ families: asked }: RuleOf<'families'>): JudgePerson {
  const { atLeast: required, inYears = 1, including = [] } = asked;
  const yearsIn = makeYears();
  return (facts, bound) => {
    const years = yearsIn(facts, bound);
    const counted = FAMILY_CODES.map((family) => ({
      family,
      years: years.filter(({ families }) => families.includes(family)).map(({ year }) => year),
    })).filter((candidate) => candidate.years.length >= inYears);
    const families = counted.map(({ family }) => family);
    const missing = including.filter((family) => !families.includes(family));
    const used = { families, years: ascending(counted.flatMap((candidate) => candidate.years)) };
    const most = required - missing.length;
    const actual = missing.length > 0 ? Math.min(families.length, most) : families.length;
    return { actual, required, used };
  };
}

function compileMissions({ missions: { of, atLeast, role } }: RuleOf<'missions'>): JudgePerson {
  const yearsIn = makeYears();
  return (facts, bound) => {
    const found = new Set<MissionCode>();
    const years: SchoolYear[] = [];
    for (const { year, covered: all, coveredWithRole } of yearsIn(facts, bound)) {
      const covered = role === undefined ? all : (coveredWithRole[role] ?? NONE);
      let counts = false;
      for (const mission of covered) {
        if (!of.includes(mission)) continue;
        found.add(mission);
        counts = true;
      }
      if (counts) years.push(year);
    }
    const missions = of.filter((mission) => found.has(mission));
    return { actual: missions.length, required: atLeast, used: { missions, years } };
  };
}

const NONE: readonly MissionCode[] = [];

/** The facts of the years that a leaf looks at. */
function makeYears(range?: YearRange): (facts: PersonFacts, bound?: YearSpan) => readonly YearFacts[] {
  const spanOf = makeSpan(range);
  return (facts, bound) => {
    const span = spanOf(facts, bound);
    return facts.years.filter(({ year }) => isWithin(year, span));
  };
}

function ascending(years: readonly SchoolYear[]): readonly SchoolYear[] {
  return [...new Set(years)].sort((a, b) => a - b);
}
