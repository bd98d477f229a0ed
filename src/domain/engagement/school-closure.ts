import { DomainError } from '../errors.ts';
import type { Engagement, School } from '../records.ts';
import { daysAfter, type LocalDate } from '../time/calendar.ts';
import type { Uai } from '../uai.ts';
import { dutiesOf } from './content.ts';

type Closing = Pick<School, 'uai' | 'closedOn' | 'successor'>;

/** Whether what lasts until that day, or has no end, goes on after the last day of the school. */
export function outlastsSchool(
  { closedOn }: Pick<School, 'closedOn'>,
  until: LocalDate | undefined,
): boolean {
  return closedOn !== undefined && (until === undefined || until > closedOn);
}

/** Refuses what would go on at a school after its last day (docs/rules.md, Schools that close). Throws
 *  `establishment-closed`. */
export function checkSchoolOpen(school: Closing, until: LocalDate | undefined): void {
  if (!outlastsSchool(school, until)) return;
  const { uai, closedOn: on = '', successor } = school;
  throw new DomainError('establishment-closed', { uai, on, ...(successor && { successor }) });
}

/** What a closure does with the engagements of its school. */
export interface ClosurePlan {
  /** Engagements that go on after the last day: they end on it. */
  readonly ends: readonly Engagement[];
  /** Engagements that must be settled before: a contest is open on them, or they begin after the last day. */
  readonly blocked: readonly Engagement[];
}

export function planClosure(
  engagements: readonly Engagement[],
  { uai, on }: { readonly uai: Uai; readonly on: LocalDate },
): ClosurePlan {
  const goingOn = engagements.filter((one) => one.uai === uai && (!one.period.to || one.period.to > on));
  const isBlocked = ({ confirmation, period }: Engagement) =>
    confirmation === 'contested' || period.from > on;
  return { ends: goingOn.filter((one) => !isBlocked(one)), blocked: goingOn.filter(isBlocked) };
}

/** The engagement that goes on at the school that takes over, from the day after the last one. Its head is asked to
 *  confirm it. */
export function continueAt(
  { personId, sharing, ...content }: Engagement,
  { uai, after, reference }: { readonly uai: Uai; readonly after: LocalDate; readonly reference: string },
): Engagement {
  const from = daysAfter(after, 1);
  return {
    ...{ reference, personId, uai, ...dutiesOf(content), confirmation: 'requested' as const },
    period: { from, ...(content.period.to && { to: content.period.to }) },
    ...(sharing && { sharing }),
  };
}
