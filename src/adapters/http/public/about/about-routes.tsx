import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { AppDeps, AppEnv } from '../../env.ts';
import { answerPage, frameOf } from '../../shell/page-answer.tsx';
import { AboutPage } from './about-page.tsx';
import { aboutFacts } from './about-view.ts';
import { AccessibilityPage } from './accessibility-page.tsx';

/** The pages on the service itself: personal data, legal notice, help, accessibility. `keep` keeps their
 *  answers. */
export function aboutRoutes(deps: AppDeps, keep: MiddlewareHandler<AppEnv>) {
  const { operator, issuer } = deps.ports;
  const answer = (c: Context<AppEnv>, name: 'privacy' | 'legal' | 'help') => {
    const frame = frameOf(c, deps, { indexed: true });
    const { unset, [name]: page } = frame.t.about;
    const sections = page.sections(aboutFacts({ operator, issuer, unset }));
    return answerPage(c, frame, <AboutPage view={{ ...page, sections }} />);
  };
  return new Hono<AppEnv>()
    .get('/privacy', keep, (c) => answer(c, 'privacy'))
    .get('/legal', keep, (c) => answer(c, 'legal'))
    .get('/help', keep, (c) => answer(c, 'help'))
    .get('/accessibility', keep, (c) => {
      const view = { email: operator.helpEmail ?? issuer.email };
      return answerPage(c, frameOf(c, deps), <AccessibilityPage view={view} />);
    });
}
