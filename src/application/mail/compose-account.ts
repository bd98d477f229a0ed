import type { AboutOf } from '../../domain/mail/about.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { type MailMessage, type MailPorts, mailTextsOf } from './content.ts';

/** The mail that tells a person that a sign-in was linked to their record: when, by which provider, and whom to
 *  write to if it is not theirs. It leaves at once, because it must be read on the day of the link. */
export function composeAccount(
  ports: MailPorts,
  { linked }: AboutOf<'account-linked'>,
): MailMessage | undefined {
  if (!linked) return undefined;
  const { subjects, account } = mailTextsOf(ports);
  return {
    subject: subjects.account,
    by: localDateInParis(linked.at),
    blocks: [account.linked(linked.provider, linked.at), account.own, account.notOwn(ports.issuer.email)],
  };
}
