import { aboutOf } from '../../domain/mail/about.ts';
import type { Mail } from '../../domain/mail/types.ts';
import { fullName } from '../../domain/person/name.ts';
import type { Person } from '../../domain/records.ts';
import { composeContest } from '../../features/contests/mails.ts';
import { composeInvitation } from '../../features/invitations/mails.ts';
import { composeMeeting } from '../../features/meetings/mails.ts';
import { composeMessage } from '../../features/messages/mails.ts';
import { composeMissions } from '../../features/mission-proposals/mails.ts';
import { composeSupport } from '../../features/support/mails.ts';
import { composeReport } from '../../features/yearly-reports/mails.ts';
import { mailChoicesUrl } from './addresses.ts';
import { composeAccount } from './compose-account.ts';
import { composeAward, composeBadgeEvent } from './compose-badge.ts';
import { composeConfirmation, composeCorrection } from './compose-confirmation.ts';
import { composeChange, composeDecision, composeDraft } from './compose-decision.ts';
import {
  type LetterBlock,
  languageOf,
  type MailContent,
  type MailFor,
  type MailMessage,
  type MailPorts,
  mailTextsOf,
} from './content.ts';

/** The content of a mail that leaves alone at this moment, undefined if its subject no longer exists
 *  or is settled. */
export async function composeMail(ports: MailPorts, it: MailFor): Promise<MailContent | undefined> {
  const said = await describeMail(ports, it);
  return said && composeLetter(ports, it.person, [{ mail: it.mail, said }]);
}

/** A mail, and what it says. */
export interface ComposedMail {
  readonly mail: Pick<Mail, 'kind'>;
  readonly said: MailMessage;
}

/** The content of mails that leave together, to a person, or to anyone where it is shown before. Those with the
 *  same subject stand together, and what they all say is said once, at their end. */
export function composeLetter(
  ports: MailPorts,
  person: Pick<Person, 'givenName' | 'familyName'> | undefined,
  reported: readonly ComposedMail[],
): MailContent {
  const { greeting, footer, letter } = mailTextsOf(ports);
  const subjects = [...Map.groupBy(reported, ({ said }) => said.subject)];
  const [[only = ''] = [], another] = subjects;
  const isOne = another === undefined;
  return {
    language: languageOf(ports),
    sender: ports.issuer.name,
    subject: isOne ? only : letter.subject(reported.length),
    blocks: [
      greeting(person && fullName(person)),
      ...(isOne ? [] : [letter.gathered(reported.length)]),
      ...subjects.flatMap(([heading, parts]) => [...(isOne ? [] : [{ heading }]), ...together(parts)]),
    ],
    footer: [
      footer.reason([...new Set(reported.map(({ mail }) => mail.kind))], ports.issuer.name),
      { label: footer.choose, url: mailChoicesUrl(ports.origin) },
      footer.question(ports.issuer.email),
    ],
  };
}

function together(parts: readonly ComposedMail[]): readonly LetterBlock[] {
  const opening = parts.flatMap(({ said }) => said.opening ?? []);
  const blocks = parts.flatMap(({ said }) => said.blocks);
  const inAll = once(parts.flatMap(({ said }) => said.inAll ?? []));
  const acts = once(parts.flatMap(({ said }): LetterBlock[] => (said.act ? [{ act: said.act }] : [])));
  return opening.length > 0 ? [...opening, ...acts, ...blocks, ...inAll] : [...blocks, ...inAll, ...acts];
}

function once<Block extends LetterBlock>(blocks: readonly Block[]): readonly Block[] {
  return [...new Map(blocks.map((block) => [JSON.stringify(block), block])).values()];
}

/** What a mail says at this moment; undefined if its subject no longer exists or is settled. */
export function describeMail(ports: MailPorts, it: MailFor): Promise<MailMessage | undefined> {
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
    case 'report-received':
      return composeReport(ports, it.person, about);
    case 'missions-proposed':
    case 'missions-answered':
      return composeMissions(ports, it.person, about);
    case 'contest':
      return composeContest(ports, it.person, about);
    case 'support':
      return composeSupport(ports, it.person, about);
    case 'account-linked':
      return Promise.resolve(composeAccount(ports, about));
    case 'message':
      return composeMessage(ports, about);
    case 'meeting':
      return composeMeeting(ports, it.person, about);
    case 'invitation':
    case 'invitation-taken-back':
      return composeInvitation(ports, it, about);
  }
}
