import { Hono } from 'hono';
import { SPACE_PATH } from '../../../application/accounts/sign-in-attempt.ts';
import type { Actor } from '../../../domain/access/may.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { definePages } from '../routing/define-pages.tsx';
import { headshipPages } from './headship.tsx';
import { messagePages } from './messages.tsx';
import { newcomerRoutes } from './newcomer-page.tsx';
import { type AskAgain, restoredFormPages } from './restore-form.tsx';
import { sessionPages } from './sessions-page.tsx';
import { signInRoutes } from './sign-in-page.tsx';
import { signOutPages } from './sign-out.tsx';

/** Signing in and out, the person's own sessions, declarations to head a school, and choices about mail. */
export function accountRoutes(deps: AppDeps, ask: AskAgain) {
  return new Hono<AppEnv>()
    .route('/', signInRoutes(deps))
    .route('/', newcomerRoutes(deps))
    .route('/', signOutPages(deps).routes)
    .route('/', sessionPages(deps).routes)
    .route('/', restoredFormPages(deps, ask).routes)
    .route('/', spacePages(deps).routes)
    .route('/', headshipPages(deps).routes)
    .route('/', messagePages(deps).routes);
}

/** `/space`: redirects the signed-in person to the space where something waits for them. */
const spacePages = (deps: AppDeps) =>
  definePages(deps).page(SPACE_PATH, 'use-account', ({ c, actor }) => c.redirect(homeOf(actor), 303));

/** The DANE's space, then the person's school or list of schools, then their own space. */
function homeOf(actor: Actor): string {
  if (actor.profiles.includes('dane')) return '/dane';
  const [school] = actor.heads;
  if (!school) return '/my';
  return actor.heads.length === 1 ? `/school/${school}` : '/headship';
}
