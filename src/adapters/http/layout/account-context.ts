import type { Context } from 'hono';
import { fullName } from '../../../domain/person/name.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { AppEnv } from '../env.ts';
import type { PageContext } from './page-context.ts';

export type Space = 'my' | 'school' | 'dane';

/** The signed-in person of a page, and the spaces open to them. */
export function accountContext(c: Context<AppEnv>, current?: Space): NonNullable<PageContext['account']> {
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
  return {
    personId: person.id,
    page: c.get('requestId'),
    name: fullName(person),
    mayHead: mayHead.length > 0,
    spaces: spaces.map((one) => ({ ...one, current: one.space === current })),
  };
}

/** The sentence about a completed act, where this name has one. */
export function doneSentence(t: PageTexts, done: string | undefined) {
  const sentences = t.account.done;
  return done !== undefined && Object.hasOwn(sentences, done)
    ? sentences[done as keyof typeof sentences]
    : undefined;
}
