import type { BadgeEvent } from '../mail/subject.ts';
import { type Instant, type LocalDate, localDateInParis, monthsAfter } from '../time/calendar.ts';
import type { PreviousAward } from './grant.ts';

/** The two reminders before the end of a badge. The first comes when the badge becomes renewable. `left` is
 *  the number of reminders still to come, this one included. */
export const REMINDERS = [
  { left: 2, months: 6, event: 'ends-in-six-months' },
  { left: 1, months: 1, event: 'ends-in-a-month' },
] as const satisfies readonly { left: 1 | 2; months: number; event: BadgeEvent }[];
export type Reminder = (typeof REMINDERS)[number];

/** Whether the day of a reminder has come. */
export function isDue({ months }: Reminder, validUntil: Instant, today: LocalDate): boolean {
  return monthsAfter(localDateInParis(validUntil), -months) <= today;
}

/** Whether a reminder that is due deserves a mail: the badge is held and has not ended, no later badge of the
 *  kind replaces it, and the next reminder is not due as well. */
export function isWorthAMail(
  reminder: Reminder,
  { award, credential }: PreviousAward,
  { others, now }: { readonly others: readonly PreviousAward[]; readonly now: Instant },
): boolean {
  const { validUntil, achievement, grantedAt } = award;
  if (!validUntil || validUntil <= now || !credential) return false;
  if (credential.revocation || credential.suspension || credential.erasedAt) return false;
  if (credential.choice.acceptance === 'declined') return false;
  const isRenewed = others.some(
    (other) => other.award.achievement === achievement && other.award.grantedAt > grantedAt,
  );
  const next = REMINDERS.find(({ left }) => left === reminder.left - 1);
  return !isRenewed && !(next && isDue(next, validUntil, localDateInParis(now)));
}
