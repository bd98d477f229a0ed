import { type AuditAction, audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution, ProgressReview } from '../../domain/records.ts';
import { checkEnteredReview } from '../../domain/review/enter-review.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import type { Clock, Ids, Store } from '../ports.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readPersonRecords'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'credentialId'>;
}

interface Entering {
  readonly actor: PersonId;
  /** The reason why it is entered or removed, or the document that proves it. */
  readonly reason: string;
}

/** Enters a review that was held or a written report that is acknowledged, for the DANE. Throws
 *  `own-engagement` for the agent's own record, and the errors of `checkEnteredReview`. */
export const enterReview =
  (needs: Needs) =>
  async ({ review, ...entering }: Entering & { readonly review: ProgressReview }): Promise<void> => {
    const record = await readOthers(needs, review.personId, entering);
    checkEnteredReview(review, record, localDateInParis(needs.clock.now()));
    await needs.store.commit([
      { kind: 'progress-review-saved', review },
      audited(needs, 'review-recorded', { ...entering, review }),
    ]);
  };

/** Enters a contribution for the DANE, which validates it at the same time. Throws `own-engagement`. */
export const enterContribution =
  (needs: Needs) =>
  async ({
    said,
    personId,
    ...entering
  }: Entering & {
    readonly said: Pick<Contribution, 'kind' | 'on' | 'url'>;
    readonly personId: PersonId;
  }): Promise<void> => {
    const { store, clock, ids } = needs;
    await readOthers(needs, personId, entering);
    const reference = `J-${ids.credentialId()}`;
    const { actor, reason } = entering;
    const at = clock.now();
    const judged = { by: actor, at };
    await store.commit([
      { kind: 'contribution-saved', contribution: { ...said, personId, reference, validated: true, judged } },
      audit('contribution-added', { at, actor, subject: personId, details: { reference, reason } }),
    ]);
  };

async function readOthers({ store }: Needs, personId: PersonId, { actor }: Entering) {
  if (personId === actor) throw new DomainError('own-engagement');
  const [record] = await store.readPersonRecords([personId]);
  return record ?? { engagements: [], reviews: [] };
}

function audited(
  { clock }: Needs,
  action: AuditAction,
  { review: { personId, uai, on }, actor, reason }: Entering & { readonly review: ProgressReview },
) {
  return audit(action, { at: clock.now(), actor, subject: personId, details: { uai, on, reason } });
}
