import type { AchievementDefinition, Thresholds } from '../../domain/criteria/definition.ts';
import { traitsOf } from '../../domain/criteria/leaf.ts';
import type { CountingRule } from '../../domain/criteria/leaf-traits.ts';
import { flattenRule } from '../../domain/criteria/nested-rules.ts';
import type { Rule } from '../../domain/criteria/rule.ts';
import type { CriteriaPhrases } from '../fr/criteria/phrases.ts';
import { type CriteriaTextContext, citedMissions } from './context.ts';

interface NarrativeContext extends CriteriaTextContext {
  readonly phrases: CriteriaPhrases;
  /** Writes a requirement as a sentence. */
  readonly say: (rule: Rule) => string;
}

/** The criteria of a badge in Markdown, as published with the badge (OB 3.0, Criteria.narrative). */
export function narrate(definition: AchievementDefinition, context: NarrativeContext): string {
  const { requirements, validityYears, recipient } = definition;
  const { phrases, framework, thresholds, say } = context;
  const { narrative, language, words } = phrases;
  const rules = requirements.map(({ rule }) => rule);
  const missions = citedMissions(rules, framework).map(
    ({ code, label }) => `- **${code}**${words.colon}${label[language]}`,
  );
  return [
    narrative.all,
    rules.map((rule) => `- ${say(rule)}`).join('\n'),
    ...(missions.length > 0 ? [narrative.missions, missions.join('\n')] : []),
    ...(thresholds === undefined ? [] : [howCounted(definition, thresholds, phrases).join(' ')]),
    validityYears === undefined ? narrative.noEnd : narrative.validity(validityYears, recipient === 'person'),
  ].join('\n\n');
}

/** How days, missions and proofs are counted: one sentence for each counting rule of the badge. */
export function howCounted(
  { requirements }: AchievementDefinition,
  thresholds: Thresholds,
  { counting }: CriteriaPhrases,
): readonly string[] {
  const leaves = requirements.flatMap(({ rule }) => flattenRule(rule));
  const rests = new Set(leaves.flatMap((rule) => traitsOf(rule)?.explainedBy ?? []));
  // The sentences keep the order of the phrase book.
  const sentences = Object.entries(counting) as [CountingRule, (typeof counting)[CountingRule]][];
  return sentences.flatMap(([name, say]) => (rests.has(name) ? [say(thresholds)] : []));
}
