import { type Instant, secondsAfter } from '../time/calendar.ts';

/** The failed attempts at the next step of a job. */
export interface JobFailure {
  readonly count: number;
  /** When the last attempt failed. */
  readonly at: Instant;
  /** The code of its error; `unexpected` for an error of another kind. */
  readonly code: string;
  /** When it is tried again; absent if the job is set aside. */
  readonly retryAt?: Instant;
}

/** Attempts after which a job is set aside: within about an hour. */
const MOST_ATTEMPTS = 8;

const FIRST_PAUSE_SECONDS = 30;

/** The longest pause before the next attempt. */
export const LONGEST_PAUSE_SECONDS = FIRST_PAUSE_SECONDS * 2 ** (MOST_ATTEMPTS - 2);

/** Seconds after which a due job that has not moved is reported. */
export const STUCK_SECONDS = 15 * 60;

/** One more failed attempt. The next one follows after 30 s, 1 min, 2 min… and after the eighth the job is set
 *  aside. */
export function failAgain(earlier: JobFailure | undefined, code: string, now: Instant): JobFailure {
  const count = (earlier?.count ?? 0) + 1;
  const pause = FIRST_PAUSE_SECONDS * 2 ** (count - 1);
  return { count, at: now, code, ...(count < MOST_ATTEMPTS && { retryAt: secondsAfter(now, pause) }) };
}
