import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { type AuthorisationKey, isSameAction } from '../../domain/engagement/authorisation-key.ts';
import { saveAuthorisation } from '../../domain/engagement/save-authorisation.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Authorisation } from '../../domain/records.ts';
import type { Clock } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

interface LocalActionCommand {
  readonly authorisation: Authorisation;
  readonly by: PersonId;
}

/** Records an authorisation of the local authority for the school (a conditional mission, its dates and its
 *  convention), or changes the one recorded as `original`. Throws `invalid-request` for a mission that needs
 *  no authorisation, `authorisation-exists` where the same mission, authority and first day are already
 *  recorded, `not-found`. */
const saveLocalAction =
  ({ store, clock, catalogue }: Ports) =>
  (command: LocalActionCommand & { readonly original?: AuthorisationKey }): Promise<void> =>
    retryOnConflict(async () => {
      const { authorisation, original } = command;
      if (!catalogue.framework.missions.get(authorisation.mission)?.conditional) {
        throw new DomainError('invalid-request', { reason: authorisation.mission });
      }
      const known = await store.readAuthorisations([authorisation.uai]);
      const changes = saveAuthorisation(known, { authorisation, ...(original && { original }) });
      const action = original ? 'authorisation-changed' : 'authorisation-saved';
      await store.commit([...changes, audited(action, command, clock)]);
    });

/** Removes an action that was recorded by mistake. An action that has ended should get a last day instead.
 *  Throws `settled-meanwhile` where it was removed already. */
const removeLocalAction =
  ({ store, clock }: Ports) =>
  ({ authorisation, by }: LocalActionCommand): Promise<void> =>
    retryOnConflict(async () => {
      const known = await store.readAuthorisations([authorisation.uai]);
      const stored = known.find((one) => isSameAction(one, authorisation));
      if (!stored) throw new DomainError('settled-meanwhile');
      await store.commit([
        { kind: 'records-as-read', of: 'authorisation', records: [stored] },
        { kind: 'authorisation-removed', authorisation: stored },
        audited('authorisation-removed', { authorisation: stored, by }, clock),
      ]);
    });

function audited(action: AuditAction, { authorisation, by }: LocalActionCommand, clock: Clock): Change {
  const { uai, mission, period } = authorisation;
  const details = { mission, from: period.from };
  return audit(action, { at: clock.now(), actor: by, subject: uai, details });
}

export const localActionServices = useCases({ saveLocalAction, removeLocalAction });
