import type { Criteria } from '../criteria/definition.ts';
import { type LeafTable, ON_SCHOOL, PIECES, upTo } from '../criteria/leaf-traits.ts';
import type { TeamKind } from '../criteria/rule-kind.ts';
import type { LeafResult } from '../criteria/rule-scope.ts';
import { countGrounds, notedGround } from './review-years.ts';
import type { TeamFacts } from './types.ts';

const hasMembers = (_: unknown, { members }: TeamFacts): boolean => members.length > 0;

/** Each requirement on a school: its traits, and how it is compiled into a count over the facts of the school year
 *  S (docs/rules.md, The team badge). */
export const teamLeaves: LeafTable<TeamKind, TeamFacts> = {
  members: {
    ...ON_SCHOOL,
    counts: 'members',
    tells: 'members',
    explainedBy: [],
    records: 'engagement',
    least: () => PIECES,
    isOnRecord: hasMembers,
    judge:
      ({ members }) =>
      (facts) => {
        return { actual: facts.members.length, required: members.atLeast, used: () => inYear(facts) };
      },
  },
  teamFamilies: {
    ...ON_SCHOOL,
    counts: 'families',
    explainedBy: ['mission', 'authorisation'],
    records: 'engagement',
    least: ({ teamFamilies }) => upTo(teamFamilies.of),
    canBeMet: ({ teamFamilies }) => teamFamilies.atLeast <= teamFamilies.of.length,
    isOnRecord: hasMembers,
    judge:
      ({ teamFamilies }) =>
      (facts) => {
        const families = teamFamilies.of.filter((family) => facts.families.includes(family));
        return {
          actual: families.length,
          required: teamFamilies.atLeast,
          used: () => ({ ...inYear(facts), families }),
        };
      },
  },
  teamRole: {
    ...ON_SCHOOL,
    counts: 'roles',
    explainedBy: [],
    records: 'engagement',
    least: () => PIECES,
    isOnRecord: ({ teamRole: { role } }, { roles }) => (roles[role]?.holders ?? 0) > 0,
    // With `exactlyOne`, several members may hold the role one after the other, but not on the same day.
    judge:
      ({ teamRole }) =>
      (facts) => {
        const atOnce = facts.roles[teamRole.role]?.atOnce ?? 0;
        const met = teamRole.exactlyOne ? atOnce === 1 : atOnce >= 1;
        return { actual: atOnce, required: 1, met, used: () => inYear(facts) };
      },
  },
  everyMemberTrained: {
    ...ON_SCHOOL,
    counts: 'members',
    tells: 'trained-members',
    explainedBy: ['training'],
    records: 'training',
    least: () => PIECES,
    isOnRecord: (_, { members }) => members.some(({ trained }) => trained),
    judge: () => (facts) => countMembers(facts, 'trained'),
  },
  everyMemberReviewed: {
    ...ON_SCHOOL,
    counts: 'members',
    tells: 'reviewed-members',
    explainedBy: ['review'],
    records: 'review',
    least: () => PIECES,
    isOnRecord: (_, { members }) => members.some(({ reviewed }) => reviewed),
    judge:
      (_, { thresholds }) =>
      (facts) => {
        const used = () => ({ ...inYear(facts), ...groundsOf(facts, thresholds) });
        return { ...countMembers(facts, 'reviewed'), used };
      },
  },
  schoolMeetings: {
    ...ON_SCHOOL,
    counts: 'meetings',
    explainedBy: [],
    records: 'meeting',
    least: () => PIECES,
    isOnRecord: (_, { meetings }) => meetings.length > 0,
    judge:
      ({ schoolMeetings }) =>
      (facts) => {
        const { meetings } = facts;
        const used = () => ({ ...inYear(facts), events: meetings });
        return { actual: meetings.length, required: schoolMeetings.atLeast, used };
      },
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
