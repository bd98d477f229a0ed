import type { AchievementDefinition, Criteria } from '../domain/criteria/definition.ts';
import { DomainError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/time/calendar.ts';
import { defaultPack } from './default-pack.ts';
import type { OfficePack } from './office-pack.ts';

/** What `catalogueOf` looks things up in. Both may change at any moment. */
interface Published {
  readonly pack: () => OfficePack;
  /** Oldest first. */
  readonly versions: () => readonly Criteria[];
}

/** The office's pack, and its criteria by version. `criteriaInForce`: the latest version in force on a day;
 *  throws `no-criteria-in-force` before the first. `criteriaVersion`: a version by its number, in force or not;
 *  undefined if it was never published. */
export function catalogueOf({ pack, versions }: Published) {
  return {
    get office() {
      return pack().office;
    },
    get framework() {
      return pack().framework;
    },
    get columns() {
      return pack().columns;
    },
    get questionnaire() {
      return pack().questionnaire;
    },
    versions,
    newest(): Criteria {
      const criteria = versions().at(-1);
      if (criteria === undefined) throw new DomainError('no-criteria-in-force');
      return criteria;
    },
    criteriaInForce(on: LocalDate): Criteria {
      const criteria = versions().findLast(({ inForceFrom }) => inForceFrom <= on);
      if (criteria === undefined) throw new DomainError('no-criteria-in-force', { on });
      return criteria;
    },
    criteriaVersion: (version: number): Criteria | undefined =>
      versions().find((candidate) => candidate.version === version),
  };
}

/** The pack that comes with the program. */
export const publishedCatalogue = catalogueOf({
  pack: () => defaultPack,
  versions: () => [defaultPack.criteria],
});

/** A badge of a version by its code. Throws `unknown-achievement` with the codes that exist. */
export function achievementOf(criteria: Criteria, code: string): AchievementDefinition {
  const definition = criteria.achievements.find((candidate) => candidate.code === code);
  if (definition === undefined) {
    const known = criteria.achievements.map((achievement) => achievement.code);
    throw new DomainError('unknown-achievement', { code, known });
  }
  return definition;
}
