import type { ContestCaseFile } from '../../../application/contests.ts';
import { compact } from '../../../domain/compact.ts';
import { contestState } from '../../../domain/contest/contest.ts';
import { engagementInWords, nameOf } from '../engagements/engagement-words.ts';
import type { Wording } from '../shell/wording.ts';

/** A contest in a list. */
export type ContestLine = ReturnType<typeof contestLine>;

/** A whole contest, in words. */
export type ContestView = ReturnType<typeof contestView>;

/** The reader whom the page addresses. */
export type ContestReader = 'teacher' | 'others';

export function contestLine(
  { contest, person, establishment }: ContestCaseFile,
  { t }: Wording,
  reader: ContestReader,
) {
  const words = t.contests.to[reader];
  const stage = contestState(contest);
  const { decision } = contest;
  return {
    id: contest.id,
    name: nameOf(person),
    establishment: `${establishment.name}, ${establishment.commune}`,
    since: t.day(contest.openedAt),
    state: decision ? t.contests.outcomes[decision.outcome] : words.states[stage],
    readOf: words.readOf(nameOf(person), t.day(contest.openedAt)),
    open: stage === 'awaits-answer' || stage === 'awaits-decision',
  };
}

export function contestView(file: ContestCaseFile, wording: Wording, reader: ContestReader) {
  const { contest, engagements, person, confirmers } = file;
  const people = { name: nameOf(person), confirmers };
  const { t } = wording;
  const words = t.contests.to[reader];
  const { answer, answeredAt, decision, withdrawnAt, openedAt, motive } = contest;
  const byPrincipal = contest.openedBy !== undefined;
  return compact({
    ...contestLine(file, wording, reader),
    title: words.title(people.name),
    parties: words.parties,
    noAnswer: words.noAnswer,
    stage: contestState(contest),
    segments: engagements.map((engagement) => engagementInWords(engagement, people, wording)),
    /** Who contested and when, with the motive, or the remark that none is known. */
    contested: byPrincipal ? words.motive(t.day(openedAt)) : t.contests.motiveFromFile(t.day(openedAt)),
    motive: motive ?? t.contests.motiveUnknown,
    /** True where no motive was given: the text is then the service's own. */
    unknown: motive === undefined,
    ...(answer !== undefined &&
      answeredAt && { answer: { said: words.answer(t.day(answeredAt)), text: answer } }),
    decision: decision && {
      day: t.day(decision.at),
      outcome: t.contests.outcomes[decision.outcome],
      reason: decision.reason,
    },
    withdrawn:
      withdrawnAt &&
      (byPrincipal ? words.withdrawn(t.day(withdrawnAt)) : t.contests.withdrawnAny(t.day(withdrawnAt))),
  });
}
