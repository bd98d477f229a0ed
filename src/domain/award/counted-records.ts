import type { PersonId } from '../ids.ts';
import {
  type Contribution,
  type Engagement,
  type Event,
  isCountable,
  type ProgressReview,
} from '../records.ts';
import { type SchoolYear, schoolYearOf } from '../time/school-year.ts';
import { countedContributions } from './re-evaluate.ts';
import type { Award, IssuedCredential } from './types.ts';

/** The content of a contribution as one text, which a form carries. Comparing it with what is recorded when the
 *  form is sent shows whether the contribution was changed or judged since it was shown. */
export function seenContribution(contribution: Contribution): string {
  const { reference, kind, on, title = '', description = '', url = '', validated } = contribution;
  return JSON.stringify([reference, kind, on, title, description, url, validated]);
}

/** Whether this award stands and states the contribution as validated: granted or issued, and neither
 *  revoked, declined nor erased. */
export function restsOnContribution(
  { award, credential }: { readonly award: Award; readonly credential?: IssuedCredential },
  reference: string,
): boolean {
  if (credential?.revocation || credential?.erasedAt) return false;
  if (credential?.choice.acceptance === 'declined') return false;
  const { facts } = award.evaluation;
  if (facts.kind !== 'person') return false;
  return facts.contributions.some((one) => one.reference === reference && one.validated);
}

/** A record of a person that an award may have counted. */
export type CountedRecord =
  | { readonly kind: 'engagement'; readonly engagement: Engagement }
  | { readonly kind: 'attendance'; readonly event: Event; readonly personId: PersonId }
  | { readonly kind: 'review'; readonly review: ProgressReview }
  | { readonly kind: 'contribution'; readonly reference: string; readonly personId: PersonId };

/** An award and, where it is signed, its badge. */
export interface Awarded {
  readonly award: Award;
  readonly credential?: IssuedCredential;
}

/** Whether the award stands: granted or issued, and neither revoked, declined nor erased. */
function isStanding({ credential }: Awarded): boolean {
  return !credential?.revocation && !credential?.erasedAt && credential?.choice.acceptance !== 'declined';
}

/** Whether this award stands and its facts contain the record. The facts of a school's badge name only the
 *  people, the school and the year, so any record of a member in that year counts. */
export function countsRecord(awarded: Awarded, record: CountedRecord): boolean {
  if (!isStanding(awarded)) return false;
  const { facts, findings } = awarded.award.evaluation;
  if (facts.kind === 'establishment') {
    const isMember = facts.members.some(({ personId }) => personId === personOf(record));
    return isMember && touchesYear(record, facts.schoolYear, facts.uai);
  }
  if (facts.personId !== personOf(record)) return false;
  switch (record.kind) {
    case 'engagement':
      return (
        isCountable(record.engagement.confirmation) &&
        facts.years.some(
          ({ year, uais }) => uais.includes(record.engagement.uai) && touchesYear(record, year),
        )
      );
    case 'attendance': {
      const { code } = record.event;
      return (
        facts.trainings.some((one) => one.code === code) ||
        facts.years.some(({ daneEvents }) => daneEvents.includes(code))
      );
    }
    case 'review':
      return (
        record.review.on <= facts.on &&
        facts.years.some(
          ({ year, reviewed, reviewedBy }) =>
            reviewed && reviewedBy !== 'waiver' && year === schoolYearOf(record.review.on),
        )
      );
    case 'contribution':
      return (
        restsOnContribution(awarded, record.reference) || countedContributions(findings).has(record.reference)
      );
  }
}

function personOf(record: CountedRecord): PersonId {
  switch (record.kind) {
    case 'engagement':
      return record.engagement.personId;
    case 'review':
      return record.review.personId;
    case 'attendance':
    case 'contribution':
      return record.personId;
  }
}

/** Whether the record has a day in the school year and, for an engagement, at the school. */
function touchesYear(record: CountedRecord, year: SchoolYear, uai?: string): boolean {
  switch (record.kind) {
    case 'engagement': {
      const { period, uai: at, confirmation } = record.engagement;
      const isIn = schoolYearOf(period.from) <= year && (!period.to || schoolYearOf(period.to) >= year);
      return isIn && (uai === undefined || at === uai) && isCountable(confirmation);
    }
    case 'review':
      return schoolYearOf(record.review.on) === year;
    case 'attendance':
      return schoolYearOf(record.event.startsOn) === year;
    case 'contribution':
      return false;
  }
}
