import version1 from '../../data/criteria/v1.json' with { type: 'json' };
import type { AchievementDefinition, Criteria } from '../domain/criteria.ts';
import { DomainError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/time.ts';
import { loadCriteria } from './load-criteria.ts';

/** Every version of the published criteria, oldest first. Checked when the module is loaded. */
export const criteriaVersions: readonly Criteria[] = [loadCriteria(version1)];

/** The version that judges on a day: the latest in force. Throws `no-criteria-in-force` before the first. */
export function criteriaInForce(on: LocalDate): Criteria {
  const criteria = criteriaVersions.findLast(({ inForceFrom }) => inForceFrom <= on);
  if (criteria === undefined) throw new DomainError('no-criteria-in-force', { on });
  return criteria;
}

/** A version by its number, whether or not it is still in force. Undefined where no such version was published. */
export function criteriaVersion(version: number): Criteria | undefined {
  return criteriaVersions.find((candidate) => candidate.version === version);
}

/** A badge of a version by its code. Throws `unknown-achievement` with the codes that exist. */
export function achievementOf(criteria: Criteria, code: string): AchievementDefinition {
  const definition = criteria.achievements.find((candidate) => candidate.code === code);
  if (definition === undefined) {
    const known = criteria.achievements.map((achievement) => achievement.code);
    throw new DomainError('unknown-achievement', { code, known });
  }
  return definition;
}
