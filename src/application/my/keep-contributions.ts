import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution } from '../../domain/records.ts';
import type { Clock, Ids, Store } from '../ports.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'credentialId'>;
}

/** What a person says of one contribution of theirs. */
export type SaidContribution = Pick<Contribution, 'kind' | 'on' | 'url'>;

interface OwnReference {
  readonly personId: PersonId;
  readonly reference: string;
}

/** Adds a contribution, which the DANE has not validated. */
export const addContribution =
  ({ store, clock, ids }: Needs) =>
  async (command: { readonly personId: PersonId; readonly said: SaidContribution }): Promise<void> => {
    const { personId, said } = command;
    const contribution = { ...said, personId, reference: `J-${ids.credentialId()}`, validated: false };
    await store.commit([
      { kind: 'contribution-saved', contribution },
      audited('contribution-added', contribution, clock),
    ]);
  };

/** Changes one's own contribution. Throws `not-found` for one that is not the person's, `contribution-validated`. */
export const changeContribution =
  ({ store, clock }: Needs) =>
  async ({ said, ...own }: OwnReference & { readonly said: SaidContribution }): Promise<void> => {
    const before = await readOpenContribution(store, own);
    const contribution = { ...said, ...own, validated: before.validated };
    await store.commit([
      { kind: 'contribution-saved', contribution },
      audited('contribution-changed', contribution, clock),
    ]);
  };

/** Removes one's own contribution. Throws `not-found`, `contribution-validated`. */
export const removeContribution =
  ({ store, clock }: Needs) =>
  async (own: OwnReference): Promise<void> => {
    await readOpenContribution(store, own);
    const { reference } = own;
    await store.commit([
      { kind: 'contribution-removed', reference },
      audited('contribution-removed', own, clock),
    ]);
  };

async function readOpenContribution(
  store: Store,
  { personId, reference }: OwnReference,
): Promise<Contribution> {
  const [contribution] = await store.readContributions([reference]);
  if (contribution?.personId !== personId) throw new DomainError('not-found');
  if (contribution.validated) throw new DomainError('contribution-validated');
  return contribution;
}

function audited(action: string, { personId, reference }: OwnReference, clock: Clock): Change {
  const entry = { at: clock.now(), actor: personId, action, subject: personId, details: { reference } };
  return { kind: 'audited', entry };
}
