import type { Context } from 'hono';
import type { AppDeps, AppEnv } from './env.ts';
import { frameOf } from './page-answer.tsx';
import type { PageFrame } from './pages/page-frame.ts';

export type Space = 'my' | 'school' | 'dane';

/** The frame of a page behind the sign-in: whose it is, and the spaces open to them. `?done=` of the address says what
 *  was just done. */
export function workspaceFrame(
  c: Context<AppEnv>,
  deps: AppDeps,
  current?: Space,
): PageFrame & Required<Pick<PageFrame, 'account'>> {
  const { person, actor, mayHead } = c.var.signedIn;
  const frame = frameOf(c, deps);
  const [school] = actor.heads;
  const spaces = [
    { space: 'my' as const, href: '/my' },
    ...(school !== undefined && actor.heads.length === 1
      ? [{ space: 'school' as const, href: `/school/${school}` }]
      : actor.heads.length > 1 || mayHead.length > 0
        ? [{ space: 'school' as const, href: '/headship' }]
        : []),
    ...(actor.profiles.includes('dane') ? [{ space: 'dane' as const, href: '/dane' }] : []),
  ];
  const { office } = deps.ports.settings.words();
  const done = c.req.query('done');
  const sentences = frame.t.account.done;
  const said =
    done !== undefined && Object.hasOwn(sentences, done)
      ? sentences[done as keyof typeof sentences]
      : undefined;
  return {
    ...frame,
    account: {
      name: `${person.givenName} ${person.familyName}`,
      spaces: spaces.map((one) => ({ ...one, current: one.space === current })),
      ...(office && { office }),
      ...(said && { done: said }),
    },
  };
}
