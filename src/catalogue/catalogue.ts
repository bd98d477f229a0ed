import version1 from '../../data/criteria/v1.json' with { type: 'json' };
import type { AchievementDefinition, Criteria } from '../domain/criteria/criteria.ts';
import { DomainError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/time/time.ts';
import { framework } from './framework.ts';
import { loadCriteria } from './load-criteria.ts';

/** Every version of the published criteria, oldest first. They are checked when the module is loaded. */
export const criteriaVersions: readonly Criteria[] = [loadCriteria(version1)];

/** Looks up the criteria among the versions that `versions` returns, oldest first. `criteriaInForce`: the
 *  latest version in force on a day; throws `no-criteria-in-force` before the first. `criteriaVersion`: a
 *  version by its number, in force or not; undefined where it was never published. */
export function catalogueOf(versions: () => readonly Criteria[]) {
  return {
    framework,
    versions,
    criteriaInForce(on: LocalDate): Criteria {
      const criteria = versions().findLast(({ inForceFrom }) => inForceFrom <= on);
      if (criteria === undefined) throw new DomainError('no-criteria-in-force', { on });
      return criteria;
    },
    criteriaVersion: (version: number): Criteria | undefined =>
      versions().find((candidate) => candidate.version === version),
  };
}

/** The versions that are published with the software, without those adopted in the workshop. */
export const publishedCatalogue = catalogueOf(() => criteriaVersions);
export const { criteriaInForce, criteriaVersion } = publishedCatalogue;

/** A badge of a version by its code. Throws `unknown-achievement` with the codes that exist. */
export function achievementOf(criteria: Criteria, code: string): AchievementDefinition {
  const definition = criteria.achievements.find((candidate) => candidate.code === code);
  if (definition === undefined) {
    const known = criteria.achievements.map((achievement) => achievement.code);
    throw new DomainError('unknown-achievement', { code, known });
  }
  return definition;
}
