import type { Thresholds } from '../criteria/criteria.ts';
import type { Means } from '../engagement/means.ts';
import { engagementsOfYear } from '../engagement/mission-split.ts';
import type { PlannedReview, WrittenReview } from '../engagement/planned-review.ts';
import { deriveTrainings, sumHours } from '../facts/attended-facts.ts';
import type { PersonId } from '../ids.ts';
import {
  type Authorisation,
  type Engagement,
  type Establishment,
  isCountable,
  type Person,
  type PersonRecord,
} from '../records.ts';
import { type SchoolYear, schoolYearOf } from '../time/school-year.ts';
import type { LocalDate } from '../time/time.ts';
import type { PaperFacts, PaperKind, PaperMember } from './paper.ts';

/** What is on record of a school when a paper is made of it. */
export interface SchoolOnRecord {
  readonly establishment: Establishment;
  readonly people: readonly Person[];
  readonly records: readonly PersonRecord[];
  readonly authorisations: readonly Authorisation[];
  readonly planned: readonly PlannedReview[];
  readonly written: readonly WrittenReview[];
  readonly means: readonly Means[];
}

export interface PaperRequest {
  readonly kind: PaperKind;
  readonly personId?: PersonId;
  readonly schoolYear: SchoolYear;
  /** Facts of the year up to that day. */
  readonly on: LocalDate;
  readonly principal: string;
  readonly thresholds: Thresholds;
}

/** The facts of a paper: that school and that year only, confirmed segments only, and those that are still requested in
 *  the school's file, which shows them as such. Undefined where there is nothing to print. */
export function freezePaper(school: SchoolOnRecord, request: PaperRequest): PaperFacts | undefined {
  const { uai, name, commune } = school.establishment;
  const wanted = school.people.filter(({ id }) => !request.personId || id === request.personId);
  const members = wanted.flatMap((person) => freezeMember(school, request, person) ?? []);
  const review = school.written.find(
    ({ personId, on }) => personId === request.personId && isDated(on, request),
  );
  if (members.length === 0 || (request.kind === 'review-record' && !review)) return undefined;
  return {
    establishment: { uai, name, commune },
    principal: request.principal,
    members,
    authorisations: school.authorisations.filter(
      ({ period }) => engagementsOfYear([{ period }], request.schoolYear).length > 0,
    ),
    ...(request.kind === 'review-record' && review && { review }),
  };
}

function freezeMember(
  school: SchoolOnRecord,
  request: PaperRequest,
  { id, givenName, familyName }: Person,
): PaperMember | undefined {
  const { uai } = school.establishment;
  const record = school.records.find(({ personId }) => personId === id);
  const engagements = engagementsOfYear(record?.engagements ?? [], request.schoolYear).filter(
    (one) => one.uai === uai && isPrinted(one, request),
  );
  if (!record || engagements.length === 0) return undefined;
  const attended = record.attended.filter(({ event }) => isDated(event.startsOn, request));
  const trainings = deriveTrainings(attended, request.on, request.thresholds);
  const planned = school.planned.find(({ personId }) => personId === id);
  return {
    person: { id, givenName, familyName },
    record: {
      personId: id,
      engagements,
      authorisations: record.authorisations.filter((one) => one.uai === uai),
      attended,
      reviews: record.reviews.filter((one) => one.uai === uai && isDated(one.on, request)),
      contributions: record.contributions.filter(({ on }) => isDated(on, request)),
    },
    trainingHours: sumHours(trainings.map(({ hours }) => hours)),
    means: school.means.filter(({ personId, since }) => personId === id && since <= request.on),
    ...(planned && { plannedOn: planned.on }),
  };
}

function isPrinted({ confirmation, period }: Engagement, { kind, on }: PaperRequest): boolean {
  if (period.from > on && kind !== 'mission-letter') return false;
  return isCountable(confirmation) || (kind === 'imp-file' && confirmation === 'requested');
}

function isDated(day: LocalDate, { schoolYear, on }: PaperRequest): boolean {
  return schoolYearOf(day) === schoolYear && day <= on;
}
