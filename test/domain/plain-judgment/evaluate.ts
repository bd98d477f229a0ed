import type { AchievementDefinition, Criteria } from '../../../src/domain/criteria/definition.ts';
import type { Evaluation } from '../../../src/domain/criteria/evaluation.ts';
import { DomainError } from '../../../src/domain/errors.ts';
import type { Facts } from '../../../src/domain/facts/types.ts';
import { evaluateRule } from './evaluate-rule.ts';

export interface EvaluateInput {
  readonly definition: AchievementDefinition;
  /** The version that contains the definition: `meets` refers to its other badges. */
  readonly criteria: Criteria;
  readonly facts: Facts;
}

/** Judges one badge on facts, with a finding for every requirement. It proposes, and a person decides. Throws
 *  `wrong-recipient-kind` where a person's facts are judged for a school's badge or the reverse. */
function evaluate({ definition, criteria, facts }: EvaluateInput): Evaluation {
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

/** Judges every badge of the version that has the same kind of recipient as the facts. */
export function evaluateAll(criteria: Criteria, facts: Facts): readonly Evaluation[] {
  return criteria.achievements
    .filter(({ recipient }) => recipient === facts.kind)
    .map((definition) => evaluate({ definition, criteria, facts }));
}
