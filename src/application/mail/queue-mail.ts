import type { Change } from '../../domain/change/change.ts';
import { type MailToWrite, messageIdOf } from '../../domain/mail/mail.ts';
import type { Instant } from '../../domain/time/time.ts';

/** When the commit is made, and the public origin. */
export interface QueueMailContext {
  readonly at: Instant;
  /** Not before; at once where absent. */
  readonly sendAt?: Instant;
  readonly origin: string;
}

/** What a use case commits beside its own changes so that a mail follows: the mail, and its task in the outbox. Where no
 *  mailer is set, the use case writes none. The whole commit is refused where the recipient was erased. */
export function queueMail(
  mail: MailToWrite,
  { at, sendAt = at, origin }: QueueMailContext,
): readonly Change[] {
  return [
    { kind: 'mail-added', mail, messageId: messageIdOf(mail.id, origin), at },
    { kind: 'outbox-added', id: mail.id, task: { kind: 'send-mail', mailId: mail.id }, at: sendAt },
  ];
}
