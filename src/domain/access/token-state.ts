import type { ApiToken } from '../change/change.ts';
import type { Instant, LocalDate } from '../time/time.ts';
import { secondsAfter } from '../time/time.ts';

/** How long a token of the API opens, in days, unless it is made for less. */
export const TOKEN_DAYS = 365;

type Ends = Pick<ApiToken, 'revokedAt' | 'expiresAt'>;

export type TokenState = 'active' | 'expired' | 'revoked';

/** Whether a token opens at this instant, or why it does not. */
export function tokenState({ revokedAt, expiresAt }: Ends, now: Instant): TokenState {
  if (revokedAt) return 'revoked';
  return now < expiresAt ? 'active' : 'expired';
}

/** The end of a token made at this instant. */
export function tokenEnd(now: Instant, days: number): Instant {
  return secondsAfter(now, days * 24 * 3600);
}

/** The day to note as that of its last use; undefined where it is noted already: one write a day, whatever it does. */
export function useToNote({ lastUsedOn }: ApiToken, now: Instant): LocalDate | undefined {
  const today = now.slice(0, 10) as LocalDate;
  return lastUsedOn !== undefined && lastUsedOn >= today ? undefined : today;
}
