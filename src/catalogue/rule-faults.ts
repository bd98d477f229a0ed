import type { AchievementDefinition } from '../domain/criteria/criteria.ts';
import type { CriteriaFault, CriteriaFaultReason } from '../domain/criteria/criteria-fault.ts';
import { traitsOf } from '../domain/criteria/leaf-of.ts';
import type { Rule } from '../domain/criteria/rule.ts';
import { bindsYears, needsYear } from '../domain/criteria/rule-kind.ts';
import { asksDecision, partsOf } from '../domain/criteria/rule-parts.ts';
import type { MissionCode, MissionFramework } from '../domain/engagement/mission.ts';

/** The place of a rule in the criteria. */
export interface RulePlace {
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
export function ruleFaults(rule: Rule, place: RulePlace): readonly CriteriaFault[] {
  const bound = place.bound || bindsYears(rule);
  return [
    ...reasons(rule, place).map((reason) => ({ path: place.path, reason })),
    ...partsOf(rule).flatMap((part) =>
      ruleFaults(part.rule, { ...place, bound, path: `${place.path}${part.pointer}` }),
    ),
  ];
}

function reasons(rule: Rule, place: RulePlace): readonly CriteriaFaultReason[] {
  const found: (CriteriaFaultReason | undefined)[] = [
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
function recipientReason(rule: Rule, { recipient }: RulePlace): CriteriaFaultReason | undefined {
  const wanted = bindsYears(rule) ? 'person' : (traitsOf(rule)?.recipient ?? recipient);
  return wanted === recipient ? undefined : 'rule-of-another-recipient';
}

function meetsReason(code: string, { achievements, recipient }: RulePlace): CriteriaFaultReason | undefined {
  const named = achievements.find((candidate) => candidate.code === code);
  if (named === undefined) return 'unknown-badge';
  if (named.recipient !== recipient) return 'badge-of-another-recipient';
  // A decision is taken for one badge, so it would meet the other one that nobody decided on.
  return asksDecision(named) ? 'badge-by-decision' : undefined;
}

function missionReason(
  codes: readonly MissionCode[],
  { framework }: RulePlace,
): CriteriaFaultReason | undefined {
  const missions = codes.map((code) => framework.missions.get(code));
  if (missions.includes(undefined)) return 'unknown-mission';
  return missions.every((mission) => mission?.elementary) ? undefined : 'mission-of-no-count';
}

function familyReason(rule: Rule, { framework }: RulePlace): CriteriaFaultReason | undefined {
  const named =
    'families' in rule ? (rule.families.including ?? []) : 'teamFamilies' in rule ? rule.teamFamilies.of : [];
  if (named.some((family) => !framework.families.some(({ code }) => code === family)))
    return 'unknown-family';
  const many = 'families' in rule ? rule.families.atLeast : 0;
  return many > framework.families.length ? 'cannot-be-met' : undefined;
}

/** False where the figures ask for more than exists. */
function canBeMet(rule: Rule): boolean {
  if ('of' in rule) return rule.atLeast <= rule.of.length;
  return traitsOf(rule)?.canBeMet(rule) ?? true;
}
