import fc from 'fast-check';
import type { YearRange } from '../../../src/domain/criteria/rule.ts';
import type { PersonKind, RuleOf } from '../../../src/domain/criteria/rule-kind.ts';
import { type MissionCode, ROLES } from '../../../src/domain/engagement/mission.ts';
import type { PersonFacts, YearFacts } from '../../../src/domain/facts/types.ts';
import { CONTRIBUTION_KINDS } from '../../../src/domain/records.ts';
import { FAMILY_CODES } from '../../support/office.ts';
import { sumHours } from './attended-facts.ts';
import { countGrounds, notedGround } from './review-years.ts';
import { isWithin, type LeafResult, type PlainLeaves, type RuleScope, yearsOf } from './rule-scope.ts';
import { schoolYearOf } from './school-year.ts';

const MISSIONS = ['A1', 'A2', 'A3', 'B1', 'C4', 'C6', 'C9', 'D1', 'E1', 'E3'] as MissionCode[];
const atLeast = fc.integer({ min: 1, max: 4 });
const years = fc.oneof(fc.constant('all' as const), fc.record({ last: atLeast }));

type PersonScope = RuleScope<PersonFacts>;

/** Counts each requirement on a person's facts (docs/rules.md, Criteria). */
export const personLeaves: PlainLeaves<PersonKind, PersonFacts> = {
  duration: {
    rules: fc.record({ duration: fc.record({ atLeast }) }),
    judge: ({ duration }, scope) => {
      const counted = yearFacts(scope).filter(({ value }) => value > 0);
      const actual = counted.reduce((sum, { value }) => sum + value, 0);
      return { actual, required: duration.atLeast, used: { years: counted.map(({ year }) => year) } };
    },
  },
  yearValue: {
    rules: fc.record({ yearValue: fc.record({ atLeast: fc.constantFrom(0.5, 1) }) }),
    // In a window of several years, the best year counts.
    judge: ({ yearValue }, scope) => {
      const values = yearFacts(scope);
      const best = values.reduce((most, { value }) => Math.max(most, value), 0);
      const years = values.filter(({ value }) => value > 0 && value === best).map(({ year }) => year);
      return { actual: best, required: yearValue.atLeast, used: { years } };
    },
  },
  recent: {
    rules: fc.record({ recent: fc.record({ last: atLeast }) }),
    judge: ({ recent }, scope) => {
      const counted = yearFacts(scope, { last: recent.last }).filter(({ value }) => value > 0);
      const years = counted.map(({ year }) => year);
      return { actual: Math.min(1, years.length), required: 1, used: { years } };
    },
  },
  families: {
    rules: fc.record({
      families: fc.record(
        { atLeast, including: fc.subarray([...FAMILY_CODES], { maxLength: 2 }), inYears: atLeast },
        { requiredKeys: ['atLeast'] },
      ),
    }),
    judge: judgeFamilies,
  },
  missions: {
    rules: fc.record({
      missions: fc.record(
        { of: fc.subarray(MISSIONS, { minLength: 1 }), atLeast, role: fc.constantFrom(...ROLES) },
        { requiredKeys: ['of', 'atLeast'] },
      ),
    }),
    judge: judgeMissions,
  },
  trainingHours: {
    rules: fc.record({
      trainingHours: fc.record(
        { atLeast: fc.integer({ min: 1, max: 40 }), years },
        { requiredKeys: ['atLeast'] },
      ),
    }),
    judge: ({ trainingHours }, scope) => {
      const span = yearsOf(scope, trainingHours.years);
      const counted = scope.facts.trainings.filter(({ year, expired }) => !expired && isWithin(year, span));
      const actual = sumHours(counted.map(({ hours }) => hours));
      return { actual, required: trainingHours.atLeast, used: { events: counted.map(({ code }) => code) } };
    },
  },
  trainings: {
    rules: fc.record({
      trainings: fc.record({ atLeast, years, tags: fc.constant(['ENT']) }, { requiredKeys: ['atLeast'] }),
    }),
    // An expired training gives no hours but is still a training. The range says how far back to look.
    judge: ({ trainings }, scope) => {
      const span = yearsOf(scope, trainings.years);
      const counted = scope.facts.trainings.filter(
        ({ year, tags }) =>
          isWithin(year, span) &&
          (trainings.tags === undefined || trainings.tags.some((tag) => tags.includes(tag))),
      );
      const events = counted.map(({ code }) => code);
      return { actual: events.length, required: trainings.atLeast, used: { events } };
    },
  },
  daneEventYears: {
    rules: fc.record({ daneEventYears: fc.record({ atLeast }) }),
    judge: ({ daneEventYears }, scope) => {
      const counted = yearFacts(scope).filter(({ daneEvents }) => daneEvents.length > 0);
      const years = counted.map(({ year }) => year);
      const events = counted.flatMap(({ daneEvents }) => daneEvents);
      return { actual: years.length, required: daneEventYears.atLeast, used: { years, events } };
    },
  },
  reviewYears: {
    rules: fc.record({ reviewYears: fc.record({ atLeast }) }),
    judge: ({ reviewYears }, scope) => {
      const span = yearsOf(scope);
      const years = scope.facts.reviewYears.filter((year) => isWithin(year, span));
      return {
        actual: years.length,
        required: reviewYears.atLeast,
        used: { years, ...groundsOf(years, scope) },
      };
    },
  },
  contributions: {
    rules: fc.record({
      contributions: fc.record(
        {
          atLeast,
          kinds: fc.subarray([...CONTRIBUTION_KINDS], { minLength: 1 }),
          validated: fc.constant(true as const),
          linked: fc.constant(true as const),
        },
        { requiredKeys: ['atLeast', 'kinds'] },
      ),
    }),
    judge: judgeContributions,
  },
};

