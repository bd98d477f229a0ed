import type { Award, IssuedCredential } from '../award/types.ts';
import type { Instant } from '../time/calendar.ts';

export interface PublicBadge {
  readonly award: Pick<Award, 'validUntil'>;
  readonly credential: Pick<IssuedCredential, 'choice' | 'revocation' | 'suspension' | 'erasedAt'>;
}

/** Whether search engines may list anything of this badge now: its holder wants it to be found, and it is
 *  valid. A name next to a revoked badge must not be what a search finds. */
export function isFindable({ award, credential }: PublicBadge, now: Instant): boolean {
  const { choice, revocation, suspension, erasedAt } = credential;
  const isShown = choice.acceptance === 'accepted' && !choice.hidden && choice.visibility === 'public';
  const hasEnded = award.validUntil !== undefined && award.validUntil <= now;
  return isShown && !revocation && !suspension && erasedAt === undefined && !hasEnded;
}
