import type { Change } from '../../domain/change/change.ts';
import { type MailToWrite, messageIdOf } from '../../domain/mail/mail.ts';
import type { Instant } from '../../domain/time/time.ts';

/** The instant of the commit, and the public origin. */
export interface QueueMailContext {
  readonly at: Instant;
  /** The mail is not sent before this instant; at once by default. */
  readonly sendAt?: Instant;
  readonly origin: string;
}

/** The changes by which a use case adds a mail to its commit: the mail, and its task in the outbox. Without a
 *  mailer, use cases add no mail. The whole commit is refused where the recipient was erased. */
export function queueMail(
  mail: MailToWrite,
  { at, sendAt = at, origin }: QueueMailContext,
): readonly Change[] {
  return [
    { kind: 'mail-added', mail, messageId: messageIdOf(mail.id, origin), at },
    { kind: 'outbox-added', id: mail.id, task: { kind: 'send-mail', mailId: mail.id }, at: sendAt },
  ];
}
