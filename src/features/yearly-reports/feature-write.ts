import type { Change } from '../../domain/change/union.ts';
import type { FamilyCode, MissionCode, MissionFramework } from '../../domain/engagement/mission.ts';
import { engagementsOfYear } from '../../domain/engagement/mission-split.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ContributionKind, Engagement, PersonRecord, ProgressReview } from '../../domain/records.ts';
import type { FillingFact, Question } from '../../domain/review/questionnaire.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { type SchoolYear, schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { ReportAnswer, YearlyReport } from './feature.ts';

/** The person's records on which a report depends, and the report as it stands. */
export interface ReportCase {
  readonly record: Pick<PersonRecord, 'personId' | 'engagements'>;
  readonly uai: Uai;
  readonly known: YearlyReport | undefined;
}

/** Writes a draft, or hands the report of the current school year in. Throws `review-outside-engagement` where the
 *  person has no engagement at the school that year, `report-handed-in` where it stands handed in,
 *  `report-empty` where a report without any answer would be handed in. */
export function writeReport(
  { record, uai, known }: ReportCase,
  { answers, handsIn, at }: { answers: readonly ReportAnswer[]; handsIn: boolean; at: Instant },
): YearlyReport {
  const schoolYear = schoolYearOf(localDateInParis(at));
  if (schoolsOfReport(record.engagements, schoolYear).every((one) => one !== uai)) {
    throw new DomainError('review-outside-engagement');
  }
  if (known?.handedInAt) throw new DomainError('report-handed-in');
  const given = answers.filter(({ text }) => text !== '');
  if (handsIn && given.length === 0) throw new DomainError('report-empty');
  return {
    ...{ personId: record.personId, uai, schoolYear },
    revision: (known?.revision ?? 0) + 1,
    answers: given,
    changedAt: at,
    ...(handsIn && { handedInAt: at }),
  };
}

/** Makes a report that was handed in a draft again, until its school year ends. If the DANE had acknowledged it, the
 *  self-report that it made goes too, if it is still among the `reviews`. Throws `not-found`, `settled-meanwhile` for
 *  a draft, and `report-year-over`. */
export function takeReportBack(
  report: YearlyReport | undefined,
  { reviews, at }: { reviews: readonly ProgressReview[]; at: Instant },
): readonly Change[] {
  if (!report) throw new DomainError('not-found');
  if (!report.handedInAt) throw new DomainError('settled-meanwhile');
  if (schoolYearOf(localDateInParis(at)) !== report.schoolYear) throw new DomainError('report-year-over');
  const { handedInAt: _, receivedAt, receivedBy: __, factKnown, ...draft } = report;
  return [
    { kind: 'yearly-report-saved', report: { ...draft, revision: report.revision + 1, changedAt: at } },
    ...(receivedAt && !factKnown && isRecorded(report, reviews)
      ? [{ kind: 'progress-review-removed' as const, review: factOf(report) }]
      : []),
  ];
}

/** Acknowledges a report that was handed in: it counts as the self-report of the day on which it was. */
export function receiveReport(
  report: YearlyReport,
  { reviews, by, at }: { reviews: readonly ProgressReview[]; by: PersonId; at: Instant },
): readonly Change[] {
  const isKnown = isRecorded(report, reviews);
  const received = { receivedAt: at, receivedBy: by, ...(isKnown && { factKnown: true }) };
  return [
    {
      kind: 'yearly-report-saved',
      report: { ...report, ...received, revision: report.revision + 1, changedAt: at },
    },
    ...(isKnown ? [] : [{ kind: 'progress-review-saved' as const, review: factOf(report) }]),
  ];
}

function isRecorded(report: YearlyReport, reviews: readonly ProgressReview[]): boolean {
  const fact = factOf(report);
  return reviews.some((one) => one.kind === fact.kind && one.on === fact.on && one.uai === fact.uai);
}

/** The self-report that an acknowledged report makes. */
export function factOf({ personId, uai, handedInAt, changedAt }: YearlyReport): ProgressReview {
  return { personId, uai, on: localDateInParis(handedInAt ?? changedAt), kind: 'self-report' };
}

/** The schools on which a person may write a report: those of their engagements of the year. */
export function schoolsOfReport(engagements: readonly Engagement[], year: SchoolYear): readonly Uai[] {
  return [...new Set(engagementsOfYear(engagements, year).map(({ uai }) => uai))];
}

/** A fact of the year, to be said in words. */
export type FactOfYear =
  | { readonly kind: 'mission'; readonly mission: MissionCode; readonly from: LocalDate }
  | { readonly kind: ContributionKind | 'training'; readonly title?: string; readonly on: LocalDate };

/** The facts of a school year with which the text of a family begins: the missions at the school, then the
 *  contributions and trainings that the question gives to the family, each kind in the order of days. */
export function factsOfFamily(
  { engagements, attended, contributions }: PersonRecord,
  { family, question, framework, uai, year }: FactQuery,
): readonly FactOfYear[] {
  const requested: readonly FillingFact[] = question.facts?.[family] ?? [];
  const first = new Map<MissionCode, LocalDate>();
  for (const { missions, period } of engagementsOfYear(
    engagements.filter((one) => one.uai === uai && one.confirmation !== 'contested'),
    year,
  )) {
    for (const code of missions) {
      const known = first.get(code);
      if (framework.missions.get(code)?.family === family && (!known || period.from < known)) {
        first.set(code, period.from);
      }
    }
  }
  const isOfYear = (on: LocalDate) => schoolYearOf(on) === year;
  const given = contributions
    .filter(({ kind, on }) => requested.includes(kind) && isOfYear(on))
    .map(({ kind, title, on }): FactOfYear => ({ kind, on, ...(title && { title }) }));
  const followed = attended
    .filter(({ event }) => requested.includes('training') && isOfYear(event.startsOn))
    .map(({ event }): FactOfYear => ({ kind: 'training', title: event.title, on: event.startsOn }));
  return [
    ...[...first]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([mission, from]): FactOfYear => ({ kind: 'mission', mission, from })),
    ...[...given, ...followed].toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)),
  ];
}

const dayOf = (fact: FactOfYear) => (fact.kind === 'mission' ? fact.from : fact.on);

interface FactQuery {
  readonly family: FamilyCode;
  readonly question: Pick<Question, 'facts'>;
  readonly framework: Pick<MissionFramework, 'missions'>;
  readonly uai: Uai;
  readonly year: SchoolYear;
}
