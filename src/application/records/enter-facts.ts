import { type AuditAction, audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution, ProgressReview } from '../../domain/records.ts';
import { checkEnteredReview } from '../../domain/review/record-review.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import { keyOfForm } from '../key-of-form.ts';
import type { Clock, Ids, Store } from '../ports.ts';
import { onceMore } from '../store/once-more.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readContributions' | 'readPersonRecords'>;
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

interface EnterContribution extends Entering {
  readonly said: Pick<Contribution, 'kind' | 'on' | 'url'>;
  readonly personId: PersonId;
  /** The token of the form: sent several times, it enters one contribution. */
  readonly once?: string | undefined;
}

/** Enters a contribution for the DANE, which validates it at the same time. Throws `own-engagement`. */
export const enterContribution =
  (needs: Needs) =>
  ({ said, personId, once, ...entering }: EnterContribution): Promise<void> =>
    onceMore(async () => {
      const { store, clock, ids } = needs;
      await readOthers(needs, personId, entering);
      const { actor, reason } = entering;
      const words = [personId, said.kind, said.on, said.url];
      const reference = `J-${(await keyOfForm({ by: actor, once, said: words })) ?? ids.credentialId()}`;
      const [known] = await store.readContributions([reference]);
      if (known) return;
      const at = clock.now();
      const judged = { by: actor, at };
      const contribution = { ...said, personId, reference, validated: true, judged };
      await store.commit([
        { kind: 'contribution-added', contribution },
        audit('contribution-added', { at, actor, subject: personId, details: { reference, reason } }),
      ]);
    });

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
