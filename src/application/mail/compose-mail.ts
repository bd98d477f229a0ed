import type { MailKind } from '../../domain/mail/mail.ts';
import { aboutOf } from '../../domain/mail/mail-about.ts';
import type { Ports } from '../service-ports.ts';
import { mailChoicesUrl } from './addresses.ts';
import { composeAward, composeBadgeEvent } from './compose-badge.ts';
import { composeConfirmation, composeContest, composeCorrection } from './compose-confirmation.ts';
import { composeChange, composeDecision, composeDraft, composeMissions } from './compose-decision.ts';
import { composeMessage } from './compose-message.ts';
import { composeInvitation, composeMeeting, composeSupport } from './compose-support.ts';
import { type MailContent, type MailFor, mailWords, type SaidMail } from './mail-content.ts';

/** The content of a mail at this moment, in French; undefined where its subject no longer exists or is
 *  settled. */
export async function composeMail(ports: Ports, it: MailFor): Promise<MailContent | undefined> {
  const said = await say(ports, it);
  return said && composeContent(ports, it.mail.kind, said);
}

/** The whole mail around what it says. */
export function composeContent(ports: Ports, kind: MailKind, said: SaidMail): MailContent {
  const { greeting, footer } = mailWords(ports);
  return {
    subject: said.subject,
    blocks: [greeting, ...said.blocks],
    footer: [
      footer.reason(kind, ports.issuer.name),
      { label: footer.choose, url: mailChoicesUrl(ports.origin) },
      footer.question(ports.issuer.email),
    ],
  };
}

function say(ports: Ports, it: MailFor): Promise<SaidMail | undefined> {
  const about = aboutOf(it.mail);
  switch (about.kind) {
    case 'confirmation':
      return composeConfirmation(ports, it.person, about);
    case 'award':
      return composeAward(ports, about);
    case 'badge-event':
      return composeBadgeEvent(ports, about);
    case 'badge-correction':
      return composeCorrection(ports, about);
    case 'segment-decision':
      return composeDecision(ports, it.person, about);
    case 'change-decision':
      return composeChange(ports, it.person, about);
    case 'criteria-draft':
      return composeDraft(ports, it.person, about);
    case 'missions-proposed':
    case 'missions-answered':
      return composeMissions(ports, it.person, about);
    case 'contest':
      return composeContest(ports, it.person, about);
    case 'support':
      return composeSupport(ports, it.person, about);
    case 'message':
      return composeMessage(ports, about);
    case 'meeting':
      return composeMeeting(ports, it.person, about);
    case 'invitation':
    case 'invitation-taken-back':
      return composeInvitation(ports, it, about);
  }
}
