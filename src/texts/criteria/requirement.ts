import { traitsOf } from '../../domain/criteria/leaf.ts';
import { flattenRule } from '../../domain/criteria/nested-rules.ts';
import type { Rule } from '../../domain/criteria/rule.ts';
import { bindsYears, dispatchRule, isComposite, type RuleHandlers } from '../../domain/criteria/rule-kind.ts';
import { phraseOf } from './phrase-book.ts';
import { requirementPhraseInput, sameMissionsByRole, type Walk } from './walk.ts';

/** The requirement as a part of a sentence, without an initial capital. */
export function requirementAsText(rule: Rule, walk: Walk): string {
  return dispatchRule(handlers, rule, walk);
}

function eachOf(rules: readonly Rule[], walk: Walk): readonly string[] {
  return rules.map((rule) => requirementAsText(rule, walk));
}

/** Joins requirements: with commas where they are simple, otherwise with semicolons. */
function together(rules: readonly Rule[], walk: Walk): string {
  const { words } = walk.phrases;
  const parts = eachOf(rules, walk);
  return rules.some(isComposite) ? parts.join(`${words.semicolon}${words.andWord} `) : words.and(parts);
}

function alternatives(rules: readonly Rule[], walk: Walk): string {
  const { asked } = walk.phrases;
  const [only] = rules;
  if (only !== undefined && rules.length === 1) return requirementAsText(only, walk);
  const byRole = sameMissionsByRole(rules);
  if (byRole !== undefined) return asked.missions(byRole, requirementPhraseInput(walk));
  const areLong = rules.some((rule) => bindsYears(rule) || 'all' in rule);
  return asked.either(eachOf(rules, walk), areLong);
}

function inSpan(span: string, inner: Rule, walk: Walk): string {
  const within = requirementAsText(inner, { ...walk, bound: true });
  return isComposite(inner) ? `${span}${walk.phrases.words.colon}${within}` : `${within} ${span}`;
}

/** On a screen, the words add that missions need not be held in every year of the window. */
function windowAsText(years: number, inner: Rule, { phrases: { asked }, onScreen }: Walk): string {
  return years > 1 && onScreen && requiresMissionsOnly(inner) ? asked.spanOnScreen(years) : asked.span(years);
}

/** True if a rule requires only missions: each in some year of a window, and none in every year. */
function requiresMissionsOnly(rule: Rule): boolean {
  return flattenRule(rule).every((one) => isComposite(one) || traitsOf(one)?.counts === 'missions');
}

const handlers: RuleHandlers<Walk, string> = {
  all: ({ all }, walk) => together(all, walk),
  any: ({ any }, walk) => alternatives(any, walk),
  atLeast: ({ atLeast, of }, walk) =>
    walk.phrases.asked.atLeast(atLeast, eachOf(of, walk).join(walk.phrases.words.semicolon)),
  someYear: ({ someYear }, walk) => inSpan(walk.phrases.asked.span(1), someYear, walk),
  someWindow: ({ someWindow: { years, rule } }, walk) => inSpan(windowAsText(years, rule, walk), rule, walk),
  meets: ({ meets }, { phrases, achievementName }) => phrases.asked.meets(achievementName(meets)),
  leaf: (rule, walk) => phraseOf(walk.phrases.leaves, rule).asked(rule, requirementPhraseInput(walk)),
};
