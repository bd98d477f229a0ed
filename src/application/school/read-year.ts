import type { AchievementDefinition, Criteria } from '../../domain/criteria/definition.ts';
import { evaluate } from '../../domain/criteria/evaluate.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { familiesMetByTime } from '../../domain/criteria/team-met-by-time.ts';
import { deriveMissionSplit, type MissionSplit } from '../../domain/engagement/mission-split.ts';
import { DomainError } from '../../domain/errors.ts';
import { deriveTeamFacts } from '../../domain/facts/derive-team.ts';
import { byName } from '../../domain/person/name.ts';
import type { Authorisation, Engagement, Person, PersonRecord, School } from '../../domain/records.ts';
import type { PlannedReview, WrittenReview } from '../../domain/review/planned.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { type SchoolYear, schoolYearOf, wholeYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Contest } from '../../features/contests/feature.ts';
import type { Means } from '../../features/means/feature.ts';
import { readConfirmers } from '../awards/read-confirmers.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { useCases } from '../use-cases.ts';

/** A school in one school year, as its principal sees it. */
export interface SchoolInYear {
  readonly establishment: School;
  readonly schoolYear: SchoolYear;
  /** The current school year and all years with an engagement of the school, descending. */
  readonly schoolYears: readonly SchoolYear[];
  readonly today: LocalDate;
  /** Everyone who has ever had an engagement there, sorted by name. */
  readonly people: readonly Person[];
  readonly records: readonly PersonRecord[];
  /** Every engagement at the school. */
  readonly engagements: readonly Engagement[];
  readonly authorisations: readonly Authorisation[];
  /** The split over the whole school year. */
  readonly split: MissionSplit;
  readonly contests: readonly Contest[];
  /** The instant since which each engagement waits, by its reference. */
  readonly waitsSince: ReadonlyMap<string, Instant>;
  readonly planned: readonly PlannedReview[];
  /** Reviews planned for the next school year. */
  readonly plannedNext: readonly PlannedReview[];
  readonly written: readonly WrittenReview[];
  readonly means: readonly Means[];
  /** The confirmers of its engagements, as far as they are known. */
  readonly confirmers: readonly Person[];
}

/** All records of a school, with the split of one year, by default the current one. Throws
 *  `unknown-establishment`. */
export const readSchool =
  ({ store, clock, catalogue }: Ports) =>
  async (uai: Uai, year?: SchoolYear): Promise<SchoolInYear> => {
    const today = localDateInParis(clock.now());
    const schoolYear = year ?? schoolYearOf(today);
    const [[establishment], [record], authorisations, contests, ...saved] = await Promise.all([
      store.readSchoolsByUai([uai]),
      store.readSchoolRecords([uai]),
      store.readAuthorisations([uai]),
      store.readContestsOfSchool(uai),
      store.readPlannedReviews(uai, schoolYear),
      store.readPlannedReviews(uai, schoolYear + 1),
      store.readWrittenReviews(uai),
      store.readMeans(uai),
    ]);
    if (!establishment) throw new DomainError('unknown-establishment', { uai });
    const [planned, plannedNext, written, means] = saved;
    const records = record?.people ?? [];
    const engagements = records.flatMap((one) => one.engagements.filter((it) => it.uai === uai));
    const requested = engagements.filter(({ confirmation }) => confirmation === 'requested');
    const [people, waiting, confirmers] = await Promise.all([
      store.readPeople(records.map(({ personId }) => personId)),
      store.readRequestsSince(requested.map(({ reference }) => reference)),
      readConfirmers(store, engagements),
    ]);
    const sorted = people.toSorted(byName);
    const order = new Map(sorted.map(({ id }, index) => [id, index]));
    const inOrder = engagements.toSorted(
      (a, b) => (order.get(a.personId) ?? 0) - (order.get(b.personId) ?? 0),
    );
    const facts = { engagements: inOrder, authorisations, framework: catalogue.framework };
    return {
      ...{ establishment, schoolYear, today, authorisations, contests },
      ...{ planned, plannedNext, written, means, confirmers },
      schoolYears: yearsOf(engagements, today),
      people: sorted,
      records,
      engagements: inOrder,
      split: deriveMissionSplit(facts, wholeYear(schoolYear)),
      waitsSince: new Map(waiting.map(({ reference, since }) => [reference, since])),
    };
  };

/** The most future years that an engagement adds to the list. Files contain 9999 for an unknown end, so a limit
 *  is needed. */
const YEARS_AHEAD = 5;

/** The school years of the engagements. An open engagement counts up to today. */
function yearsOf(engagements: readonly Engagement[], today: LocalDate): readonly SchoolYear[] {
  const years = new Set([schoolYearOf(today)]);
  for (const { period } of engagements) {
    const latest = schoolYearOf(period.from > today ? period.from : today);
    const last = period.to ? Math.min(schoolYearOf(period.to), latest + YEARS_AHEAD) : latest;
    for (let year = schoolYearOf(period.from); year <= last; year += 1) years.add(year);
  }
  return [...years].toSorted((a, b) => b - a);
}

/** A badge for schools, with its state for one school this school year. */
export interface SchoolBadge {
  readonly definition: AchievementDefinition;
  readonly evaluation: Evaluation;
  /** The day on which each missing requirement will be met by time alone, by the name of the requirement. */
  readonly requirementsMetOn: ReadonlyMap<string, LocalDate>;
  /** The award of this school year. */
  readonly latest?: AwardWithCredential;
}

/** The badges of a school: all that were granted, and the requirements that are met or missing today. */
export interface SchoolBadges {
  readonly establishment: School;
  readonly on: LocalDate;
  readonly schoolYear: SchoolYear;
  readonly criteria: Criteria;
  readonly awards: readonly AwardWithCredential[];
  readonly badges: readonly SchoolBadge[];
}

/** Judges the badges of a school as of today in Paris. Throws `unknown-establishment`. */
const readSchoolBadges =
  ({ store, clock, catalogue }: Ports) =>
  async (uai: Uai): Promise<SchoolBadges> => {
    const on = localDateInParis(clock.now());
    const schoolYear = schoolYearOf(on);
    const criteria = catalogue.criteriaInForce(on);
    const [[establishment], [record], awards] = await Promise.all([
      store.readSchoolsByUai([uai]),
      store.readSchoolRecords([uai]),
      store.readAwardsOf([{ kind: 'establishment', uai }]),
    ]);
    if (!establishment) throw new DomainError('unknown-establishment', { uai });
    const basis = { thresholds: criteria.thresholds, framework: catalogue.framework };
    const known = record ?? { uai, people: [], meetings: [] };
    const facts = deriveTeamFacts(known, on, basis);
    const badges = criteria.achievements
      .filter(({ recipient }) => recipient === 'establishment')
      .map((definition) => {
        const latest = awards
          .filter(({ award }) => award.achievement === definition.code && award.schoolYear === schoolYear)
          .toSorted((a, b) => a.award.sequence - b.award.sequence)
          .at(-1);
        const evaluation = evaluate({ definition, criteria, facts });
        const { framework } = catalogue;
        return {
          definition,
          evaluation,
          requirementsMetOn: familiesMetByTime({
            ...{ record: known, definition, evaluation, criteria, framework, today: on },
          }),
          ...(latest && { latest }),
        };
      });
    return { establishment, on, schoolYear, criteria, awards, badges };
  };

export const schoolServices = useCases({ readSchool, readSchoolBadges });
