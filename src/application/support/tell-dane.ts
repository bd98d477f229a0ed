import type { Change } from '../../domain/change/change.ts';
import type { MailKind } from '../../domain/mail/mail.ts';
import type { Instant } from '../../domain/time/time.ts';
import { mailAbout } from '../mail/mail-about.ts';
import type { Ports } from '../service-ports.ts';

/** The most agents of the DANE to whom one mail is sent. */
const MOST_AGENTS = 30;

/** A mail to each agent of the DANE. */
export async function tellDane(
  ports: Ports,
  mail: { readonly kind: MailKind; readonly subjectIds: readonly string[]; readonly at: Instant },
): Promise<readonly Change[]> {
  if (!ports.mailer) return [];
  const agents = await ports.store.searchPeople({ profile: 'dane', limit: MOST_AGENTS });
  const reached = agents.filter(({ emails }) => emails.length > 0);
  return reached.flatMap(({ id }) => mailAbout(ports, { ...mail, personId: id }));
}
