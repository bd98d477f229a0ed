import type { Instant } from '../time/calendar.ts';
import type { PreviousAward } from './grant.ts';

/** Badges of the same kind that are valid at the same time: one list for each kind, oldest first. They appear
 *  when two merged records each had the badge (docs/rules.md, Merging two records). */
export function duplicateAwards<Held extends PreviousAward>(
  awards: readonly Held[],
  at: Instant,
): readonly (readonly Held[])[] {
  const standing = awards
    .filter((one) => isStanding(one, at))
    .toSorted((one, other) => (one.award.grantedAt < other.award.grantedAt ? -1 : 1));
  return [...Map.groupBy(standing, ({ award }) => award.achievement).values()].filter(
    (same) => same.length > 1,
  );
}

function isStanding({ award, credential }: PreviousAward, at: Instant): boolean {
  if (!credential || credential.revocation || credential.erasedAt) return false;
  if (credential.choice.acceptance === 'declined') return false;
  return award.validUntil === undefined || award.validUntil > at;
}
