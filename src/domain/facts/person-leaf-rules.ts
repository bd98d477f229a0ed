import {
  FAMILIES,
  HALF_YEARS,
  HOURS,
  type LeafTable,
  ON_PERSON,
  ONE_YEAR,
  PIECES,
  upTo,
  YEARS,
} from '../criteria/leaf-traits.ts';
import type { PersonKind } from '../criteria/rule-kind.ts';
import { isWithin, makeSpan } from '../criteria/rule-scope.ts';
import {
  compileContributions,
  compileFamilies,
  compileMissions,
  compileTrainingHours,
  compileTrainings,
  groundsOf,
  makeYears,
  numbersOf,
  valued,
} from './person-counts.ts';
import type { PersonFacts } from './types.ts';

/** Traits of a leaf that looks at what the person was engaged in. */
const ON_ENGAGEMENT = {
  ...ON_PERSON,
  records: 'engagement',
  /** Whether the person was engaged on some day that counts. */
  isOnRecord: (_: unknown, { years }: PersonFacts) =>
    years.some(({ days, underway }) => days > 0 || underway),
} as const;

/** Each requirement on a person: its traits, and how it is compiled into a count over the facts
 *  (docs/rules.md, Criteria). */
export const personLeaves: LeafTable<PersonKind, PersonFacts> = {
  duration: {
    ...ON_ENGAGEMENT,
    counts: 'years',
    tells: 'days',
    explainedBy: ['year'],
    least: () => HALF_YEARS,
    judge: ({ duration }) => {
      const required = duration.atLeast;
      const yearsIn = makeYears();
      return (facts, bound) => {
        const years = yearsIn(facts, bound);
        const actual = years.reduce((sum, { value }) => sum + value, 0);
        return { actual, required, used: () => ({ years: valued(years) }) };
      };
    },
  },
  yearValue: {
    ...ON_ENGAGEMENT,
    counts: 'years',
    tells: 'days',
    explainedBy: ['year'],
    least: () => ONE_YEAR,
    // In a window of several years, the best year counts.
    judge: ({ yearValue }) => {
      const required = yearValue.atLeast;
      const yearsIn = makeYears();
      return (facts, bound) => {
        const years = yearsIn(facts, bound);
        const actual = years.reduce((most, { value }) => Math.max(most, value), 0);
        const best = () => years.filter(({ value }) => value === actual);
        return { actual, required, used: () => ({ years: valued(best()) }) };
      };
    },
  },
  recent: {
    ...ON_ENGAGEMENT,
    counts: 'halfYears',
    tells: 'days',
    explainedBy: ['year'],
    least: () => PIECES,
    judge: ({ recent }) => {
      const yearsIn = makeYears({ last: recent.last });
      return (facts) => {
        const years = yearsIn(facts);
        const actual = years.some(({ value }) => value > 0) ? 1 : 0;
        return { actual, required: 1, used: () => ({ years: valued(years) }) };
      };
    },
  },
  families: {
    ...ON_ENGAGEMENT,
    counts: 'families',
    explainedBy: ['mission', 'authorisation'],
    least: () => FAMILIES,
    canBeMet: ({ families }) => (families.including ?? []).length <= families.atLeast,
    judge: compileFamilies,
  },
  missions: {
    ...ON_ENGAGEMENT,
    counts: 'missions',
    explainedBy: ['mission'],
    least: ({ missions }) => upTo(missions.of),
    missions: ({ missions }) => missions.of,
    canBeMet: ({ missions }) => missions.atLeast <= missions.of.length,
    judge: compileMissions,
  },
  trainingHours: {
    ...ON_PERSON,
    counts: 'hours',
    tells: 'hours',
    explainedBy: ['training', 'training-hours'],
    records: 'training',
    least: () => HOURS,
    isOnRecord: (_, { trainings }) => trainings.length > 0,
    judge: compileTrainingHours,
  },
  trainings: {
    ...ON_PERSON,
    counts: 'trainings',
    explainedBy: ['training'],
    records: 'training',
    least: () => PIECES,
    isOnRecord: ({ trainings: { tags } }, { trainings }) =>
      trainings.some((one) => tags === undefined || tags.some((tag) => one.tags.includes(tag))),
    judge: compileTrainings,
  },
  daneEventYears: {
    ...ON_PERSON,
    counts: 'years',
    explainedBy: [],
    records: 'dane-event',
    least: () => YEARS,
    isOnRecord: (_, { years }) => years.some(({ daneEvents }) => daneEvents.length > 0),
    judge: ({ daneEventYears }) => {
      const required = daneEventYears.atLeast;
      const yearsIn = makeYears();
      return (facts, bound) => {
        const counted = yearsIn(facts, bound).filter(({ daneEvents }) => daneEvents.length > 0);
        const events = () => counted.flatMap(({ daneEvents }) => daneEvents);
        return {
          actual: counted.length,
          required,
          used: () => ({ years: numbersOf(counted), events: events() }),
        };
      };
    },
  },
  reviewYears: {
    ...ON_PERSON,
    counts: 'years',
    explainedBy: ['review'],
    records: 'review',
    least: () => YEARS,
    isOnRecord: (_, { reviewYears }) => reviewYears.length > 0,
    judge: ({ reviewYears }, { thresholds }) => {
      const required = reviewYears.atLeast;
      const spanOf = makeSpan();
      return (facts, bound) => {
        const span = spanOf(facts, bound);
        const years = facts.reviewYears.filter((year) => isWithin(year, span));
        const used = () => ({ years, ...groundsOf(years, facts, thresholds) });
        return { actual: years.length, required, used };
      };
    },
  },
  contributions: {
    ...ON_PERSON,
    counts: 'contributions',
    explainedBy: [],
    records: 'contribution',
    least: () => PIECES,
    isOnRecord: ({ contributions: { kinds } }, { contributions }) =>
      contributions.some(({ kind }) => kinds.includes(kind)),
    judge: compileContributions,
  },
};
