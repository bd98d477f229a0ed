import { type LocalDate, toDayNumber } from './calendar.ts';
import type { Witness } from './clock-evidence.ts';

/** A deletion that cannot be undone waits for this number of lived days (docs/rules.md, Retention). */
export const UPTIME_DAYS_NEEDED = 7;
/** Days without life that a long weekend can have. After more, the count begins again: a restored database, or a
 *  clock that is ahead, looks the same. */
const LONGEST_REST_DAYS = 4;
/** Seconds of life in one process after which a day counts, where no other machine's clock confirms it. */
const UPTIME_SECONDS = 3600;

/** Why the count of lived days begins again. */
export type RestartCause = Witness | 'moved' | 'rest';

/** A look at the service's life. */
export interface Life {
  readonly today: LocalDate;
  /** The newest lived day; undefined if none is counted. */
  readonly newest: LocalDate | undefined;
  /** The first witness that contradicts the clock, if one does. */
  readonly contradictedBy: Witness | undefined;
  readonly isConfirmed: boolean;
  /** Seconds that this process has lived today, by its monotonic clock. */
  readonly livedSeconds: number;
  /** Whether the database lies where it lay at the last look, and was continued since. */
  readonly isContinued: boolean;
}

export type LifeDecision =
  | { readonly kind: 'anew'; readonly cause: RestartCause }
  | { readonly kind: 'lived' }
  | { readonly kind: 'known' }
  | { readonly kind: 'not-yet' };

/** Decides whether today counts as a day that was lived. A contradicted clock, a database that was put back or
 *  moved, and a long rest make the count begin again. */
export function decideLife(life: Life): LifeDecision {
  const { today, newest, contradictedBy } = life;
  if (contradictedBy !== undefined) return { kind: 'anew', cause: contradictedBy };
  if (!life.isContinued) return { kind: 'anew', cause: 'moved' };
  if (newest !== undefined && toDayNumber(today) - toDayNumber(newest) > LONGEST_REST_DAYS)
    return { kind: 'anew', cause: 'rest' };
  if (newest === today) return { kind: 'known' };
  return life.isConfirmed || life.livedSeconds >= UPTIME_SECONDS ? { kind: 'lived' } : { kind: 'not-yet' };
}

/** What was announced before this day has waited long enough. Undefined while fewer days were lived. `days` are
 *  all lived days; today does not count, because it is not over. */
export function announcedBefore(days: readonly LocalDate[], today: LocalDate): LocalDate | undefined {
  return days
    .filter((day) => day < today)
    .toSorted()
    .at(-UPTIME_DAYS_NEEDED);
}
