import { DomainError } from '../errors.ts';
import type { BadgeOutcome, Job, JobProgress } from '../job/types.ts';
import { type Instant, localDateInParis, secondsAfter } from '../time/calendar.ts';

/** How far ahead a decision may be dated: the end of the next school year is within it. */
export const MOST_DAYS_AHEAD = 400;

/** The most badges of each kind, granted or left, that a dated decision names afterwards. */
const MAX_NAMED_OUTCOMES = 300;

/** Checks the hour of a dated decision. Throws `hour-out-of-range` where it is past, or too far ahead. */
export function checkDue(at: Instant, now: Instant): Instant {
  const last = secondsAfter(now, MOST_DAYS_AHEAD * 86_400);
  if (at <= now || at > last) throw new DomainError('hour-out-of-range', { last: localDateInParis(last) });
  return at;
}

/** Whether a dated decision waits for its hour, so that it can be held or cancelled as a whole. */
export function isDueToCome({ command, progress, done, startsAt, finishedAt }: Job): boolean {
  const isBegun = done > 0 || progress.phase > 0 || progress.after !== undefined;
  return command.kind === 'grant-due' && startsAt !== undefined && !finishedAt && !isBegun;
}

/** Adds what became of these badges to what is told of a decision. */
export function addBadgeOutcomes(
  reported: JobProgress['told'] = [],
  more: readonly BadgeOutcome[] = [],
): readonly BadgeOutcome[] {
  const named = more.filter(({ outcome }) => outcome !== 'award-exists');
  const { granted = [], left = [] } = Object.groupBy([...reported, ...named], ({ outcome }) =>
    outcome === 'granted' ? 'granted' : 'left',
  );
  return [...granted.slice(0, MAX_NAMED_OUTCOMES), ...left.slice(0, MAX_NAMED_OUTCOMES)];
}
