import { DomainError } from '../errors.ts';
import { type Instant, isWithin } from '../time/calendar.ts';
import type { IssuedCredential } from './types.ts';

/** The delays in days after which an office may have holders reminded. */
export const REMINDER_DELAYS = [7, 14, 21, 30, 60, 90] as const;

/** Days after which a badge counts as never answered where the office has set no delay. */
export const USUAL_DELAY = 21;

/** Seconds after a mail in which a holder is not reminded again: what is sent twice is one reminder. */
const REST_SECONDS = 86_400;

/** Whether the badge waits for its holder, who neither accepted nor declined it. */
export function isPendingAcceptance({ choice, revocation, suspension, erasedAt }: IssuedCredential): boolean {
  return choice.acceptance === 'private' && !revocation && !suspension && !erasedAt;
}

/** Checks that the holder may be reminded now. Throws `settled-meanwhile` where the badge waits for no answer, and
 *  `reminded-lately`. */
export function checkReminder(credential: IssuedCredential, now: Instant): void {
  if (!isPendingAcceptance(credential)) throw new DomainError('settled-meanwhile');
  const { remindedAt } = credential;
  if (remindedAt && isWithin(now, remindedAt, REST_SECONDS)) throw new DomainError('reminded-lately');
}
