import fc from 'fast-check';
import type { TeamKind } from '../../../src/domain/criteria/rule-kind.ts';
import { ROLES } from '../../../src/domain/engagement/mission.ts';
import type { TeamFacts } from '../../../src/domain/facts/types.ts';
import { FAMILY_CODES } from '../../support/office.ts';
import { countGrounds, notedGround } from './review-years.ts';
import type { LeafResult, PlainLeaves } from './rule-scope.ts';

const atLeast = fc.integer({ min: 1, max: 4 });

/** Counts each requirement on a school's facts, for the school year S (docs/rules.md, The team badge). */
export const teamLeaves: PlainLeaves<TeamKind, TeamFacts> = {
  members: {
    rules: fc.record({ members: fc.record({ atLeast }) }),
    judge: ({ members }, { facts }) => {
      return { actual: facts.members.length, required: members.atLeast, used: inYear(facts) };
    },
  },
  teamFamilies: {
    rules: fc.record({
      teamFamilies: fc.record({ atLeast, of: fc.subarray([...FAMILY_CODES], { minLength: 1 }) }),
    }),
    judge: ({ teamFamilies }, { facts }) => {
      const families = teamFamilies.of.filter((family) => facts.families.includes(family));
      return {
        actual: families.length,
        required: teamFamilies.atLeast,
        used: { ...inYear(facts), families },
      };
    },
  },
  teamRole: {
    rules: fc.record({
      teamRole: fc.record(
        { role: fc.constantFrom(...ROLES), exactlyOne: fc.constant(true as const) },
        { requiredKeys: ['role'] },
      ),
    }),
    // With `exactlyOne`, several members may hold the role one after the other, but not on the same day.
    judge: ({ teamRole }, { facts }) => {
      const atOnce = facts.roles[teamRole.role]?.atOnce ?? 0;
      const met = teamRole.exactlyOne ? atOnce === 1 : atOnce >= 1;
      return { actual: atOnce, required: 1, met, used: inYear(facts) };
    },
  },
  everyMemberTrained: {
    rules: fc.constant({ everyMemberTrained: true as const }),
    judge: (_, { facts }) => countMembers(facts, 'trained'),
  },
  everyMemberReviewed: {
    rules: fc.constant({ everyMemberReviewed: true as const }),
    judge: (_, { facts, criteria }) => {
      const { used, ...counted } = countMembers(facts, 'reviewed');
      const reviewed = facts.members.filter((member) => member.reviewed);
      const grounds = reviewed.map(({ reviewedBy }) =>
        notedGround({ year: facts.schoolYear, ...(reviewedBy && { reviewedBy }) }, criteria.thresholds),
      );
      return {
        ...counted,
        used: { ...used, ...(grounds.length > 0 && { reviewedBy: countGrounds(grounds) }) },
      };
    },
  },
  schoolMeetings: {
    rules: fc.record({ schoolMeetings: fc.record({ atLeast }) }),
    judge: ({ schoolMeetings }, { facts }) => {
      const { meetings } = facts;
      const used = { ...inYear(facts), events: meetings };
      return { actual: meetings.length, required: schoolMeetings.atLeast, used };
    },
  },
};

/** An empty team does not meet "every member". */
function countMembers(facts: TeamFacts, what: 'trained' | 'reviewed'): LeafResult {
  const actual = facts.members.filter((member) => member[what]).length;
  return { actual, required: Math.max(1, facts.members.length), used: inYear(facts) };
}

function inYear(facts: TeamFacts): { readonly years: readonly number[] } {
  return { years: [facts.schoolYear] };
}
