import type { AboutOf } from '../../domain/mail/about.ts';
import { type MailMessage, type MailPorts, mailTextsOf } from './content.ts';

/** The mail that tells a person that a sign-in was linked to their record: when, by which provider, and whom to
 *  write to if it is not theirs. */
export function composeAccount(
  ports: MailPorts,
  { linked }: AboutOf<'account-linked'>,
): MailMessage | undefined {
  if (!linked) return undefined;
  const { subjects, account } = mailTextsOf(ports);
  return {
    subject: subjects.account,
    blocks: [account.linked(linked.provider, linked.at), account.own, account.notOwn(ports.issuer.email)],
  };
}
