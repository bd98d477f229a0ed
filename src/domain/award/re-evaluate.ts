import type { Criteria } from '../criteria/definition.ts';
import { evaluate } from '../criteria/evaluate.ts';
import type { Finding } from '../criteria/evaluation.ts';
import { DomainError } from '../errors.ts';
import type { Award } from './types.ts';

/** The findings of an award, judged again from the facts it keeps and by its own criteria version. An old
 *  badge is thus worded from findings of the same form as a new one. Throws `unknown-achievement`. */
export function judgeAgain(
  { achievement, evaluation }: Pick<Award, 'achievement' | 'evaluation'>,
  criteria: Criteria,
): readonly Finding[] {
  const definition = criteria.achievements.find(({ code }) => code === achievement);
  if (definition === undefined) throw new DomainError('unknown-achievement', { code: achievement });
  return evaluate({ definition, criteria, facts: evaluation.facts }).findings;
}

/** References of the contributions on which met requirements rest. A badge may mention them even if only
 *  their author declared them. */
export function countedContributions(findings: readonly Finding[]): ReadonlySet<string> {
  const counted = (finding: Finding): readonly string[] =>
    finding.met ? [...(finding.used.contributions ?? []), ...finding.parts.flatMap(counted)] : [];
  return new Set(findings.flatMap(counted));
}
