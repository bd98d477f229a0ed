import type { AchievementDefinition, Criteria, Thresholds } from '../domain/criteria/definition.ts';
import type { CriteriaError, CriteriaErrorReason } from '../domain/criteria/error.ts';
import { traitsOf } from '../domain/criteria/leaf.ts';
import { flattenRule, nestedRules, requiresDecision } from '../domain/criteria/nested-rules.ts';
import type { Rule } from '../domain/criteria/rule.ts';
import { bindsYears, needsYear } from '../domain/criteria/rule-kind.ts';
import type { MissionCode, MissionFramework } from '../domain/engagement/mission.ts';
import { parseLocalDate } from '../domain/time/calendar.ts';

/** Every fault, in the order of the document. The criteria must already match their schema. */
export function criteriaErrors(criteria: Criteria, framework: MissionFramework): readonly CriteriaError[] {
  const { achievements, inForceFrom, thresholds } = criteria;
  return [
    ...(isDate(inForceFrom) ? [] : [fault('/inForceFrom', 'invalid-date')]),
    ...thresholdErrors(thresholds),
    ...duplicates(achievements.map(({ code }) => code)).map((index) =>
      fault(`/achievements/${index}/code`, 'duplicate-code'),
    ),
    ...achievements.flatMap((definition, index) =>
      achievementErrors(definition, { path: `/achievements/${index}`, criteria, framework }),
    ),
  ];
}

/** The faults of one badge among those of a version, with their places in the badge. */
export function badgeErrors(
  definition: AchievementDefinition,
  { criteria, framework }: Pick<Place, 'criteria' | 'framework'>,
): readonly CriteriaError[] {
  const others = criteria.achievements.filter(({ code }) => code !== definition.code);
  const achievements = [...others, definition];
  return achievementErrors(definition, { path: '', criteria: { ...criteria, achievements }, framework });
}

interface Place {
  readonly path: string;
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
}

function achievementErrors(
  definition: AchievementDefinition,
  { path, criteria, framework }: Place,
): readonly CriteriaError[] {
  const { requirements, recipient, drawing } = definition;
  return [
    ...(drawing.kind === 'family' && !framework.families.some(({ code }) => code === drawing.family)
      ? [fault(`${path}/drawing/family`, 'unknown-family')]
      : []),
    ...duplicates(requirements.map(({ name }) => name)).map((index) =>
      fault(`${path}/requirements/${index}/name`, 'duplicate-name'),
    ),
    ...requirements.flatMap(({ rule }, index) =>
      ruleErrors(rule, {
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

/** True if the badge depends on the code through `meets`, directly or through other badges. A badge must
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

function thresholdErrors(thresholds: Partial<Thresholds>): readonly CriteriaError[] {
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

function fault(path: string, reason: CriteriaErrorReason): CriteriaError {
  return { path, reason };
}

interface RulePlace {
  /** JSON Pointer of the rule. */
  readonly path: string;
  readonly recipient: AchievementDefinition['recipient'];
  /** Badges that `meets` may name. */
  readonly achievements: readonly AchievementDefinition[];
  readonly framework: MissionFramework;
  /** True inside `someYear` or `someWindow`. */
  readonly bound: boolean;
}

/** Faults of a rule and of the rules inside it. */
function ruleErrors(rule: Rule, place: RulePlace): readonly CriteriaError[] {
  const bound = place.bound || bindsYears(rule);
  return [
    ...reasons(rule, place).map((reason) => ({ path: place.path, reason })),
    ...nestedRules(rule).flatMap((part) =>
      ruleErrors(part.rule, { ...place, bound, path: `${place.path}${part.pointer}` }),
    ),
  ];
}

function reasons(rule: Rule, place: RulePlace): readonly CriteriaErrorReason[] {
  const found: (CriteriaErrorReason | undefined)[] = [
    recipientReason(rule, place),
    place.bound && bindsYears(rule) ? 'year-inside-a-year' : undefined,
    needsYear(rule) && !place.bound ? 'needs-a-year' : undefined,
    'decision' in rule && place.bound ? 'decision-inside-a-year' : undefined,
    'meets' in rule ? meetsReason(rule.meets, place) : undefined,
    familyReason(rule, place),
    missionReason(traitsOf(rule)?.missions(rule) ?? [], place),
    canBeMet(rule) ? undefined : 'cannot-be-met',
  ];
  return found.filter((reason) => reason !== undefined);
}

/** A school's badge has only the facts of one year. It can use neither a person's leaves nor rules that
 *  choose a year. */
function recipientReason(rule: Rule, { recipient }: RulePlace): CriteriaErrorReason | undefined {
  const wanted = bindsYears(rule) ? 'person' : (traitsOf(rule)?.recipient ?? recipient);
  return wanted === recipient ? undefined : 'rule-of-another-recipient';
}

function meetsReason(code: string, { achievements, recipient }: RulePlace): CriteriaErrorReason | undefined {
  const named = achievements.find((candidate) => candidate.code === code);
  if (named === undefined) return 'unknown-badge';
  if (named.recipient !== recipient) return 'badge-of-another-recipient';
  // A decision is taken for one badge, so it would meet the other one that no one decided on.
  return requiresDecision(named) ? 'badge-by-decision' : undefined;
}

function missionReason(
  codes: readonly MissionCode[],
  { framework }: RulePlace,
): CriteriaErrorReason | undefined {
  const missions = codes.map((code) => framework.missions.get(code));
  if (missions.includes(undefined)) return 'unknown-mission';
  return missions.every((mission) => mission?.elementary) ? undefined : 'mission-of-no-count';
}

function familyReason(rule: Rule, { framework }: RulePlace): CriteriaErrorReason | undefined {
  const named =
    'families' in rule ? (rule.families.including ?? []) : 'teamFamilies' in rule ? rule.teamFamilies.of : [];
  if (named.some((family) => !framework.families.some(({ code }) => code === family)))
    return 'unknown-family';
  const many = 'families' in rule ? rule.families.atLeast : 0;
  return many > framework.families.length ? 'cannot-be-met' : undefined;
}

/** False if the figures ask for more than exists. */
function canBeMet(rule: Rule): boolean {
  if ('of' in rule) return rule.atLeast <= rule.of.length;
  return traitsOf(rule)?.canBeMet(rule) ?? true;
}
