import { type AuditAction, audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import type { Means } from '../../domain/engagement/means.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Clock } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';
import { requireMember } from './member.ts';

interface MeansCommand {
  readonly means: Means;
  readonly by: PersonId;
}

/** Records means that the school provides to a person. It replaces a record with the same kind, person and
 *  first day. Throws `unknown-person` where the person has no engagement at the school. */
const saveMeans =
  ({ store, clock }: Ports) =>
  async ({ means, by }: MeansCommand): Promise<void> => {
    await requireMember(store, means.uai, means.personId);
    await store.commit([{ kind: 'means-saved', means }, audited('means-saved', { means, by }, clock)]);
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
