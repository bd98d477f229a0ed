import { type AuditAction, audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution } from '../../domain/records.ts';
import { sha256Of } from '../digest.ts';
import type { Clock, Ids, Store } from '../ports.ts';

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readContributions'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'credentialId'>;
}

/** The fields of a contribution that its author gives. */
export type SaidContribution = Pick<Contribution, 'kind' | 'on' | 'title' | 'description' | 'url'>;

interface OwnReference {
  readonly personId: PersonId;
  readonly reference: string;
}

/** Adds a contribution, which the DANE has not validated yet. `once` identifies the form: when the same
 *  content is sent twice from it, even at the same moment, only one contribution is added. */
export const addContribution =
  ({ store, clock, ids }: Needs) =>
  async (command: {
    readonly personId: PersonId;
    readonly said: SaidContribution;
    readonly once?: string;
  }): Promise<void> => {
    const { personId, said } = command;
    const reference = `J-${await keyOf(command, ids)}`;
    const [known] = await store.readContributions([reference]);
    if (known) return;
    const contribution = { ...said, personId, reference, validated: false };
    await store.commit([
      { kind: 'contribution-saved', contribution },
      audited('contribution-added', contribution, clock),
    ]);
  };

/** A key that is the same only for the same person, form and content; a new key where there is no form. */
async function keyOf(
  { personId, said, once }: { personId: PersonId; said: SaidContribution; once?: string },
  ids: Needs['ids'],
): Promise<string> {
  if (once === undefined) return ids.credentialId();
  const words = [said.title ?? '', said.description ?? '', said.url ?? ''];
  const digest = await sha256Of(JSON.stringify([personId, once, said.kind, said.on, ...words]));
  return digest.slice('sha256$'.length, 'sha256$'.length + 32);
}

/** Changes one's own contribution. Throws `not-found` for another person's, `contribution-validated`. */
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
  store: Pick<Store, 'readContributions'>,
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
