import { Hono } from 'hono';
import type { SignedIn } from '../../../application/accounts/sessions.ts';
import { SPACE_PATH } from '../../../application/accounts/sign-in.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';

/** `/space`: redirects the signed-in person to the space where something waits for them. */
export function spaceRoutes(deps: AppDeps) {
  const guards = [requireSignedIn(deps), requireMay(deps, 'use-account', oneself)] as const;
  return new Hono<AppEnv>().get(SPACE_PATH, ...guards, (c) => c.redirect(homeOf(c.var.signedIn), 303));
}

/** The DANE's space, then the person's school or list of schools, then their own space. */
function homeOf({ actor }: Pick<SignedIn, 'actor'>): string {
  if (actor.profiles.includes('dane')) return '/dane';
  const [school] = actor.heads;
  if (!school) return '/my';
  return actor.heads.length === 1 ? `/school/${school}` : '/headship';
}
