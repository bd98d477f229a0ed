import { type Context, Hono } from 'hono';
import type { AppDeps, AppEnv } from '../../env.ts';
import { answerPage, frameOf } from '../../shell/page-answer.tsx';
import { AboutPage } from './about-page.tsx';
import { aboutFacts } from './about-view.ts';
import { AccessibilityPage } from './accessibility-page.tsx';

/** The pages on the service itself: personal data, legal notice, help, accessibility. */
export function aboutRoutes(deps: AppDeps) {
  const { operator, issuer } = deps.ports;
  const answer = (c: Context<AppEnv>, name: 'privacy' | 'legal' | 'help') => {
    const frame = frameOf(c, deps, { indexed: true });
    const { unset, [name]: page } = frame.t.about;
    const sections = page.sections(aboutFacts({ operator, issuer, unset }));
    return answerPage(c, frame, <AboutPage view={{ ...page, sections }} />);
  };
  return new Hono<AppEnv>()
    .get('/privacy', (c) => answer(c, 'privacy'))
    .get('/legal', (c) => answer(c, 'legal'))
    .get('/help', (c) => answer(c, 'help'))
    .get('/accessibility', (c) => {
      const view = { email: operator.helpEmail ?? issuer.email };
      return answerPage(c, frameOf(c, deps), <AccessibilityPage view={view} />);
    });
}
