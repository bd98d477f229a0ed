import { achievementOf } from '../../catalogue/catalogue.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseCredentialId } from '../../domain/ids.ts';
import { badgeTitle } from '../../openbadges/badge-title.ts';
import { credentialTexts } from '../../texts/fr/credential.ts';
import { criteriaWords } from '../awards/criteria-met.ts';
import type { Ports } from '../service-ports.ts';
import { newBadgesUrl, ownBadgeUrl } from './addresses.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';

/** The mail about a badge that was awarded, to its holder or to the principal of its school. Undefined where the
 *  badge was revoked or suspended since, or where its holder has chosen. */
export async function composeAward(ports: Ports, { mail }: MailFor): Promise<SaidMail | undefined> {
  const { store, catalogue, issuer, origin } = ports;
  const id = parseCredentialId(mail.subjectIds[0] ?? '');
  const found = id && (await store.readCredential(id));
  if (!id || !found?.credential || found.credential.erasedAt || found.credential.revocation) return undefined;
  if (found.credential.suspension || found.credential.choice.acceptance !== 'private') return undefined;
  const { award } = found;
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const met = criteriaWords(catalogue, { award, criteria }, 'fr').flatMap((said) =>
    said.met === undefined ? [] : [credentialTexts.criterionMet(said.requirement, said.met)],
  );
  const { award: texts, subjects } = mailWords(ports);
  const definition = achievementOf(criteria, award.achievement);
  const name = badgeTitle(definition, award, 'fr');
  const ofSchool = award.recipient.kind === 'establishment';
  const blocks = [
    ofSchool ? texts.ofSchool(name, issuer.name) : texts.ofPerson(name, issuer.name),
    definition.description.fr,
    texts.what,
    ...(met.length > 0 ? [texts.criteria, { list: met }] : [texts.byDecision]),
    ofSchool ? texts.voluntaryForSchool : texts.voluntary,
    ofSchool ? texts.shownOfSchool : texts.shown,
    texts.share,
    { label: texts.open, url: ofSchool ? ownBadgeUrl(origin, id) : newBadgesUrl(origin) },
  ];
  return { subject: subjects.award, blocks };
}
