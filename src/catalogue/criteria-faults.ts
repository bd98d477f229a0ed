import type { AchievementDefinition, Criteria, Thresholds } from '../domain/criteria/criteria.ts';
import type { CriteriaFault, CriteriaFaultReason } from '../domain/criteria/criteria-fault.ts';
import { flattenRule } from '../domain/criteria/rule-parts.ts';
import type { MissionFramework } from '../domain/engagement/mission.ts';
import { parseLocalDate } from '../domain/time/time.ts';
import { ruleFaults } from './rule-faults.ts';

/** Every fault, in the order of the document. The criteria must already match their schema. */
export function criteriaFaults(criteria: Criteria, framework: MissionFramework): readonly CriteriaFault[] {
  const { achievements, inForceFrom, thresholds } = criteria;
  return [
    ...(isDate(inForceFrom) ? [] : [fault('/inForceFrom', 'invalid-date')]),
    ...thresholdFaults(thresholds),
    ...duplicates(achievements.map(({ code }) => code)).map((index) =>
      fault(`/achievements/${index}/code`, 'duplicate-code'),
    ),
    ...achievements.flatMap((definition, index) =>
      achievementFaults(definition, { path: `/achievements/${index}`, criteria, framework }),
    ),
  ];
}

/** The faults of one badge among those of a version, with their places in the badge. */
export function badgeFaults(
  definition: AchievementDefinition,
  { criteria, framework }: Pick<Place, 'criteria' | 'framework'>,
): readonly CriteriaFault[] {
  const others = criteria.achievements.filter(({ code }) => code !== definition.code);
  const achievements = [...others, definition];
  return achievementFaults(definition, { path: '', criteria: { ...criteria, achievements }, framework });
}

interface Place {
  readonly path: string;
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
}

function achievementFaults(
  definition: AchievementDefinition,
  { path, criteria, framework }: Place,
): readonly CriteriaFault[] {
  const { requirements, recipient, drawing } = definition;
  return [
    ...(drawing.kind === 'family' && !framework.families.some(({ code }) => code === drawing.family)
      ? [fault(`${path}/drawing/family`, 'unknown-family')]
      : []),
    ...duplicates(requirements.map(({ name }) => name)).map((index) =>
      fault(`${path}/requirements/${index}/name`, 'duplicate-name'),
    ),
    ...requirements.flatMap(({ rule }, index) =>
      ruleFaults(rule, {
        path: `${path}/requirements/${index}/rule`,
        recipient,
        achievements: criteria.achievements,
        framework,
        bound: false,
      }),
    ),
    ...(reaches(definition, definition.code, criteria) ? [fault(path, 'cyclic-badge')] : []),
  ];
}

/** True where the badge depends on the code through `meets`, directly or through other badges. A badge must
 *  not depend on itself. */
function reaches(definition: AchievementDefinition, code: string, criteria: Criteria): boolean {
  const seen = new Set<string>();
  const open = [definition];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const named of namedBadges(current)) {
      if (named === code) return true;
      const next = criteria.achievements.find((candidate) => candidate.code === named);
      if (next !== undefined && !seen.has(named)) open.push(next);
      seen.add(named);
    }
  }
  return false;
}

function namedBadges({ requirements }: AchievementDefinition): readonly string[] {
  const rules = requirements.flatMap(({ rule }) => flattenRule(rule));
  return rules.flatMap((rule) => ('meets' in rule ? [rule.meets] : []));
}

function thresholdFaults(thresholds: Partial<Thresholds>): readonly CriteriaFault[] {
  const { fullYearDays = 0, halfYearDays = 0, trainingKinds = [], daneEventKinds = [] } = thresholds;
  return [
    ...(halfYearDays > fullYearDays ? [fault('/thresholds/halfYearDays', 'half-year-above-full-year')] : []),
    ...(trainingKinds.length > 0 && daneEventKinds.length > 0
      ? []
      : [fault('/thresholds', 'no-event-kinds')]),
  ];
}

/** Indices of the names that already occur earlier in the list. */
function duplicates(names: readonly string[]): readonly number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}

function isDate(text: string): boolean {
  try {
    return parseLocalDate(text) === text;
  } catch {
    return false;
  }
}

function fault(path: string, reason: CriteriaFaultReason): CriteriaFault {
  return { path, reason };
}
