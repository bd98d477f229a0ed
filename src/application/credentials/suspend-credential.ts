import { audit } from '../../domain/audit.ts';
import type { Suspension } from '../../domain/award/award-types.ts';
import { decideResumption, decideSuspension } from '../../domain/award/suspend.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { eventSubject } from '../../domain/mail/mail-subject.ts';
import { type AwardMailNeeds, queueAwardMail } from '../mail/queue-award-mail.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { onceMore } from '../store/once-more.ts';
import { isPublished, republishStatusList } from './republish-status-list.ts';

export interface SuspendCredential extends Pick<Suspension, 'cause' | 'reason' | 'note'> {
  readonly id: CredentialId;
  readonly actor: string;
}

export interface ResumeCredential {
  readonly id: CredentialId;
  readonly actor: string;
  /** For the audit only. */
  readonly reason?: string;
}

type Needs = AwardMailNeeds & { readonly emptyOutbox: () => Promise<number> };

/** Whether the published lists already show the change. If not, they will as soon as publishing succeeds. */
interface Published {
  readonly published: boolean;
}

/** Sets the status bit for a time, publishes both lists, and tells the holder. Throws `unknown-credential`,
 *  and the errors of `decideSuspension`. */
export const suspendCredential =
  (needs: Needs) =>
  (command: SuspendCredential): Promise<Suspension & Published> =>
    onceMore(async () => {
      const { store, clock, ids } = needs;
      const { award, credential } = await readIssued(store, command.id);
      const { cause, reason, note, actor: by } = command;
      const at = clock.now();
      const suspension = decideSuspension(credential, { at, by, cause, reason, ...(note && { note }) });
      const { id: credentialId, statusListId } = credential;
      await store.commit([
        { kind: 'credential-suspended', credentialId, statusListId, suspension },
        republishStatusList(ids, statusListId, at),
        ...(await queueAwardMail(needs, award, [credentialId, eventSubject('suspended')])),
        audit('credential-suspended', {
          at,
          actor: by,
          subject: credentialId,
          details: { cause, reason: suspension.reason },
        }),
      ]);
      await needs.emptyOutbox();
      return { ...suspension, published: await isPublished(store, statusListId) };
    });

/** Ends a suspension: clears the status bit, publishes both lists, and tells the holder. Throws
 *  `unknown-credential`, and the errors of `decideResumption`. */
export const resumeCredential =
  (needs: Needs) =>
  (command: ResumeCredential): Promise<Published & { readonly at: Suspension['at'] }> =>
    onceMore(async () => {
      const { store, clock, ids } = needs;
      const { award, credential } = await readIssued(store, command.id);
      const { at: suspendedAt } = decideResumption(credential);
      const at = clock.now();
      const reason = command.reason?.trim();
      const { id: credentialId, statusListId } = credential;
      await store.commit([
        { kind: 'credential-resumed', credentialId, statusListId, suspendedAt },
        republishStatusList(ids, statusListId, at),
        ...(await queueAwardMail(needs, award, [credentialId, eventSubject('resumed')])),
        audit('credential-resumed', {
          at,
          actor: command.actor,
          subject: credentialId,
          details: { suspendedAt, ...(reason && { reason }) },
        }),
      ]);
      await needs.emptyOutbox();
      return { at, published: await isPublished(store, statusListId) };
    });

async function readIssued(store: Needs['store'], id: CredentialId): Promise<Required<AwardWithCredential>> {
  const found = await store.readCredential(id);
  if (!found?.credential || found.credential.erasedAt) throw new DomainError('unknown-credential', { id });
  return { award: found.award, credential: found.credential };
}
