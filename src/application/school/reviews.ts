import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ReviewNotes } from '../../domain/review/notes.ts';
import {
  planReviewOn,
  type ReviewCase,
  removeReview as takeBack,
  writeReview,
} from '../../domain/review/record.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { commitOnce } from '../concurrency/named-record.ts';
import type { Clock, Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';

/** The person's record. Throws `unknown-person` where they have no engagement at the school. */
export async function requireMember(store: Store, uai: Uai, personId: PersonId): Promise<void> {
  const [record] = await store.readPersonRecords([personId]);
  if (!record?.engagements.some((one) => one.uai === uai)) throw new DomainError('unknown-person');
}

interface ReviewCommand {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly on: LocalDate;
  readonly by: PersonId;
}

/** Plans the progress review of the school year that contains the day. It replaces the day planned for that
 *  year, and the planned day `instead`. Throws `unknown-person` where the person has no engagement at the
 *  school, `plan-out-of-range`. */
const planReview =
  ({ store, clock }: Ports) =>
  async (command: ReviewCommand & { readonly instead?: LocalDate }): Promise<void> => {
    const { uai, personId, on, by, instead } = command;
    await requireMember(store, uai, personId);
    const today = localDateInParis(clock.now());
    const isPlanned = instead && (await isPlannedOn(store, { uai, personId, on: instead }));
    const changes = planReviewOn(
      { personId, uai, on, plannedBy: by },
      { today, ...(isPlanned && { instead }) },
    );
    await store.commit([...changes, audited('review-planned', command, clock)]);
  };

/** Another tab may have cancelled the day that a form replaces. */
async function isPlannedOn(
  store: Store,
  { uai, personId, on }: Pick<ReviewCommand, 'uai' | 'personId' | 'on'>,
): Promise<boolean> {
  const planned = await store.readPlannedReviews(uai, schoolYearOf(on));
  return planned.some((one) => one.personId === personId);
}

/** Cancels the planned day. Throws `unknown-person`, and `settled-meanwhile` if none is planned. */
const cancelPlan =
  ({ store, clock }: Ports) =>
  async (command: ReviewCommand): Promise<void> => {
    const { uai, personId, on } = command;
    await requireMember(store, uai, personId);
    await commitOnce(store, [
      { kind: 'review-plan-cancelled', personId, uai, schoolYear: schoolYearOf(on) },
      audited('review-plan-cancelled', command, clock),
    ]);
  };

/** Records a review that was held, with its notes, or changes the review of the day `original`. Throws
 *  `unknown-person`, and the errors of `writeReview`. */
const recordReview =
  ({ store, clock }: Ports) =>
  async (
    command: ReviewCommand & { readonly notes: ReviewNotes; readonly original?: LocalDate },
  ): Promise<void> => {
    const { on, by, notes, original } = command;
    const reviewCase = await readCase(store, command);
    const at = clock.now();
    const writing = { on, notes, by, at, today: localDateInParis(at), ...(original && { original }) };
    const changes = writeReview(reviewCase, writing);
    await store.commit([
      ...changes,
      audited(original ? 'review-changed' : 'review-recorded', command, clock),
    ]);
  };

/** Removes the record of a review. Throws `unknown-person`, `review-imported`, and `settled-meanwhile` if it was
 *  removed already. */
const removeReview =
  ({ store, clock }: Ports) =>
  async (command: ReviewCommand): Promise<void> => {
    const changes = takeBack(await readCase(store, command), command.on);
    await commitOnce(store, [...changes, audited('review-removed', command, clock)]);
  };

async function readCase(
  store: Store,
  { uai, personId }: Pick<ReviewCommand, 'uai' | 'personId'>,
): Promise<ReviewCase> {
  const [[record], written] = await Promise.all([
    store.readPersonRecords([personId]),
    store.readWrittenReviews(uai),
  ]);
  if (!record?.engagements.some((one) => one.uai === uai)) throw new DomainError('unknown-person');
  return { personId, uai, record, written: written.filter((one) => one.personId === personId) };
}

function audited(action: AuditAction, { uai, personId, on, by }: ReviewCommand, clock: Clock): Change {
  const details = { uai, on };
  return audit(action, { at: clock.now(), actor: by, subject: personId, details });
}

export const reviewServices = useCases({ planReview, cancelPlan, recordReview, removeReview });
