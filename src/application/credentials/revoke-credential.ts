import { audit } from '../../domain/audit.ts';
import type { Revocation } from '../../domain/award/award-types.ts';
import type { Change } from '../../domain/change/change.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { eventSubject } from '../../domain/mail/mail-subject.ts';
import { containsNumen } from '../../domain/numen.ts';
import { type AwardMailNeeds, queueAwardMail } from '../mail/queue-award-mail.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { isPublished, republishStatusList } from './republish-status-list.ts';

export interface RevokeCredential {
  readonly id: CredentialId;
  /** The reason, which is published: error, fraud or an upheld contest, in words that anyone may read. */
  readonly reason: string;
  readonly actor: string;
}

export type RevokeNeeds = AwardMailNeeds & { readonly emptyOutbox: () => Promise<number> };

export interface Revoked extends Revocation {
  /** Whether the published list already shows the revocation. If not, it will as soon as publishing
   *  succeeds. */
  readonly published: boolean;
}

/** Sets the status bit for good, publishes the list, and tells the holder. Throws `unknown-credential`, and
 *  the errors of `revocationOf`. */
export const revokeCredential =
  (needs: RevokeNeeds) =>
  async (command: RevokeCredential): Promise<Revoked> => {
    const reason = publicReason(command.reason);
    const found = await needs.store.readCredential(command.id);
    if (!found?.credential) throw new DomainError('unknown-credential', { id: command.id });
    const { award, credential } = found;
    const { revocation, changes } = await revocationOf(
      needs,
      { award, credential },
      { reason, actor: command.actor },
    );
    await needs.store.commit(changes);
    await needs.emptyOutbox();
    return { ...revocation, published: await isPublished(needs.store, credential.statusListId) };
  };

/** The text as a public reason, trimmed. Throws `reason-required`, `numen-refused`. */
export function publicReason(text: string): string {
  const reason = text.trim();
  if (!reason) throw new DomainError('reason-required', { action: 'revoke' });
  if (containsNumen(reason)) throw new DomainError('numen-refused');
  return reason;
}

/** The changes of one revocation, with the task that publishes the list and the mail to the holder. Throws
 *  `already-revoked`. */
export async function revocationOf(
  needs: AwardMailNeeds,
  { award, credential }: Required<AwardWithCredential>,
  { reason, actor }: { readonly reason: string; readonly actor: string },
): Promise<{ readonly revocation: Revocation; readonly changes: readonly Change[] }> {
  const { id: credentialId, statusListId } = credential;
  if (credential.revocation) {
    throw new DomainError('already-revoked', { id: credentialId, at: credential.revocation.at });
  }
  const revocation = { at: needs.clock.now(), by: actor, reason };
  const { at } = revocation;
  return {
    revocation,
    changes: [
      { kind: 'credential-revoked', credentialId, statusListId, revocation },
      republishStatusList(needs.ids, statusListId, at),
      ...(await queueAwardMail(needs, award, [credentialId, eventSubject('revoked')])),
      audit('credential-revoked', { at, actor, subject: credentialId, details: { reason } }),
    ],
  };
}
