import type { AchievementDefinition } from '../domain/criteria/criteria.ts';
import { type AchievementInput, achievement } from './achievement.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { Achievement } from './types.ts';

type SharedInput = Omit<AchievementInput, 'creator'>;

interface Made {
  readonly input: SharedInput;
  readonly shared: Achievement;
}

/** The most Achievements kept for a badge: a service with one origin needs one for each language. */
const MOST_KEPT = 4;
const made = new WeakMap<AchievementDefinition, readonly Made[]>();

/** The Achievement inside a credential. The badges of one achievement share one frozen object: it is made
 *  once, and canonicalisation can reuse its results for it. */
export function sharedAchievement({
  definition,
  criteria,
  framework,
  origin,
  locale,
  narrative,
}: SharedInput): Achievement {
  const input = { definition, criteria, framework, origin, locale, narrative };
  const known = made.get(definition) ?? [];
  const found = known.find((one) => isSame(one.input, input));
  if (found) return found.shared;
  const shared = deepFreeze(achievement(input));
  made.set(definition, [{ input, shared }, ...known].slice(0, MOST_KEPT));
  return shared;
}

function isSame(one: SharedInput, other: SharedInput): boolean {
  return (Object.keys(one) as (keyof SharedInput)[]).every((name) => one[name] === other[name]);
}
