import type { BitstringStatusListEntry } from '#open-badges/credential';
import { isPublished, type Publish, republishStatusList } from '../../application/credentials/revoke.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import { statusListEntry } from '../../issuing/status-list.ts';
import { decideProgramStatus, type ProgramCredential, type RequestedStatus } from './feature.ts';

export interface SetStatus extends RequestedStatus {
  readonly credentialId: string;
  /** The place of the credential as the program states it. It must be the right one. */
  readonly place: Partial<Record<'id' | 'statusListIndex' | 'statusListCredential', string | undefined>>;
  readonly actor: string;
}

export interface StatusSet {
  readonly credentialId: string;
  readonly credentialStatus: BitstringStatusListEntry;
  readonly revoked: boolean;
  readonly suspended: boolean;
  /** Whether the published lists already show the status. If not, they will as soon as publishing
   *  succeeds. */
  readonly published: boolean;
}

/** Revokes, suspends or resumes a credential that a program had signed with a place in our lists (VC-API,
 *  "Update Status"). Asking for the status that it already has changes nothing and is not refused. Throws
 *  `unknown-credential`, `invalid-request`, `already-revoked`. */
export const setStatus =
  (ports: Ports, publish: Publish) =>
  (command: SetStatus): Promise<StatusSet> =>
    retryOnConflict(async () => {
      const { store, clock, ids, origin } = ports;
      const credential = await store.readProgramCredential(command.credentialId);
      if (!credential) throw new DomainError('unknown-credential', { id: command.credentialId });
      const entry = entryOf(origin, credential);
      refuseOtherPlace(entry, command.place);
      const at = clock.now();
      const { purpose, isSet, actor } = command;
      const changed = decideProgramStatus(credential, { purpose, isSet }, at);
      if (changed) {
        await store.commit([
          { kind: 'program-credential-changed', asRead: credential, standing: changed },
          republishStatusList(ids, credential.statusListId, at),
          audit('credential-status-set', {
            at,
            actor,
            subject: credential.digest,
            details: { purpose, status: isSet },
          }),
        ]);
        await publish();
      }
      const { revokedAt, suspendedAt } = changed ?? credential;
      return {
        credentialId: credential.id,
        credentialStatus: entry,
        revoked: revokedAt !== undefined,
        suspended: suspendedAt !== undefined,
        published: await isPublished(store, credential.statusListId),
      };
    });

function entryOf(origin: string, { statusListId, statusIndex }: ProgramCredential): BitstringStatusListEntry {
  return statusListEntry(origin, { listId: statusListId, index: statusIndex });
}

function refuseOtherPlace(entry: BitstringStatusListEntry, place: SetStatus['place']): void {
  const names = ['id', 'statusListIndex', 'statusListCredential'] as const;
  const other = names.find((name) => place[name] !== undefined && place[name] !== entry[name]);
  if (other === undefined) return;
  throw new DomainError('invalid-request', {
    reason: `/credentialStatus/${other} is not that of the credential`,
  });
}
