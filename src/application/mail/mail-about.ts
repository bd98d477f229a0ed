import type { Change } from '../../domain/change/change.ts';
import type { MailToWrite } from '../../domain/mail/mail.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Ids } from '../ports.ts';
import type { Mailer } from './mailer.ts';
import { queueMail } from './queue-mail.ts';

export interface MailNeeds {
  readonly ids: Pick<Ids, 'uuid'>;
  readonly origin: string;
  readonly mailer?: Mailer;
}

/** The changes that add a mail to a commit; none where the service sends no mail. */
export function mailAbout(
  { ids, origin, mailer }: MailNeeds,
  mail: Omit<MailToWrite, 'id'> & { readonly at: Instant },
): readonly Change[] {
  if (!mailer) return [];
  const { at, ...what } = mail;
  return queueMail({ ...what, id: ids.uuid() }, { at, origin });
}
