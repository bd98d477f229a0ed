import type { Context } from 'hono';
import type { PublicCredential } from '../../../../application/credentials/read-public.ts';
import { isFindable } from '../../../../domain/holder/search-indexing.ts';
import { expireAt } from '../../cache/middleware.ts';
import type { AppDeps, AppEnv } from '../../env.ts';

/** Lets search engines list this answer about a badge where the badge may be found now. The end of the badge is
 *  the end of a kept answer. A copy of the site does not learn of a revocation, so nothing in it is listed. */
export function letSearch(
  c: Context<AppEnv>,
  { ports: { clock, copiedAt } }: Pick<AppDeps, 'ports'>,
  found: PublicCredential,
): void {
  if (found.kind !== 'found') return;
  expireAt(c, [found.award.validUntil]);
  c.set('isListed', copiedAt === undefined && isFindable(found, clock.now()));
}
