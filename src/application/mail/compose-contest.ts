import { type Contest, contestState } from '../../domain/engagement/contest.ts';
import { mailTexts } from '../../texts/fr/mail.ts';
import { ownContestUrl, schoolContestUrl } from './addresses.ts';
import type { ComposeNeeds, MailFor, SaidMail } from './mail-content.ts';

/** To a party of a contest, by what is its turn: the teacher is asked for an answer, a principal is told of the answer and
 *  of the decision. Undefined where there is nothing to tell them. */
export async function composeContest(
  { store, origin }: ComposeNeeds,
  { mail, person }: MailFor,
): Promise<SaidMail | undefined> {
  const [segment] = await store.readEngagements(mail.subjectIds);
  if (!segment) return undefined;
  const contests = await store.readContestsOfPerson(segment.personId);
  const contest = contests.find((one) => one.engagementReference === segment.reference);
  if (!contest) return undefined;
  if (segment.personId === person.id) return askTeacher(contest, origin);
  if (!(await store.readHeadsOf(segment.uai)).includes(person.id)) return undefined;
  return tellHead(contest, origin);
}

function askTeacher(contest: Contest, origin: string): SaidMail | undefined {
  if (contestState(contest) !== 'awaits-answer') return undefined;
  const { subjects, contest: texts } = mailTexts;
  return {
    subject: subjects.contest,
    blocks: [texts.waits, texts.where, { label: texts.answer, url: ownContestUrl(origin, contest.id) }],
  };
}

function tellHead(contest: Contest, origin: string): SaidMail | undefined {
  const { contest: texts } = mailTexts;
  const link = { label: texts.read, url: schoolContestUrl(origin, contest.uai, contest.id) };
  if (contest.decision) {
    return {
      subject: texts.decidedSubject,
      blocks: [texts.decided[contest.decision.outcome], texts.where, link],
    };
  }
  if (contestState(contest) !== 'awaits-decision') return undefined;
  return { subject: texts.answeredSubject, blocks: [texts.answered, texts.where, link] };
}
