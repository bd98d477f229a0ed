import type { Change } from '../../domain/change/change.ts';
import type { ReviewNotes } from '../../domain/engagement/review-notes.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Clock, Store } from '../ports.ts';
import { requireMember } from './member.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
}

interface ReviewCommand {
  readonly uai: Uai;
  readonly personId: PersonId;
  readonly on: LocalDate;
  readonly by: PersonId;
}

/** Plans the progress review of the school year that the day is in; another day replaces it.
 *  Throws `unknown-person` where they have no engagement at the school. */
export const planReview =
  ({ store, clock }: Needs) =>
  async ({ uai, personId, on, by }: ReviewCommand): Promise<void> => {
    await requireMember(store, uai, personId);
    const planned = { personId, uai, on, schoolYear: schoolYearOf(on), plannedBy: by };
    await store.commit([
      { kind: 'review-planned', planned },
      audited('review-planned', { uai, personId, on, by }, clock),
    ]);
  };

/** Records a review that was held, with what was written down. Recorded again for the same day, the new text replaces
 *  the first. Throws `unknown-person`, `review-not-held` for a day to come. */
export const recordReview =
  ({ store, clock }: Needs) =>
  async (command: ReviewCommand & { readonly notes: ReviewNotes }): Promise<void> => {
    const { uai, personId, on, by, notes } = command;
    const writtenAt = clock.now();
    if (on > localDateInParis(writtenAt)) throw new DomainError('review-not-held');
    await requireMember(store, uai, personId);
    await store.commit([
      { kind: 'progress-review-saved', review: { personId, uai, on, kind: 'review' } },
      { kind: 'review-written', review: { personId, uai, on, notes, writtenBy: by, writtenAt } },
      audited('review-recorded', command, clock),
    ]);
  };

function audited(action: string, { uai, personId, on, by }: ReviewCommand, clock: Clock): Change {
  const details = { uai, on };
  return { kind: 'audited', entry: { at: clock.now(), actor: by, action, subject: personId, details } };
}
