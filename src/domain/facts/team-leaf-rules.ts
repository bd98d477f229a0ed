import type { Criteria } from '../criteria/criteria.ts';
import type { TeamKind } from '../criteria/leaf-traits.ts';
import type { LeafHandlers } from '../criteria/rule-kind.ts';
import type { JudgeLeaf, LeafResult } from '../criteria/rule-scope.ts';
import type { TeamFacts } from './facts.ts';
import { countGrounds, notedGround } from './review-years.ts';

/** Compiles each requirement into a count over a school's facts, for the school year S (docs/rules.md, The
 *  team badge). */
export const teamLeaves: LeafHandlers<Criteria, JudgeLeaf<TeamFacts>, TeamKind> = {
  members:
    ({ members }) =>
    (facts) => {
      return { actual: facts.members.length, required: members.atLeast, used: () => inYear(facts) };
    },
  teamFamilies:
    ({ teamFamilies }) =>
    (facts) => {
      const families = teamFamilies.of.filter((family) => facts.families.includes(family));
      return {
        actual: families.length,
        required: teamFamilies.atLeast,
        used: () => ({ ...inYear(facts), families }),
      };
    },
  // With `exactlyOne`, several members may hold the role in turn, but not on the same day.
  teamRole:
    ({ teamRole }) =>
    (facts) => {
      const atOnce = facts.roles[teamRole.role]?.atOnce ?? 0;
      const met = teamRole.exactlyOne ? atOnce === 1 : atOnce >= 1;
      return { actual: atOnce, required: 1, met, used: () => inYear(facts) };
    },
  everyMemberTrained: () => (facts) => countMembers(facts, 'trained'),
  everyMemberReviewed:
    (_, { thresholds }) =>
    (facts) => {
      const used = () => ({ ...inYear(facts), ...groundsOf(facts, thresholds) });
      return { ...countMembers(facts, 'reviewed'), used };
    },
  schoolMeetings:
    ({ schoolMeetings }) =>
    (facts) => {
      const { meetings } = facts;
      const used = () => ({ ...inYear(facts), events: meetings });
      return { actual: meetings.length, required: schoolMeetings.atLeast, used };
    },
};

/** An empty team does not meet "every member". */
function countMembers(facts: TeamFacts, what: 'trained' | 'reviewed'): LeafResult {
  const actual = facts.members.filter((member) => member[what]).length;
  return { actual, required: Math.max(1, facts.members.length), used: () => inYear(facts) };
}

function groundsOf({ members, schoolYear }: TeamFacts, thresholds: Criteria['thresholds']) {
  const reviewed = members.filter((member) => member.reviewed);
  if (reviewed.length === 0) return {};
  const grounds = reviewed.map(({ reviewedBy }) =>
    notedGround({ year: schoolYear, ...(reviewedBy && { reviewedBy }) }, thresholds),
  );
  return { reviewedBy: countGrounds(grounds) };
}

function inYear(facts: TeamFacts): { readonly years: readonly number[] } {
  return { years: [facts.schoolYear] };
}
