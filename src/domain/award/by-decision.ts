import { evaluate } from '../criteria/evaluate.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import type { JudgedBy } from '../criteria/just-met.ts';
import { requiresDecision } from '../criteria/nested-rules.ts';
import type { Award } from './types.ts';

/** The judgment on which a grant with this reason rests. Where records alone do not meet a badge that asks for
 *  a decision, the reason is that decision, and the badge is judged with it. */
export function judgeForGrant(evaluation: Evaluation, reason: string | undefined, by: JudgedBy): Evaluation {
  const isDecision = !evaluation.met && !!reason?.trim() && requiresDecision(by.definition);
  return isDecision ? asDecided(evaluation, by) : evaluation;
}

/** The same judgment, with a decision among its facts. */
export function asDecided({ facts }: Evaluation, by: JudgedBy): Evaluation {
  return evaluate({ ...by, facts: { ...facts, decided: true } });
}

/** Whether the award was granted by a reason that its criteria do not ask for: against them, or against an
 *  earlier refusal. */
export function isAgainstCriteria({ overrideReason, evaluation: { met, facts } }: Award): boolean {
  return overrideReason !== undefined && !(met && facts.decided);
}
