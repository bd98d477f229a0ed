import type { Change } from '../../domain/change/change.ts';
import type { MailToWrite } from '../../domain/mail/mail.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';
import { queueMail } from './queue-mail.ts';

/** The changes that add a mail to a commit; none where the service sends no mail. */
export function mailAbout(
  { ids, origin, mailer }: Ports,
  mail: Omit<MailToWrite, 'id'> & { readonly at: Instant },
): readonly Change[] {
  if (!mailer) return [];
  const { at, ...what } = mail;
  return queueMail({ ...what, id: ids.uuid() }, { at, origin });
}
