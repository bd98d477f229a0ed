import { commitOnce } from '../../application/concurrency/named-record.ts';
import type { Clock, Store } from '../../application/ports.ts';
import { requireMember } from '../../application/school/reviews.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Means } from './feature.ts';

interface MeansCommand {
  readonly means: Means;
  readonly by: PersonId;
}

interface SaveMeans {
  readonly means: Omit<Means, 'personId'>;
  readonly personIds: readonly PersonId[];
  readonly by: PersonId;
}

/** Records means that the school provides to some people, each of whom may use them. It replaces a record with the
 *  same kind, person and first day. Throws `unknown-person` where one of them has no engagement at the school. */
const saveMeans =
  ({ store, clock }: Ports) =>
  async ({ means, personIds, by }: SaveMeans): Promise<void> => {
    for (const personId of personIds) await requireMember(store, means.uai, personId);
    const each = personIds.map((personId): Means => ({ ...means, personId }));
    await store.commit(
      each.flatMap((one) => [
        { kind: 'means-saved' as const, means: one },
        audited('means-saved', { means: one, by }, clock),
      ]),
    );
  };

/** Removes a record of means of the school. Throws `unknown-person` if the school has no such record and the person
 *  no engagement there, and `settled-meanwhile` if the record was removed already. */
const removeMeans =
  ({ store, clock }: Ports) =>
  async ({ means, by }: MeansCommand): Promise<void> => {
    await requireMeans(store, means);
    await commitOnce(store, [
      { kind: 'means-removed', means },
      audited('means-removed', { means, by }, clock),
    ]);
  };

async function requireMeans(store: Store, { uai, personId, kind, since }: Means): Promise<void> {
  const isIt = (one: Means) => one.personId === personId && one.kind === kind && one.since === since;
  if ((await store.readMeans(uai)).some(isIt)) return;
  await requireMember(store, uai, personId);
  throw new DomainError('settled-meanwhile');
}

function audited(action: AuditAction, { means, by }: MeansCommand, clock: Clock): Change {
  const { uai, kind, personId } = means;
  const details = { uai, kind };
  return audit(action, { at: clock.now(), actor: by, subject: personId, details });
}

export const meansServices = useCases({ saveMeans, removeMeans });