function groundsOf(years: readonly number[], { facts, criteria }: PersonScope) {
  const grounds = years.map((year) => {
    const noted = facts.years.find((one) => one.year === year);
    return notedGround(noted ?? { year }, criteria.thresholds);
  });
  return years.length === 0 ? {} : { reviewedBy: countGrounds(grounds) };
}

/** Inside a bound year or window, only contributions dated in it count. */
function judgeContributions(
  { contributions: requested }: RuleOf<'contributions'>,
  scope: PersonScope,
): LeafResult {
  const span = yearsOf(scope);
  const counted = scope.facts.contributions.filter(
    (contribution) =>
      requested.kinds.includes(contribution.kind) &&
      (requested.validated === undefined || contribution.validated) &&
      (requested.linked === undefined || contribution.linked) &&
      isWithin(schoolYearOf(contribution.on), span),
  );
  const contributions = counted.map(({ reference }) => reference);
  const declared = counted.filter(({ validated }) => !validated).length;
  const used = { contributions, ...(declared > 0 && { declared }) };
  return { actual: contributions.length, required: requested.atLeast, used };
}

/** Families that count towards the requirement. A place is reserved for each family in `including`, so that
 *  `required − actual` is the number of families still to cover. */
function judgeFamilies({ families: requested }: RuleOf<'families'>, scope: PersonScope): LeafResult {
  const years = yearFacts(scope);
  const counted = FAMILY_CODES.map((family) => ({
    family,
    years: years.filter(({ families }) => families.includes(family)).map(({ year }) => year),
  })).filter((candidate) => candidate.years.length >= (requested.inYears ?? 1));
  const families = counted.map(({ family }) => family);
  const missing = (requested.including ?? []).filter((family) => !families.includes(family));
  const used = { families, years: ascending(counted.flatMap((candidate) => candidate.years)) };
  const most = requested.atLeast - missing.length;
  return {
    actual: missing.length > 0 ? Math.min(families.length, most) : families.length,
    required: requested.atLeast,
    used,
  };
}

function judgeMissions({ missions: requested }: RuleOf<'missions'>, scope: PersonScope): LeafResult {
  const { role } = requested;
  const covered = yearFacts(scope).map((facts) => ({
    year: facts.year,
    missions: (role === undefined ? facts.covered : (facts.coveredWithRole[role] ?? [])).filter((mission) =>
      requested.of.includes(mission),
    ),
  }));
  const missions = requested.of.filter((mission) => covered.some((year) => year.missions.includes(mission)));
  const years = covered.filter((year) => year.missions.length > 0).map(({ year }) => year);
  return { actual: missions.length, required: requested.atLeast, used: { missions, years } };
}

function yearFacts(scope: PersonScope, years?: YearRange): readonly YearFacts[] {
  const span = yearsOf(scope, years);
  return scope.facts.years.filter(({ year }) => isWithin(year, span));
}

function ascending(years: readonly number[]): readonly number[] {
  return [...new Set(years)].toSorted((a, b) => a - b);
}
