import type { Criteria } from '../../src/domain/criteria/definition.ts';
import { evaluate } from '../../src/domain/criteria/evaluate.ts';
import type { Evaluation } from '../../src/domain/criteria/evaluation.ts';
import type { Facts } from '../../src/domain/facts/types.ts';

/** Judges every badge of the version that has the same kind of recipient as the facts. */
export function evaluateAll(criteria: Criteria, facts: Facts): readonly Evaluation[] {
  return criteria.achievements
    .filter(({ recipient }) => recipient === facts.kind)
    .map((definition) => evaluate({ definition, criteria, facts }));
}
