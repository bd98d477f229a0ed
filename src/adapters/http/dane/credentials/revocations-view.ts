import type { Context } from 'hono';
import type { StandingBadge } from '../../../../application/credentials/revocations.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { badgeName, readNames } from '../decisions/decision-views.ts';

/** Number of badges that one page lists. */
export const LISTED = 200;

export interface ListedBadge {
  readonly id: string;
  readonly badge: string;
  readonly recipient: string;
  readonly grantedAt: string;
}

/** The badges in words. */
export async function listedBadges(
  c: Context<AppEnv>,
  { ports: { store, catalogue } }: AppDeps,
  badges: readonly StandingBadge[],
): Promise<readonly ListedBadge[]> {
  const { nameOf } = await readNames(
    store,
    badges.map(({ award }) => award.recipient),
  );
  return badges.map(({ award, credential }) => ({
    id: credential.id,
    badge: badgeName(catalogue, { ...award, locale: c.var.locale }),
    recipient: nameOf(award.recipient),
    grantedAt: award.grantedAt,
  }));
}
