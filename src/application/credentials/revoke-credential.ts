import { audit } from '../../domain/audit.ts';
import type { Revocation } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { containsNumen } from '../../domain/numen.ts';
import type { Clock, Ids, Store } from '../ports.ts';

export interface RevokeCredential {
  readonly id: CredentialId;
  /** Published: error, fraud or an upheld contest, in words that anyone may read. */
  readonly reason: string;
  readonly actor: string;
}

interface Needs {
  readonly store: Pick<Store, 'commit' | 'readCredential' | 'readStatusList'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly emptyOutbox: () => Promise<number>;
}

export interface Revoked extends Revocation {
  /** Whether the published list already shows the revocation; if not, it will as soon as publishing
   *  succeeds. */
  readonly published: boolean;
}

/** Sets the status bit for good, and publishes the list. The commit adds a task to publish, so that another
 *  process does it where publishing fails or this process is killed. Throws `unknown-credential`,
 *  `already-revoked`, `reason-required`, `numen-refused`. */
export const revokeCredential =
  ({ store, clock, ids, emptyOutbox }: Needs) =>
  async (command: RevokeCredential): Promise<Revoked> => {
    const reason = command.reason.trim();
    if (!reason) throw new DomainError('reason-required', { action: 'revoke' });
    // The reason is public.
    if (containsNumen(reason)) throw new DomainError('numen-refused');
    const found = await store.readCredential(command.id);
    if (!found?.credential) throw new DomainError('unknown-credential', { id: command.id });
    const { credential } = found;
    if (credential.revocation) {
      throw new DomainError('already-revoked', { id: command.id, at: credential.revocation.at });
    }
    const revocation = { at: clock.now(), by: command.actor, reason };
    await store.commit([
      {
        kind: 'credential-revoked',
        credentialId: command.id,
        statusListId: credential.statusListId,
        revocation,
      },
      {
        kind: 'outbox-added',
        id: ids.uuid(),
        task: { kind: 'publish-status-list', listId: credential.statusListId },
        at: revocation.at,
      },
      audit('credential-revoked', {
        at: revocation.at,
        actor: command.actor,
        subject: command.id,
        details: { reason },
      }),
    ]);
    await emptyOutbox();
    const list = await store.readStatusList(credential.statusListId);
    const published = list?.published !== undefined && list.published.publishedRevision >= list.revision;
    return { ...revocation, published };
  };
