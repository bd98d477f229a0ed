import type { Thresholds } from '../../../src/domain/criteria/definition.ts';
import type {
  ContributionFact,
  FactsBasis,
  PersonFacts,
  TrainingFact,
  YearFacts,
  YearOfEngagements,
} from '../../../src/domain/facts/types.ts';
import type { Contribution, PersonRecord, ProgressReview } from '../../../src/domain/records.ts';
import { FAMILY_CODES } from '../../support/office.ts';
import { deriveDaneEvents, deriveTrainings, sumHours } from './attended-facts.ts';
import {
  type CountableEngagement,
  confirmersOf,
  cutCountable,
  cutToYear,
  deriveYearOfEngagements,
} from './engagement-days.ts';
import { deriveReviewYears, groundOf } from './review-years.ts';
import { type SchoolYear, schoolYearOf } from './school-year.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from './time.ts';

/** All facts that rules may look at for one person, as of the end of day `on` (docs/rules.md, Facts). Records
 *  dated after `on` are ignored. Confirmations, proofs and authorisations are taken as they are today. */
export function derivePersonFacts(record: PersonRecord, on: LocalDate, basis: FactsBasis): PersonFacts {
  const segments = cutCountable(record.engagements, on);
  const engaged = deriveEngagedYears(segments, record, { on, basis });
  const valued = [...engaged].filter(([, { days }]) => yearValue(days, basis.thresholds) > 0);
  const reviews = record.reviews.filter((review) => review.on <= on);
  const reviewYears = deriveReviewYears(
    valued.map(([year]) => year),
    reviews,
    basis.thresholds,
  );
  const trainings = deriveTrainings(record.attended, on, basis.thresholds);
  const daneEvents = deriveDaneEvents(record.attended, on, basis.thresholds);
  const runningOn = segments.some(({ span }) => span.to === toDayNumber(on)) ? schoolYearOf(on) : undefined;
  const parts = { engaged, trainings, daneEvents, reviewYears, reviews, runningOn };
  const years = makeYears(parts, basis.thresholds);
  return {
    kind: 'person',
    personId: record.personId,
    on,
    schoolYear: schoolYearOf(on),
    years,
    duration: years.reduce((sum, { value }) => sum + value, 0),
    families: FAMILY_CODES.filter((family) => years.some(({ families }) => families.includes(family))),
    reviewYears,
    trainings,
    contributions: deriveContributions(record.contributions, on),
    ...engagedBounds(segments, cutCountable(record.engagements, fromDayNumber(toDayNumber(on) + 1)), on),
    confirmedBy: confirmersOf(segments),
  };
}

/** 1, 0.5 or 0 by threshold. Nothing is rounded. */
function yearValue(days: number, { fullYearDays, halfYearDays }: Thresholds): 0 | 0.5 | 1 {
  if (days >= fullYearDays) return 1;
  return days >= halfYearDays ? 0.5 : 0;
}

/** The years with at least one countable day in W(Y). */
function deriveEngagedYears(
  segments: readonly CountableEngagement[],
  { authorisations }: PersonRecord,
  { on, basis }: { readonly on: LocalDate; readonly basis: FactsBasis },
): ReadonlyMap<SchoolYear, YearOfEngagements> {
  const years = new Map<SchoolYear, YearOfEngagements>();
  if (segments.length === 0) return years;
  const firstDay = segments.reduce((first, { span }) => Math.min(first, span.from), Number.POSITIVE_INFINITY);
  for (let year = schoolYearOf(fromDayNumber(firstDay)); year <= schoolYearOf(on); year += 1) {
    const cut = cutToYear(segments, year);
    if (cut.length > 0) years.set(year, deriveYearOfEngagements(cut, year, { authorisations, basis }));
  }
  return years;
}

interface YearInputs {
  readonly engaged: ReadonlyMap<SchoolYear, YearOfEngagements>;
  readonly trainings: readonly TrainingFact[];
  readonly daneEvents: ReadonlyMap<SchoolYear, readonly string[]>;
  readonly reviewYears: readonly SchoolYear[];
  /** Reviews dated ≤ D. */
  readonly reviews: readonly ProgressReview[];
  /** The current school year, where a countable engagement covers D. */
  readonly runningOn: SchoolYear | undefined;
}

const NOTHING: Omit<YearOfEngagements, 'year'> = {
  days: 0,
  covered: [],
  coveredWithRole: {},
  families: [],
  uais: [],
};

/** One entry for each year that has any fact, ascending. */
function makeYears(parts: YearInputs, thresholds: Thresholds): readonly YearFacts[] {
  const { engaged, daneEvents, reviewYears, runningOn } = parts;
  const trainings = Map.groupBy(
    parts.trainings.filter(({ expired }) => !expired),
    ({ year }) => year,
  );
  const running = runningOn === undefined ? [] : [runningOn];
  const known = [engaged.keys(), trainings.keys(), daneEvents.keys(), reviewYears, running];
  const years = [...new Set(known.flatMap((some) => [...some]))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const fromSegments = engaged.get(year) ?? { year, ...NOTHING };
    const value = yearValue(fromSegments.days, thresholds);
    return {
      ...fromSegments,
      value,
      trainingHours: sumHours((trainings.get(year) ?? []).map(({ hours }) => hours)),
      daneEvents: daneEvents.get(year) ?? [],
      reviewed: reviewYears.includes(year),
      ...(reviewYears.includes(year) && { reviewedBy: groundOf(year, parts.reviews) }),
      underway: year === runningOn || (value === 0 && fromSegments.days > 0),
    };
  });
}

/** Distinct contributions dated ≤ D, by date then reference. */
function deriveContributions(
  contributions: readonly Contribution[],
  on: LocalDate,
): readonly ContributionFact[] {
  const dated = contributions.filter((contribution) => contribution.on <= on);
  const distinct = new Map(dated.map((contribution) => [contribution.reference, contribution]));
  return [...distinct.values()]
    .toSorted((a, b) => (`${a.on} ${a.reference}` < `${b.on} ${b.reference}` ? -1 : 1))
    .map(({ reference, kind, on: date, url, validated }) => {
      return { reference, kind, on: date, linked: (url ?? '').trim() !== '', validated };
    });
}

function engagedBounds(
  segments: readonly CountableEngagement[],
  next: readonly CountableEngagement[],
  on: LocalDate,
): Pick<PersonFacts, 'engagedFrom' | 'engagedTo' | 'ongoing'> {
  if (segments.length === 0) return {};
  const isHeld = (day: number) => next.some(({ span }) => span.from <= day && day <= span.to);
  return {
    engagedFrom: fromDayNumber(Math.min(...segments.map(({ span }) => span.from))),
    engagedTo: fromDayNumber(Math.max(...segments.map(({ span }) => span.to))),
    ongoing: isHeld(toDayNumber(on)) && isHeld(toDayNumber(on) + 1),
  };
}
