import type { MissionFramework } from '../engagement/mission.ts';
import { deriveTeamFacts } from '../facts/derive-team.ts';
import type { SchoolRecord } from '../records.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../time/calendar.ts';
import { lastDayOf, schoolYearOf } from '../time/school-year.ts';
import type { AchievementDefinition, Criteria } from './definition.ts';
import { isMet } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { firstMetDay } from './met-by-time.ts';
import { leafKind } from './rule-kind.ts';

interface TeamQuestion {
  readonly record: SchoolRecord;
  readonly definition: AchievementDefinition;
  readonly evaluation: Evaluation;
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
  readonly today: LocalDate;
}

/** For each missing requirement on a team's families, by name: the first day of this school year on which the
 *  present records will meet it. Open confirmed engagements are taken to continue. Days only add up inside one
 *  year, so a family stays covered. Roles and members may disappear before that day: requirements on them are
 *  left out. */
export function familiesMetByTime(question: TeamQuestion): ReadonlyMap<string, LocalDate> {
  const { record, definition, evaluation, criteria, framework, today } = question;
  const first = toDayNumber(today) + 1;
  const end = toDayNumber(lastDayOf(schoolYearOf(today)));
  const missing = new Set(evaluation.findings.filter(({ met }) => !met).map(({ rule }) => rule));
  const days = definition.requirements
    .filter(({ name, rule }) => missing.has(name) && leafKind(rule) === 'teamFamilies')
    .flatMap((requirement): readonly (readonly [string, LocalDate])[] => {
      const only = { ...definition, requirements: [requirement] };
      const isMetOn = (day: number) => {
        const basis = { thresholds: criteria.thresholds, framework };
        const facts = deriveTeamFacts(record, fromDayNumber(day), basis);
        return isMet({ definition: only, criteria, facts });
      };
      if (first > end || !isMetOn(end)) return [];
      return [[requirement.name, fromDayNumber(firstMetDay({ first, end }, isMetOn))]];
    });
  return new Map(days);
}
