import type { Thresholds } from '../criteria/definition.ts';
import { familiesWhere } from '../engagement/mission.ts';
import {
  type Contribution,
  type Engagement,
  isCountable,
  type PersonRecord,
  type ProgressReview,
} from '../records.ts';
import { daysAfter, type LocalDate, toDayNumber } from '../time/calendar.ts';
import { type SchoolYear, schoolYearOf } from '../time/school-year.ts';
import { deriveDaneEvents, deriveTrainings, sumHours } from './attendance.ts';
import {
  type CountableEngagement,
  confirmersOf,
  cutCountable,
  cutToYear,
  deriveYearOfEngagements,
} from './engagement-days.ts';
import { deriveReviewYears, groundOf } from './review-years.ts';
import type {
  ContributionFact,
  FactsBasis,
  PersonFacts,
  TrainingFact,
  YearFacts,
  YearOfEngagements,
} from './types.ts';

/** All facts that rules may look at for one person, as of the end of day `on` (docs/rules.md, Facts). Records
 *  dated after `on` are ignored. Confirmations, proofs and authorisations are taken as they are today. */
export function derivePersonFacts(record: PersonRecord, on: LocalDate, basis: FactsBasis): PersonFacts {
  const segments = cutCountable(record.engagements, on);
  const engaged = deriveEngagedYears(segments, record, { on, basis });
  const valued: SchoolYear[] = [];
  for (const [year, { days }] of engaged) if (yearValue(days, basis.thresholds) > 0) valued.push(year);
  const reviews = record.reviews.filter((review) => review.on <= on);
  const reviewYears = deriveReviewYears(valued, reviews, basis.thresholds);
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
    families: familiesWhere(basis.framework, (family) =>
      years.some(({ families: covered }) => covered.includes(family)),
    ),
    reviewYears,
    trainings,
    contributions: deriveContributions(record.contributions, on),
    ...engagedBounds(segments, record.engagements, on),
    confirmedBy: confirmersOf(segments),
  };
}

/** The value of a year: 1, 0.5 or 0, by threshold. Days are not rounded. */
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
  const first = firstDayIn(segments);
  if (first === undefined) return years;
  const last = schoolYearOf(on);
  for (let year = schoolYearOf(first); year <= last; year += 1) {
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
  /** The current school year; present only if a countable engagement covers D. */
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
  const trainings = parts.trainings.filter(({ expired }) => !expired);
  const known = new Set([...engaged.keys(), ...daneEvents.keys(), ...reviewYears]);
  for (const { year } of trainings) known.add(year);
  if (runningOn !== undefined) known.add(runningOn);
  const years = [...known].sort((a, b) => a - b);
  return years.map((year) => {
    const ofSegments = engaged.get(year) ?? { year, ...NOTHING };
    const { days } = ofSegments;
    const value = yearValue(days, thresholds);
    const reviewed = reviewYears.includes(year);
    return {
      ...ofSegments,
      value,
      trainingHours: sumHours(trainings.filter((one) => one.year === year).map(({ hours }) => hours)),
      daneEvents: daneEvents.get(year) ?? [],
      reviewed,
      ...(reviewed && { reviewedBy: groundOf(year, parts.reviews) }),
      underway: year === runningOn || (value === 0 && days > 0),
    };
  });
}

/** Distinct contributions dated ≤ D, by date then reference. */
function deriveContributions(
  contributions: readonly Contribution[],
  on: LocalDate,
): readonly ContributionFact[] {
  const dated = contributions.filter((contribution) => contribution.on <= on);
  if (dated.length === 0) return [];
  const distinct = new Map(dated.map((contribution) => [contribution.reference, contribution]));
  return [...distinct.values()]
    .toSorted((a, b) => (`${a.on} ${a.reference}` < `${b.on} ${b.reference}` ? -1 : 1))
    .map(({ reference, kind, on: date, url, validated }) => {
      return { reference, kind, on: date, linked: (url ?? '').trim() !== '', validated };
    });
}

function engagedBounds(
  segments: readonly CountableEngagement[],
  engagements: readonly Engagement[],
  on: LocalDate,
): Pick<PersonFacts, 'engagedFrom' | 'engagedTo' | 'ongoing'> {
  const engagedFrom = firstDayIn(segments);
  if (!engagedFrom) return {};
  const engagedTo = lastDayIn(segments, on);
  return { engagedFrom, engagedTo, ongoing: engagedTo === on && continuesAfter(engagements, on) };
}

/** Whether a countable engagement covers the day after `on`. An engagement that is cut in two at `on` continues. */
function continuesAfter(engagements: readonly Engagement[], on: LocalDate): boolean {
  const next = daysAfter(on, 1);
  return engagements.some(
    ({ confirmation, period: { from, to } }) =>
      isCountable(confirmation) && from <= next && (to === undefined || to >= next),
  );
}

function firstDayIn(segments: readonly CountableEngagement[]): LocalDate | undefined {
  return segments.map(({ engagement }) => engagement.period.from).toSorted()[0];
}

/** The last day of engagements that are cut at `on`. */
function lastDayIn(segments: readonly CountableEngagement[], on: LocalDate): LocalDate {
  const last = segments
    .map(({ engagement }) => engagement.period.to ?? on)
    .toSorted()
    .at(-1);
  return last !== undefined && last < on ? last : on;
}
