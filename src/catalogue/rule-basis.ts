import type { AchievementDefinition, Criteria } from '../domain/criteria/definition.ts';
import type { RuleBasis } from '../domain/criteria/first-rule.ts';
import { FIXED_CHOICES } from '../domain/criteria/rule-fields.ts';
import type { MissionFramework } from '../domain/engagement/mission.ts';
import { badgeErrors } from './criteria-errors.ts';

/** What the rules of a badge may name without a fault: the missions that count, the families, and the other
 *  badges of the version that may be asked for. */
export function ruleBasis(
  definition: AchievementDefinition,
  { criteria, framework }: { readonly criteria: Criteria; readonly framework: MissionFramework },
): RuleBasis {
  const isNameable = (code: string) => {
    const requirements = [{ name: 'meets', rule: { meets: code } }];
    const errors = badgeErrors({ ...definition, requirements }, { criteria, framework });
    return !errors.some(({ path }) => path === '' || path.startsWith('/requirements'));
  };
  const missions = [...framework.missions.values()].filter(({ elementary }) => elementary);
  return {
    recipient: definition.recipient,
    choices: {
      ...FIXED_CHOICES,
      missions: missions.map(({ code }) => code),
      families: framework.families.map(({ code }) => code),
      badges: criteria.achievements.map(({ code }) => code).filter(isNameable),
    },
  };
}
