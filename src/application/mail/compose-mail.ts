import { achievementOf } from '../../catalogue/catalogue.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseCredentialId } from '../../domain/ids.ts';
import { correctionsOfSubjects, eventOfSubjects } from '../../domain/mail/mail-subject.ts';
import { badgeTitle } from '../../openbadges/badge-title.ts';
import { credentialTexts } from '../../texts/fr/credential.ts';
import { criteriaWords } from '../awards/criteria-met.ts';
import { mailChoicesUrl, newBadgesUrl, ownBadgeUrl } from './addresses.ts';
import { composeBadgeEvent } from './compose-badge-event.ts';
import { composeConfirmation } from './compose-confirmation.ts';
import { composeContest } from './compose-contest.ts';
import { composeCorrection } from './compose-correction.ts';
import { composeDecision } from './compose-decision.ts';
import { composeInvitation } from './compose-invitation.ts';
import { composeSupport } from './compose-support.ts';
import {
  type ComposeNeeds,
  type MailContent,
  type MailFor,
  mailWords,
  type SaidMail,
} from './mail-content.ts';

/** The content of a mail at this moment, in French; undefined where its subject no longer exists or is
 *  settled. */
export async function composeMail(needs: ComposeNeeds, it: MailFor): Promise<MailContent | undefined> {
  const said = await say(needs, it);
  if (!said) return undefined;
  const { greeting, footer } = mailWords(needs);
  return {
    subject: said.subject,
    blocks: [greeting, ...said.blocks],
    footer: [
      footer.reason(it.mail.kind, needs.issuer.name),
      { label: footer.choose, url: mailChoicesUrl(needs.origin) },
      footer.question(needs.issuer.email),
    ],
  };
}

function say(needs: ComposeNeeds, it: MailFor): Promise<SaidMail | undefined> {
  switch (it.mail.kind) {
    case 'confirmation-request':
    case 'confirmation-reminder':
      return composeConfirmation(needs, it);
    case 'award':
      return composeAward(needs, it);
    case 'decision':
      return composeDecision(needs, it);
    case 'contest':
      return composeContest(needs, it);
    case 'support':
      return composeSupport(needs, it);
    case 'invitation':
      return composeInvitation(needs, it);
  }
}

async function composeAward(needs: ComposeNeeds, it: MailFor): Promise<SaidMail | undefined> {
  const { mail } = it;
  if (correctionsOfSubjects(mail.subjectIds).length > 0) return composeCorrection(needs, it);
  const event = eventOfSubjects(mail.subjectIds);
  if (event) return composeBadgeEvent(needs, it, event);
  const { store, catalogue, issuer, origin } = needs;
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
  const { award: texts, subjects } = mailWords(needs);
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
