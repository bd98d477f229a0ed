import { correctionsOfSubjects, eventOfSubjects } from '../../domain/mail/mail-subject.ts';
import type { Ports } from '../service-ports.ts';
import { mailChoicesUrl } from './addresses.ts';
import { composeAward, composeBadgeEvent } from './compose-badge.ts';
import { composeConfirmation, composeContest, composeCorrection } from './compose-confirmation.ts';
import { composeDecision } from './compose-decision.ts';
import { composeInvitation, composeSupport } from './compose-support.ts';
import { type MailContent, type MailFor, mailWords, type SaidMail } from './mail-content.ts';

/** The content of a mail at this moment, in French; undefined where its subject no longer exists or is
 *  settled. */
export async function composeMail(ports: Ports, it: MailFor): Promise<MailContent | undefined> {
  const said = await say(ports, it);
  if (!said) return undefined;
  const { greeting, footer } = mailWords(ports);
  return {
    subject: said.subject,
    blocks: [greeting, ...said.blocks],
    footer: [
      footer.reason(it.mail.kind, ports.issuer.name),
      { label: footer.choose, url: mailChoicesUrl(ports.origin) },
      footer.question(ports.issuer.email),
    ],
  };
}

function say(ports: Ports, it: MailFor): Promise<SaidMail | undefined> {
  switch (it.mail.kind) {
    case 'confirmation-request':
    case 'confirmation-reminder':
      return composeConfirmation(ports, it);
    case 'award':
      return sayOfBadge(ports, it);
    case 'decision':
      return composeDecision(ports, it);
    case 'contest':
      return composeContest(ports, it);
    case 'support':
      return composeSupport(ports, it);
    case 'invitation':
      return composeInvitation(ports, it);
  }
}

/** A mail about a badge: a correction, an event of its life, or that it was awarded. */
function sayOfBadge(ports: Ports, it: MailFor): Promise<SaidMail | undefined> {
  if (correctionsOfSubjects(it.mail.subjectIds).length > 0) return composeCorrection(ports, it);
  const event = eventOfSubjects(it.mail.subjectIds);
  return event ? composeBadgeEvent(ports, it, event) : composeAward(ports, it);
}
