import { audit } from '../../domain/audit/entry.ts';
import { decideResumption, decideSuspension } from '../../domain/award/suspend.ts';
import type { Revocation, Suspension } from '../../domain/award/types.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { type RecipientLabel, readLabel } from '../awards/recipient.ts';
import { queueAwardMail } from '../mail/queue.ts';
import type { Ids, Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { retryOnConflict } from '../use-cases.ts';

export interface RevokeCredential {
  readonly id: CredentialId;
  /** The reason, which is published: error, fraud or an upheld contest, in words that anyone may read. */
  readonly reason: string;
  readonly actor: string;
}

export interface Revoked extends Revocation {
  /** Whether the published list already shows the revocation. If not, it will as soon as publishing
   *  succeeds. */
  readonly published: boolean;
  /** Present if it does not because signing failed. */
  readonly signingFailed?: true;
  readonly badge: string;
  readonly label: RecipientLabel;
}

/** Sets the status bit for good, publishes the list, and tells the holder. Throws `unknown-credential`, and
 *  the errors of `revocationOf`. */
export const revokeCredential =
  (ports: Ports, publish: Publish) =>
  async (command: RevokeCredential): Promise<Revoked> => {
    const reason = publicReason(command.reason);
    const found = await ports.store.readCredential(command.id);
    if (!found?.credential) throw new DomainError('unknown-credential', { id: command.id });
    const { award, credential } = found;
    const { revocation, changes } = await revocationOf(
      ports,
      { award, credential },
      { reason, actor: command.actor },
    );
    await ports.store.commit(changes);
    const published = await publishNow(ports.store, publish, credential.statusListId);
    const label = await readLabel(ports.store, award.recipient);
    return { ...revocation, ...published, badge: award.achievement, label };
  };

/** The text as a public reason, trimmed. Throws `reason-required`, `numen-refused`. */
export function publicReason(text: string): string {
  const reason = text.trim();
  if (!reason) throw new DomainError('reason-required', { action: 'revoke' });
  refuseNumen(reason);
  return reason;
}

/** The changes of one revocation, with the task that publishes the list and the mail to the holder. Throws
 *  `already-revoked`. */
export async function revocationOf(
  ports: Ports,
  { award, credential }: Required<AwardWithCredential>,
  { reason, actor }: { readonly reason: string; readonly actor: string },
): Promise<{ readonly revocation: Revocation; readonly changes: readonly Change[] }> {
  const { id: credentialId, statusListId } = credential;
  if (credential.revocation) {
    throw new DomainError('already-revoked', { id: credentialId, at: credential.revocation.at });
  }
  const revocation = { at: ports.clock.now(), by: actor, reason };
  const { at } = revocation;
  return {
    revocation,
    changes: [
      { kind: 'credential-revoked', credentialId, statusListId, revocation },
      republishStatusList(ports.ids, statusListId, at),
      ...(await queueAwardMail(ports, award, [
        credentialId,
        formatSubject({ kind: 'event', id: 'revoked' }),
      ])),
      audit('credential-revoked', { at, actor, subject: credentialId, details: { reason } }),
    ],
  };
}

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

interface Published {
  /** Whether the published lists already show the change. If not, they will as soon as publishing succeeds: another
   *  process may be doing it. */
  readonly published: boolean;
  /** Present if they do not because signing failed. */
  readonly signingFailed?: true;
}

async function publishNow(store: Store, publish: Publish, listId: string): Promise<Published> {
  const { hasFailed } = await publish();
  const published = await isPublished(store, listId);
  return { published, ...(!published && hasFailed && { signingFailed: true }) };
}

/** Sets the status bit for a time, publishes both lists, and tells the holder. Throws `unknown-credential`,
 *  and the errors of `decideSuspension`. */
const suspendCredential =
  (ports: Ports, publish: Publish) =>
  (command: SuspendCredential): Promise<Suspension & Published> =>
    retryOnConflict(async () => {
      const { store, clock, ids } = ports;
      const { award, credential } = await readIssued(store, command.id);
      const { cause, reason, note, actor: by } = command;
      const at = clock.now();
      const suspension = decideSuspension(credential, { at, by, cause, reason, ...(note && { note }) });
      const { id: credentialId, statusListId } = credential;
      await store.commit([
        { kind: 'credential-suspended', credentialId, statusListId, suspension },
        republishStatusList(ids, statusListId, at),
        ...(await queueAwardMail(ports, award, [
          credentialId,
          formatSubject({ kind: 'event', id: 'suspended' }),
        ])),
        audit('credential-suspended', {
          at,
          actor: by,
          subject: credentialId,
          details: { cause, reason: suspension.reason },
        }),
      ]);
      return { ...suspension, ...(await publishNow(store, publish, statusListId)) };
    });

/** Ends a suspension: clears the status bit, publishes both lists, and tells the holder. Throws
 *  `unknown-credential`, `numen-refused`, and the errors of `decideResumption`. */
const resumeCredential =
  (ports: Ports, publish: Publish) =>
  (command: ResumeCredential): Promise<Published & { readonly at: Suspension['at'] }> =>
    retryOnConflict(async () => {
      const { store, clock, ids } = ports;
      const reason = command.reason?.trim();
      refuseNumen(reason);
      const { award, credential } = await readIssued(store, command.id);
      const { at: suspendedAt } = decideResumption(credential);
      const at = clock.now();
      const { id: credentialId, statusListId } = credential;
      await store.commit([
        { kind: 'credential-resumed', credentialId, statusListId, suspendedAt },
        republishStatusList(ids, statusListId, at),
        ...(await queueAwardMail(ports, award, [
          credentialId,
          formatSubject({ kind: 'event', id: 'resumed' }),
        ])),
        audit('credential-resumed', {
          at,
          actor: command.actor,
          subject: credentialId,
          details: { suspendedAt, ...(reason && { reason }) },
        }),
      ]);
      return { at, ...(await publishNow(store, publish, statusListId)) };
    });

async function readIssued(store: Ports['store'], id: CredentialId): Promise<Required<AwardWithCredential>> {
  const found = await store.readCredential(id);
  if (!found?.credential || found.credential.erasedAt) throw new DomainError('unknown-credential', { id });
  return { award: found.award, credential: found.credential };
}

/** The task that publishes a list whose bits a commit changes. Another process does it where publishing fails
 *  or this process is killed. */
export function republishStatusList(ids: Pick<Ids, 'uuid'>, listId: string, at: Instant): Change {
  return { kind: 'outbox-added', id: ids.uuid(), task: { kind: 'publish-status-list', listId }, at };
}

/** Publishes the lists that a commit changed, before the answer; whoever fails at it leaves the tasks to the timer. */
export type Publish = () => Promise<{ readonly hasFailed: boolean }>;

/** Whether the published list has the present bits. */
export async function isPublished(store: Store, listId: string): Promise<boolean> {
  const list = await store.readStatusList(listId);
  return list?.published !== undefined && list.published.publishedRevision >= list.revision;
}

export const endingServices = (ports: Ports, publish: Publish) => ({
  revokeCredential: revokeCredential(ports, publish),
  suspendCredential: suspendCredential(ports, publish),
  resumeCredential: resumeCredential(ports, publish),
});
