import { correctionsOfSubjects, eventOfSubjects } from '../../domain/mail/mail-subject.ts';
import { mailChoicesUrl } from './addresses.ts';
import { composeAward } from './compose-award.ts';
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
      return sayOfBadge(needs, it);
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

/** A mail about a badge: a correction, an event of its life, or that it was awarded. */
function sayOfBadge(needs: ComposeNeeds, it: MailFor): Promise<SaidMail | undefined> {
  if (correctionsOfSubjects(it.mail.subjectIds).length > 0) return composeCorrection(needs, it);
  const event = eventOfSubjects(it.mail.subjectIds);
  return event ? composeBadgeEvent(needs, it, event) : composeAward(needs, it);
}
