import { isMet } from '../criteria/evaluate.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import { findJustMet, type JudgedBy, type JustMet } from '../criteria/just-met.ts';
import type { Role } from '../engagement/mission.ts';
import { isToRenew, withoutUnrenewed } from '../engagement/renewal.ts';
import { findConflicts } from '../engagement/role-conflict.ts';
import { derivePersonFacts } from '../facts/derive-person.ts';
import { notedGround } from '../facts/review-years.ts';
import type { FactsBasis, PersonFacts } from '../facts/types.ts';
import type { AttendedEvent, Engagement, PersonRecord } from '../records.ts';

/** A ground without which the badge would not be met, and which was not checked in the usual way. */
export type WeakGround =
  /** Trainings attended for more hours than the event has. */
  | { readonly kind: 'hours-above'; readonly count: number }
  /** Contributions that only the person declared. */
  | { readonly kind: 'declared'; readonly count: number }
  /** Years that count as reviewed by the waiver alone. */
  | { readonly kind: 'waived'; readonly count: number }
  /** Engagements without a last day that no one confirmed again in the school year of the judgment. */
  | { readonly kind: 'not-renewed'; readonly count: number }
  /** Engagements that the DANE confirmed on documents. */
  | { readonly kind: 'on-documents'; readonly count: number };

/** Something unsettled about the person. It changes nothing in the judgment as it stands. */
export type NearTrouble =
  | { readonly kind: 'contested'; readonly count: number }
  /** A role that someone else holds at the same school on a common day. */
  | { readonly kind: 'clash'; readonly role: Role }
  /** Someone signed in with the person's address, and the service is not certain who it was. */
  | { readonly kind: 'sign-in-doubt' };

/** Why a person should look at a proposal before it is granted. */
export type ReviewFlag = JustMet | WeakGround | NearTrouble;

/** Whether an act on many badges takes those that a person should look at first. */
export type CautiousBadges = 'left-out' | 'included';

/** The judgment to look at, with the records around it. */
export interface ReviewFlagCase extends JudgedBy {
  readonly evaluation: Evaluation;
  /** Absent for a school's badge, whose requirements count people. */
  readonly record?: PersonRecord;
  readonly basis: FactsBasis;
  /** Countable engagements that hold a single role where the person is engaged. */
  readonly holders: readonly Engagement[];
  readonly isDoubted: boolean;
}

/** All cautions of a met badge: figures just above a threshold, then weak grounds, then troubles of the
 *  person. */
export function findReviewFlags(it: ReviewFlagCase): readonly ReviewFlag[] {
  const { evaluation, record } = it;
  const { facts } = evaluation;
  if (!evaluation.met || facts.kind !== 'person' || !record) return [];
  return [...findJustMet(evaluation, it), ...weakGrounds(facts, record, it), ...troubles(record, it)];
}

function weakGrounds(facts: PersonFacts, record: PersonRecord, it: ReviewFlagCase): readonly WeakGround[] {
  const { definition, criteria, basis, evaluation } = it;
  const isNeeded = (without: PersonFacts) => !isMet({ definition, criteria, facts: without });
  const declared = facts.contributions.filter(({ validated }) => !validated);
  const waived = facts.reviewYears.filter((year) => groundOfYear(facts, year, it) === 'waiver');
  const isOnDocuments = ({ confirmation }: Engagement) => confirmation === 'confirmed-by-dane';
  const documented = record.engagements.filter(isOnDocuments);
  const isTraining = ({ event }: AttendedEvent) => facts.trainings.some(({ code }) => code === event.code);
  const grounds = [
    {
      kind: 'hours-above' as const,
      count: record.attended.filter((one) => isAboveEvent(one) && isTraining(one)).length,
      without: () => {
        const attended = record.attended.map((one) => ({ ...one, hours: hoursWithin(one) }));
        return derivePersonFacts({ ...record, attended }, evaluation.on, basis);
      },
    },
    {
      kind: 'declared' as const,
      count: declared.length,
      without: () => ({ ...facts, contributions: facts.contributions.filter(({ validated }) => validated) }),
    },
    {
      kind: 'waived' as const,
      count: waived.length,
      without: () => ({ ...facts, reviewYears: facts.reviewYears.filter((year) => !waived.includes(year)) }),
    },
    {
      kind: 'on-documents' as const,
      count: documented.length,
      without: () => {
        const engagements = record.engagements.filter((one) => !isOnDocuments(one));
        return derivePersonFacts({ ...record, engagements }, evaluation.on, basis);
      },
    },
    {
      kind: 'not-renewed' as const,
      count: record.engagements.filter((one) => isToRenew(one, facts.schoolYear)).length,
      without: () => {
        const engagements = withoutUnrenewed(record.engagements);
        return derivePersonFacts({ ...record, engagements }, evaluation.on, basis);
      },
    },
  ];
  return grounds.flatMap(({ kind, count, without }) =>
    count > 0 && isNeeded(without()) ? [{ kind, count }] : [],
  );
}

/** The hours of an attendance, at most those of its event where it has any. */
function hoursWithin({ hours, event }: AttendedEvent): number {
  return Math.min(hours, event.hours ?? hours);
}

function isAboveEvent(one: AttendedEvent): boolean {
  return hoursWithin(one) < one.hours;
}

function groundOfYear(facts: PersonFacts, year: number, { criteria }: ReviewFlagCase) {
  const noted = facts.years.find((one) => one.year === year);
  return notedGround(noted ?? { year }, criteria.thresholds);
}

function troubles(record: PersonRecord, { holders, isDoubted }: ReviewFlagCase): readonly NearTrouble[] {
  const contested = record.engagements.filter(({ confirmation }) => confirmation === 'contested').length;
  const standing = record.engagements.filter(({ confirmation }) => confirmation !== 'contested');
  const roles = new Set(standing.flatMap((one) => findConflicts(one, holders).map(({ role }) => role)));
  return [
    ...(contested > 0 ? [{ kind: 'contested' as const, count: contested }] : []),
    ...[...roles].map((role) => ({ kind: 'clash' as const, role })),
    ...(isDoubted ? [{ kind: 'sign-in-doubt' as const }] : []),
  ];
}
