import type { Context } from 'hono';
import type { AppDeps, AppEnv } from './env.ts';
import type { PageFrame } from './pages/page-frame.ts';
import { WORDS } from './present/words.ts';

export type Space = 'my' | 'school' | 'dane';

/** Whose page it is, and the spaces open to them. */
export function accountFrame(
  c: Context<AppEnv>,
  deps: AppDeps,
  current?: Space,
): NonNullable<PageFrame['account']> {
  const { person, actor, mayHead } = c.var.signedIn;
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
  return {
    name: `${person.givenName} ${person.familyName}`,
    spaces: spaces.map((one) => ({ ...one, current: one.space === current })),
    ...(office && { office }),
  };
}

/** The sentence of what was just done, where there is one of that name. */
export function doneSentence(locale: AppEnv['Variables']['locale'], done: string | undefined) {
  const sentences = WORDS[locale].pages.account.done;
  return done !== undefined && Object.hasOwn(sentences, done)
    ? sentences[done as keyof typeof sentences]
    : undefined;
}
