import type { Clock } from '../../application/ports.ts';
import { requireMember } from '../../application/school/reviews.ts';
import type { Ports } from '../../application/service-ports.ts';
import { useCases } from '../../application/use-cases.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
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

/** Removes a record of means. */
const removeMeans =
  ({ store, clock }: Ports) =>
  async ({ means, by }: MeansCommand): Promise<void> =>
    store.commit([{ kind: 'means-removed', means }, audited('means-removed', { means, by }, clock)]);

function audited(action: AuditAction, { means, by }: MeansCommand, clock: Clock): Change {
  const { uai, kind, personId } = means;
  const details = { uai, kind };
  return audit(action, { at: clock.now(), actor: by, subject: personId, details });
}

export const meansServices = useCases({ saveMeans, removeMeans });
