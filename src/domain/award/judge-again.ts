import type { Criteria } from '../criteria/criteria.ts';
import { evaluate } from '../criteria/evaluate.ts';
import type { Finding } from '../criteria/evaluation.ts';
import { DomainError } from '../errors.ts';
import type { Award } from './award-types.ts';

/** The findings of an award, from the facts that it keeps and by its own version of the criteria: what is said of a badge
 *  rests on them, so that one judged long ago is worded as one judged today. Throws `unknown-achievement`. */
export function judgeAgain(
  { achievement, evaluation }: Pick<Award, 'achievement' | 'evaluation'>,
  criteria: Criteria,
): readonly Finding[] {
  const definition = criteria.achievements.find(({ code }) => code === achievement);
  if (definition === undefined) throw new DomainError('unknown-achievement', { code: achievement });
  return evaluate({ definition, criteria, facts: evaluation.facts }).findings;
}

/** References of the contributions that met requirements rest on: a badge may speak of them though only their author
 *  declared them. */
export function countedContributions(findings: readonly Finding[]): ReadonlySet<string> {
  const counted = (finding: Finding): readonly string[] =>
    finding.met ? [...(finding.used.contributions ?? []), ...finding.parts.flatMap(counted)] : [];
  return new Set(findings.flatMap(counted));
}
