import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import { seenContribution } from '../../domain/award/counted-records.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution } from '../../domain/records.ts';
import { keyOfForm } from '../idempotency-key.ts';
import type { Clock, Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

/** The fields of a contribution that its author gives. */
export type ContributionInput = Pick<Contribution, 'kind' | 'on' | 'title' | 'description' | 'url'>;

interface AddContribution {
  readonly personId: PersonId;
  readonly said: ContributionInput;
  readonly once?: string;
}

interface OwnReference {
  readonly personId: PersonId;
  readonly reference: string;
}

interface ChangeContribution extends OwnReference {
  readonly said: ContributionInput;
  /** The contribution that was shown when these values were typed (`seenContribution`). */
  readonly seen: string | undefined;
}

/** Adds a contribution, which the DANE has not validated yet. `once` identifies the form: when the same
 *  content is sent twice from it, even at the same moment, only one contribution is added. */
const addContribution =
  ({ store, clock, ids }: Ports) =>
  ({ personId, said, once }: AddContribution): Promise<void> =>
    retryOnConflict(async () => {
      const { kind, on, title, description, url } = said;
      const key = await keyOfForm({ by: personId, once, said: [kind, on, title, description, url] });
      const reference = `J-${key ?? ids.credentialId()}`;
      const [known] = await store.readContributions([reference]);
      if (known) return;
      const contribution = { ...said, personId, reference, validated: false };
      await store.commit([
        { kind: 'contribution-added', contribution },
        audited('contribution-added', contribution, clock),
      ]);
    });

/** Changes one's own contribution. Throws `not-found` for another person's, `contribution-validated`, and
 *  `store-conflict` where it was changed since it was shown: a form opened earlier would undo that change. */
const changeContribution =
  ({ store, clock }: Ports) =>
  ({ said, seen, personId, reference }: ChangeContribution): Promise<void> =>
    retryOnConflict(async () => {
      const before = await readOpenContribution(store, { personId, reference });
      if (seen !== seenContribution(before))
        throw new DomainError('store-conflict', { constraint: 'contribution_seen' });
      const contribution = { ...said, personId, reference, validated: before.validated };
      await store.commit([
        { kind: 'records-as-read', of: 'contribution', records: [before] },
        { kind: 'contribution-saved', contribution },
        audited('contribution-changed', contribution, clock),
      ]);
    });

/** Removes one's own contribution. Throws `not-found`, `contribution-validated`. */
const removeContribution =
  ({ store, clock }: Ports) =>
  (own: OwnReference): Promise<void> =>
    retryOnConflict(async () => {
      const asRead = await readOpenContribution(store, own);
      await store.commit([
        { kind: 'contribution-removed', asRead },
        audited('contribution-removed', own, clock),
      ]);
    });

async function readOpenContribution(
  store: Store,
  { personId, reference }: OwnReference,
): Promise<Contribution> {
  const [contribution] = await store.readContributions([reference]);
  if (contribution?.personId !== personId) throw new DomainError('not-found');
  if (contribution.validated) throw new DomainError('contribution-validated');
  return contribution;
}

function audited(action: AuditAction, { personId, reference }: OwnReference, clock: Clock): Change {
  const at = clock.now();
  return audit(action, { at, actor: personId, subject: personId, details: { reference } });
}

export const contributionServices = useCases({ addContribution, changeContribution, removeContribution });
