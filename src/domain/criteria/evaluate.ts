import { DomainError } from '../errors.ts';
import type { Facts } from '../facts/types.ts';
import { compileRequirements } from './compile-rule.ts';
import type { AchievementDefinition, Criteria } from './definition.ts';
import type { Evaluation } from './evaluation.ts';
import { foundNothing } from './nearness.ts';

/** A badge and the facts on which it is judged. */
export interface EvaluateInput {
  readonly definition: AchievementDefinition;
  /** The version that contains the definition: `meets` refers to its other badges. */
  readonly criteria: Criteria;
  readonly facts: Facts;
}

/** Judges one badge on facts, with a finding for every requirement. It proposes, and a person decides. Throws
 *  `wrong-recipient-kind` where a person's facts are judged for a school's badge or the reverse. */
export function evaluate({ definition, criteria, facts }: EvaluateInput): Evaluation {
  checkRecipient(definition, facts);
  const findings = compileRequirements(definition, criteria).map(({ name, judge }) =>
    judge(facts, undefined, name),
  );
  return {
    achievement: definition.code,
    version: criteria.version,
    on: facts.on,
    met: findings.every(({ met }) => met),
    findings,
    facts,
  };
}

/** Whether `evaluate` would find the badge met. It explains nothing, and takes a fraction of the time. */
export function isMet({ definition, criteria, facts }: EvaluateInput): boolean {
  checkRecipient(definition, facts);
  return compileRequirements(definition, criteria).every((requirement) => requirement.isMet(facts));
}

/** What is there of the only requirement that is missing: `some` or `nothing`. Undefined unless all but one
 *  requirement of the badge are met. */
export function lastMissing(input: EvaluateInput): 'some' | 'nothing' | undefined {
  const requirements = compileRequirements(input.definition, input.criteria);
  const missing = requirements.filter((one) => !one.isMet(input.facts));
  const [last] = missing;
  if (missing.length !== 1 || last === undefined) return undefined;
  return foundNothing(last.judge(input.facts)) ? 'nothing' : 'some';
}

/** The badges of the version that the facts meet, in its order, without any explanation. */
export function metBadges(criteria: Criteria, facts: Facts): readonly AchievementDefinition[] {
  const judged = criteria.achievements.filter(({ recipient }) => recipient === facts.kind);
  return metAmong(judged, { criteria, facts });
}

/** Those of these badges of the version that the facts meet. Throws `wrong-recipient-kind`. */
export function metAmong(
  definitions: readonly AchievementDefinition[],
  { criteria, facts }: Omit<EvaluateInput, 'definition'>,
): readonly AchievementDefinition[] {
  return definitions.filter((definition) => isMet({ definition, criteria, facts }));
}

function checkRecipient({ code, recipient }: AchievementDefinition, { kind }: Facts): void {
  if (recipient !== kind) throw new DomainError('wrong-recipient-kind', { code, kind });
}
