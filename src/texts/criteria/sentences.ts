import type { AchievementDefinition, Thresholds } from '../../domain/criteria/definition.ts';
import type { Finding } from '../../domain/criteria/evaluation.ts';
import type { Rule } from '../../domain/criteria/rule.ts';
import type { Bilingual } from '../../domain/engagement/mission.ts';
import type { CriteriaPhrases } from '../fr/criteria/phrases.ts';
import type { CriteriaTextContext } from './context.ts';
import { metAsText } from './met.ts';
import { missingAsText } from './missing.ts';
import { howCounted, narrate } from './narrative.ts';
import { requirementAsText } from './requirement.ts';
import { publicLabel } from './walk.ts';

/** Puts criteria and findings into words, with the phrase book of a language. */
export function describeCriteria(phrases: CriteriaPhrases) {
  const { words, asked, lacking } = phrases;

  /** A requirement in words: « Au moins 3 années scolaires d’engagement confirmé ». */
  function requirement(rule: Rule, context: CriteriaTextContext): string {
    return capitalised(requirementAsText(rule, { bound: false, ...context, phrases }));
  }

  /** How the requirement is met, in short; empty if it is not met. */
  function met(finding: Finding, context: CriteriaTextContext): string {
    return finding.met ? capitalised(metAsText(finding, { bound: false, ...context, phrases })) : '';
  }

  /** What is missing, in a sentence: « Il manque 2 h de formation… »; empty if nothing is missing. */
  function missing(finding: Finding, context: CriteriaTextContext): string {
    return finding.met ? '' : lacking.sentence(missingAsText(finding, { bound: false, ...context, phrases }));
  }

  return {
    /** The name of a mission as public sentences have it. */
    missionName: (label: Bilingual) => words.quoted(publicLabel(label, phrases.language)),
    requirement,
    met,
    missing,
    /** What is missing, alone: « 2 h de formation… »; empty if nothing is missing. */
    lacking: (finding: Finding, context: CriteriaTextContext) =>
      finding.met ? '' : missingAsText(finding, { bound: false, ...context, phrases }),
    describeFinding: (finding: Finding, context: CriteriaTextContext) =>
      finding.met ? met(finding, context) : missing(finding, context),
    /** The year or window that a rule binds: « Au cours d’une même année scolaire ». Empty for any other
     *  rule. */
    span: (rule: Rule): string => {
      if ('someYear' in rule) return capitalised(asked.span(1));
      return 'someWindow' in rule ? capitalised(asked.span(rule.someWindow.years)) : '';
    },
    /** A requirement preceded by its year or window. */
    within: (span: string, requirement: string) =>
      `${span}${words.colon}${requirement.charAt(0).toLowerCase()}${requirement.slice(1)}`,
    achievementNarrative: (definition: AchievementDefinition, context: CriteriaTextContext) =>
      narrate(definition, { ...context, phrases, say: (rule) => requirement(rule, context) }),
    countingRules: (definition: AchievementDefinition, thresholds: Thresholds) =>
      howCounted(definition, thresholds, phrases),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
