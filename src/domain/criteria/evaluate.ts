import { DomainError } from '../errors.ts';
import type { Facts } from '../facts/facts.ts';
import type { AchievementDefinition, Criteria } from './criteria.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type { Evaluation } from './evaluation.ts';

export interface EvaluateInput {
  readonly definition: AchievementDefinition;
  /** The version the definition belongs to: what `meets` refers to. */
  readonly criteria: Criteria;
  readonly facts: Facts;
}

/** One badge judged on facts, with a finding for every requirement: it proposes, a person decides. Throws
 *  `wrong-recipient-kind` where a person's facts meet a school's badge or the reverse. */
export function evaluate({ definition, criteria, facts }: EvaluateInput): Evaluation {
  if (definition.recipient !== facts.kind) {
    throw new DomainError('wrong-recipient-kind', { code: definition.code, kind: facts.kind });
  }
  const findings = definition.requirements.map(({ name, rule }) => {
    return { ...evaluateRule(rule, { criteria, facts }), rule: name };
  });
  return {
    achievement: definition.code,
    version: criteria.version,
    on: facts.on,
    met: findings.every(({ met }) => met),
    findings,
    facts,
  };
}

/** Every badge of the version that these facts can be judged for: a person's or a school's. */
export function evaluateAll(criteria: Criteria, facts: Facts): readonly Evaluation[] {
  return criteria.achievements
    .filter(({ recipient }) => recipient === facts.kind)
    .map((definition) => evaluate({ definition, criteria, facts }));
}
