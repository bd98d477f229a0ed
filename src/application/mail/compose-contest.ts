import { type Contest, contestState } from '../../domain/contest/contest.ts';
import type { Ports } from '../service-ports.ts';
import { ownContestUrl, schoolContestUrl } from './addresses.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';

/** A mail to a party of a contest. Depending on its state, the teacher is asked for an answer, or a principal
 *  is told about the answer or the decision. Undefined where there is nothing to tell. */
export async function composeContest(ports: Ports, { mail, person }: MailFor): Promise<SaidMail | undefined> {
  const { store } = ports;
  const [segment] = await store.readEngagements(mail.subjectIds);
  if (!segment) return undefined;
  const contests = await store.readContestsOfPerson(segment.personId);
  const contest = contests.find((one) => one.engagementReference === segment.reference);
  if (!contest) return undefined;
  if (segment.personId === person.id) return askTeacher(contest, ports);
  if (!(await store.readHeadsOf(segment.uai)).includes(person.id)) return undefined;
  return tellHead(contest, ports);
}

function askTeacher(contest: Contest, ports: Ports): SaidMail | undefined {
  if (contestState(contest) !== 'awaits-answer') return undefined;
  const { subjects, contest: texts } = mailWords(ports);
  return {
    subject: subjects.contest,
    blocks: [
      contest.openedBy === undefined ? texts.waitsFromFile : texts.waits,
      texts.where,
      { label: texts.answer, url: ownContestUrl(ports.origin, contest.id) },
    ],
  };
}

function tellHead(contest: Contest, ports: Ports): SaidMail | undefined {
  const { contest: texts } = mailWords(ports);
  const link = { label: texts.read, url: schoolContestUrl(ports.origin, contest.uai, contest.id) };
  if (contest.decision) {
    return {
      subject: texts.decidedSubject,
      blocks: [texts.decided[contest.decision.outcome], texts.where, link],
    };
  }
  if (contestState(contest) !== 'awaits-decision') return undefined;
  return { subject: texts.answeredSubject, blocks: [texts.answered, texts.where, link] };
}
