import { ownContestUrl, schoolContestUrl } from '../../application/mail/addresses.ts';
import { type MailMessage, type MailPorts, mailTextsOf } from '../../application/mail/content.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import type { Person } from '../../domain/records.ts';
import { type Contest, contestState } from './feature.ts';

/** A mail to a party of a contest. Depending on its state, the teacher is asked for an answer, or a principal
 *  is told about the answer or the decision. Undefined if there is nothing to tell. */
export async function composeContest(
  ports: MailPorts,
  person: Person,
  { references }: AboutOf<'contest'>,
): Promise<MailMessage | undefined> {
  const { store } = ports;
  const [engagement] = await store.readEngagements(references);
  if (!engagement) return undefined;
  const contests = await store.readContestsOfPerson(engagement.personId);
  const contest = contests.find((one) => one.engagementReference === engagement.reference);
  if (!contest) return undefined;
  if (engagement.personId === person.id) return askTeacher(contest, ports);
  if (!(await store.readHeadsOf(engagement.uai)).includes(person.id)) return undefined;
  return composeForPrincipal(contest, ports);
}

function askTeacher(contest: Contest, ports: MailPorts): MailMessage | undefined {
  if (contestState(contest) !== 'awaits-answer') return undefined;
  const { subjects, contest: texts } = mailTextsOf(ports);
  return {
    subject: subjects.contest,
    blocks: [contest.openedBy === undefined ? texts.waitsFromFile : texts.waits, texts.where],
    act: { label: texts.answer, url: ownContestUrl(ports.origin, contest.id) },
  };
}

function composeForPrincipal(contest: Contest, ports: MailPorts): MailMessage | undefined {
  const { contest: texts } = mailTextsOf(ports);
  const act = { label: texts.read, url: schoolContestUrl(ports.origin, contest.uai, contest.id) };
  if (contest.decision) {
    return {
      subject: texts.decidedSubject,
      blocks: [texts.decided[contest.decision.outcome], texts.where],
      act,
    };
  }
  if (contestState(contest) !== 'awaits-decision') return undefined;
  return { subject: texts.answeredSubject, blocks: [texts.answered, texts.where], act };
}
