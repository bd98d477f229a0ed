import { achievementOf } from '../../catalogue/versions.ts';
import { renewableFrom } from '../../domain/award/grant.ts';
import { isPendingAcceptance } from '../../domain/award/pending-acceptance.ts';
import type { AchievementDefinition } from '../../domain/criteria/definition.ts';
import { inLanguage } from '../../domain/engagement/mission.ts';
import { DomainError } from '../../domain/errors.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import type { BadgeEvent } from '../../domain/mail/subject.ts';
import { CREDENTIAL_TEXTS } from '../../issuing/achievement.ts';
import { badgeTitle, servedTitle } from '../../issuing/badge-title.ts';
import { criteriaAsTexts } from '../awards/criteria-met.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { newBadgesUrl, ownBadgeUrl } from './addresses.ts';
import { languageOf, type MailBlock, type MailMessage, type MailPorts, mailTextsOf } from './content.ts';

/** The mail about a badge that was awarded, to its holder or to the principal of its school. Undefined if the
 *  badge was revoked or suspended since, or where its holder has chosen. */
export async function composeAward(
  ports: MailPorts,
  { credentialId: id }: AboutOf<'award'>,
): Promise<MailMessage | undefined> {
  const { store, catalogue, issuer, origin } = ports;
  const found = id && (await store.readCredential(id));
  if (!id || !found?.credential || found.credential.erasedAt || found.credential.revocation) return undefined;
  if (found.credential.suspension || found.credential.choice.acceptance !== 'private') return undefined;
  const { award } = found;
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const language = languageOf(ports);
  const met = criteriaAsTexts(catalogue, { award, criteria }, language).flatMap((stated) =>
    stated.met === undefined ? [] : [CREDENTIAL_TEXTS[language].criterionMet(stated.requirement, stated.met)],
  );
  const { award: texts, subjects } = mailTextsOf(ports);
  const definition = achievementOf(criteria, award.achievement);
  const name = badgeTitle(definition, award, language);
  const ofSchool = award.recipient.kind === 'establishment';
  return {
    subject: subjects.award,
    opening: [
      await drawBadge(ports, definition, { award, credential: found.credential }),
      ofSchool ? texts.ofSchool(name, issuer.name) : texts.ofPerson(name, issuer.name),
    ],
    act: { label: texts.open, url: ofSchool ? ownBadgeUrl(origin, id) : newBadgesUrl(origin) },
    blocks: [
      inLanguage(definition.description, language),
      ...(met.length > 0 ? [texts.criteria, { list: met }] : [texts.byDecision]),
    ],
    inAll: [
      texts.what,
      ofSchool ? texts.voluntaryForSchool : texts.voluntary,
      ofSchool ? texts.shownOfSchool : texts.shown,
      texts.share,
    ],
  };
}

/** Width of a badge in a mail, in pixels of a page. */
const BADGE_WIDTH = 160;

async function drawBadge(
  ports: MailPorts,
  definition: AchievementDefinition,
  issued: Required<AwardWithCredential>,
): Promise<MailBlock> {
  const png = await ports.drawBadge(definition, issued, 2 * BADGE_WIDTH);
  const description = servedTitle(definition, issued, languageOf(ports));
  return { picture: { id: `badge-${issued.credential.id}`, png, width: BADGE_WIDTH, description } };
}

/** A mail about a badge that its holder already knows: it is suspended, given back, revoked, signed again because a
 *  key is compromised, about to end, or still waits for an answer.
 *  Undefined if this has changed since, or where its holder declined the badge. */
export async function composeBadgeEvent(
  ports: MailPorts,
  { credentialId: id, event }: AboutOf<'badge-event'>,
): Promise<MailMessage | undefined> {
  const found = id && (await ports.store.readCredential(id));
  if (!id || !found?.credential || found.credential.erasedAt) return undefined;
  const issued = { award: found.award, credential: found.credential };
  if (issued.credential.choice.acceptance === 'declined') return undefined;
  const criteria = ports.catalogue.criteriaVersion(issued.award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: issued.award.version });
  const definition = achievementOf(criteria, issued.award.achievement);
  const name = servedTitle(definition, issued, languageOf(ports));
  const [first, ...blocks] = badgeNewsBlocks(ports, issued, { event, name }) ?? [];
  if (first === undefined) return undefined;
  const { life } = mailTextsOf(ports);
  return {
    subject: life.subjects[event],
    opening: [await drawBadge(ports, definition, issued), first],
    blocks,
    act: { label: life.open, url: ownBadgeUrl(ports.origin, id) },
  };
}

interface BadgeNews {
  readonly event: BadgeEvent;
  readonly name: string;
}

function badgeNewsBlocks(
  ports: MailPorts,
  { award, credential }: Required<AwardWithCredential>,
  { event, name }: BadgeNews,
): MailMessage['blocks'] | undefined {
  const { life } = mailTextsOf(ports);
  const { name: issuer } = ports.issuer;
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
    case 'signed-anew':
      return suspension || revocation
        ? undefined
        : [life.signedAnew(name, issuer), life.signedAnewMeans, life.signedAnewAct];
    case 'ends-in-six-months':
    case 'ends-in-a-month':
      return suspension || revocation || !award.validUntil
        ? undefined
        : [
            life.ends(name, award.validUntil),
            life.renewable(renewableFrom(award.validUntil)),
            life.endsMeans,
          ];
    case 'unanswered':
      return isPendingAcceptance(credential)
        ? [life.unanswered(name, issuer, award.grantedAt), life.unansweredMeans, life.unansweredOnce]
        : undefined;
  }
}
