import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { AppDeps, AppEnv } from '../../env.ts';
import { answerPage, frameOf } from '../../shell/page-answer.tsx';
import { AboutPage } from './about-page.tsx';
import { aboutFacts } from './about-view.ts';
import { AccessibilityPage } from './accessibility-page.tsx';
import { copiedAbout } from './closed-view.ts';

/** The pages on the service itself: personal data, legal notice, help, accessibility. `keep` keeps their
 *  answers. */
export function aboutRoutes(deps: AppDeps, keep: MiddlewareHandler<AppEnv>) {
  const { operator, issuer, copiedAt } = deps.ports;
  const answer = (c: Context<AppEnv>, name: 'privacy' | 'legal' | 'help') => {
    const frame = frameOf(c, deps, { indexed: true });
    const { unset, [name]: page } = frame.t.about;
    const facts = aboutFacts({ operator, issuer, unset });
    const view = { ...page, sections: page.sections(facts) };
    const shown = copiedAt ? copiedAbout(frame, { name, page: view, facts, copiedAt }) : view;
    return answerPage(c, frame, <AboutPage view={shown} />);
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
