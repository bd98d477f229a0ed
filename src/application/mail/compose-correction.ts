import { achievementOf } from '../../catalogue/catalogue.ts';
import { MISSTATED } from '../../domain/award/misstated.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseCredentialId } from '../../domain/ids.ts';
import { correctionsOfSubjects } from '../../domain/mail/mail-subject.ts';
import { servedTitle } from '../../openbadges/badge-title.ts';
import type { Ports } from '../service-ports.ts';
import { ownBadgeUrl } from './addresses.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';

/** A mail to the holder of a badge that was signed again: the parts that were wrong, and the consequences for
 *  the holder. */
export async function composeCorrection(ports: Ports, { mail }: MailFor): Promise<SaidMail | undefined> {
  const id = parseCredentialId(mail.subjectIds[0] ?? '');
  const found = id && (await ports.store.readCredential(id));
  if (!id || !found?.credential || found.credential.erasedAt || found.credential.revocation) return undefined;
  if (found.credential.choice.acceptance === 'declined') return undefined;
  const { award } = found;
  const criteria = ports.catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const issued = { award, credential: found.credential };
  const name = servedTitle(achievementOf(criteria, award.achievement), issued, 'fr');
  const wrong = correctionsOfSubjects(mail.subjectIds);
  const { correction: texts } = mailWords(ports);
  return {
    subject: texts.subject,
    blocks: [
      texts.signedAgain(name, ports.issuer.name),
      texts.why,
      { list: MISSTATED.filter((part) => wrong.includes(part)).map((part) => texts.reasons[part]) },
      texts.unchanged,
      texts.copies,
      { label: texts.open, url: ownBadgeUrl(ports.origin, id) },
    ],
  };
}
