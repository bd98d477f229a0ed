import { achievementOf } from '../../catalogue/catalogue.ts';
import { renewableFrom } from '../../domain/award/renewal.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseCredentialId } from '../../domain/ids.ts';
import type { BadgeEvent } from '../../domain/mail/mail-subject.ts';
import { servedTitle } from '../../openbadges/badge-title.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { ownBadgeUrl } from './addresses.ts';
import { type ComposeNeeds, type MailFor, mailWords, type SaidMail } from './mail-content.ts';

/** A mail about a badge that its holder already knows: it is suspended, given back, revoked, or about to end.
 *  Undefined where this has changed since, or where its holder declined the badge. */
export async function composeBadgeEvent(
  needs: ComposeNeeds,
  { mail }: MailFor,
  event: BadgeEvent,
): Promise<SaidMail | undefined> {
  const id = parseCredentialId(mail.subjectIds[0] ?? '');
  const found = id && (await needs.store.readCredential(id));
  if (!id || !found?.credential || found.credential.erasedAt) return undefined;
  const issued = { award: found.award, credential: found.credential };
  if (issued.credential.choice.acceptance === 'declined') return undefined;
  const criteria = needs.catalogue.criteriaVersion(issued.award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: issued.award.version });
  const name = servedTitle(achievementOf(criteria, issued.award.achievement), issued, 'fr');
  const blocks = saidOf(needs, issued, { event, name });
  const { life } = mailWords(needs);
  return (
    blocks && {
      subject: life.subjects[event],
      blocks: [...blocks, { label: life.open, url: ownBadgeUrl(needs.origin, id) }],
    }
  );
}

interface Said {
  readonly event: BadgeEvent;
  readonly name: string;
}

function saidOf(
  needs: ComposeNeeds,
  { award, credential }: Required<AwardWithCredential>,
  { event, name }: Said,
): SaidMail['blocks'] | undefined {
  const { life } = mailWords(needs);
  const { name: issuer } = needs.issuer;
  const { suspension, revocation } = credential;
  switch (event) {
    case 'suspended':
      return (
        suspension && [
          life.suspended(name, issuer),
          life.cause(suspension.cause, suspension.reason),
          life.suspendedMeans,
        ]
      );
    case 'resumed':
      return suspension || revocation ? undefined : [life.resumed(name, issuer), life.resumedMeans];
    case 'revoked':
      return revocation && [life.revoked(name, issuer), life.reason(revocation.reason), life.revokedMeans];
    case 'ends-in-six-months':
    case 'ends-in-a-month':
      return suspension || revocation || !award.validUntil
        ? undefined
        : [
            life.ends(name, award.validUntil),
            life.renewable(renewableFrom(award.validUntil)),
            life.endsMeans,
          ];
  }
}
