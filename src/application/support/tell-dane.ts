import type { Change } from '../../domain/change/change.ts';
import type { MailKind } from '../../domain/mail/mail.ts';
import type { Instant } from '../../domain/time/time.ts';
import { type MailNeeds, mailAbout } from '../mail/mail-about.ts';
import type { Store } from '../ports.ts';

/** The most agents of the DANE to whom one mail is sent. */
const MOST_AGENTS = 30;

export type TellDaneNeeds = MailNeeds & { readonly store: Pick<Store, 'searchPeople'> };

/** A mail to each agent of the DANE. */
export async function tellDane(
  needs: TellDaneNeeds,
  mail: { readonly kind: MailKind; readonly subjectIds: readonly string[]; readonly at: Instant },
): Promise<readonly Change[]> {
  if (!needs.mailer) return [];
  const agents = await needs.store.searchPeople({ profile: 'dane', limit: MOST_AGENTS });
  const reached = agents.filter(({ emails }) => emails.length > 0);
  return reached.flatMap(({ id }) => mailAbout(needs, { ...mail, personId: id }));
}
