import type { SignedInIdentity } from '../../domain/access/signed-in-identity.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { mailAbout } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';

interface LinkIdentity {
  readonly personId: PersonId;
  readonly at: Instant;
  /** `sign-in` if no person decided. */
  readonly by: PersonId | 'sign-in';
}

/** The changes that bind a subject to a person for good: the link, its line in the audit, and a mail to the address
 *  on record. Every link is made here, so that its person hears of it. */
export function linkChanges(
  ports: Ports,
  { issuer, subject, provider }: Pick<SignedInIdentity, 'issuer' | 'subject' | 'provider'>,
  { personId, at, by }: LinkIdentity,
): readonly Change[] {
  return [
    { kind: 'identity-linked', link: { issuer, subject, provider, personId, linkedAt: at, linkedBy: by } },
    audit('identity-linked', { at, actor: personId, subject: personId, details: { provider, by } }),
    ...mailAbout(ports, {
      kind: 'account',
      personId,
      subjectIds: [formatSubject({ kind: 'linked', id: `${provider} ${at}` })],
      at,
    }),
  ];
}
