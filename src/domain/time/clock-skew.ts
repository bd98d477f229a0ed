import { CLOCK_SKEW_SECONDS } from '#open-badges/values';
import { type Instant, secondsAfter } from './calendar.ts';

/** An instant that no right clock of the service has reached: what was written at a later one was written while
 *  the clock was ahead. */
export function firstAhead(now: Instant): Instant {
  return secondsAfter(now, CLOCK_SKEW_SECONDS);
}

/** The instant of a signature that follows another one of the same badge. The newer version has the later
 *  `validFrom` (Open Badges 3.0, "Credential equality and comparison"), also where another machine's clock is a
 *  little ahead. A version that is dated further ahead bears a wrong instant, so the true one follows it. */
export function instantAfter(before: Instant, now: Instant): Instant {
  return before < now || before > firstAhead(now) ? now : secondsAfter(before, 1);
}

/** The `validFrom` of the newer version of a badge, which was signed before and is signed now. One that has ended
 *  still begins before its end, and a second after the version that it follows. */
export function instantOfNewer({
  before,
  now,
  end,
}: {
  readonly before: Instant;
  readonly now: Instant;
  readonly end: Instant | undefined;
}): Instant {
  return end !== undefined && now > end ? secondsAfter(before, 1) : now;
}
