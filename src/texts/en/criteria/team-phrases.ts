import type { TeamKind } from '../../../domain/criteria/rule-kind.ts';
import { type LeafPhrases, without } from '../../criteria/phrase-book.ts';
import { and, counted, number } from './numbers-and-names.ts';

/** The leaves that look at a school's facts. */
export const teamPhrases: LeafPhrases<TeamKind> = {
  members: {
    asked: ({ members: { atLeast } }) => `at least ${number(atLeast)} RUPN engaged in the school`,
    found: (_, { finding }) => counted(finding.actual, 'member', 'members'),
    lacking: (_, { gap }) => `${number(gap)} RUPN in the team`,
  },
  teamFamilies: {
    asked: ({ teamFamilies: { of, atLeast } }, { families, eachFamily }) =>
      atLeast === of.length
        ? `${families(of)} of missions covered by the team`
        : `at least ${number(atLeast)} of families ${and(eachFamily(of))} covered by the team`,
    found: (_, { finding: { used }, eachFamily }) => {
      const { families = [] } = used;
      return `${counted(families.length, 'family', 'families')}: ${and(eachFamily(families))}`;
    },
    lacking: ({ teamFamilies: { of } }, { finding, gap, families }) => {
      const left = without(of, finding.used.families);
      if (left.length === gap) return `${families(left)} in the team`;
      return `${counted(gap, 'family', 'families')} among ${and(left)} in the team`;
    },
  },
  teamRole: {
    asked: ({ teamRole: { role, exactlyOne } }, { role: named }) =>
      `the role ${named(role)} held by ${exactlyOne ? 'one person, and only one at a time' : 'at least one person'}`,
    found: ({ teamRole: { role } }, { role: named }) => `role ${named(role)} held`,
    lacking: ({ teamRole: { role } }, { role: named, finding: { actual } }) =>
      actual > 1
        ? `a single holder of the role ${named(role)} (${number(actual)} people hold it on the same day)`
        : `somebody for the role ${named(role)}`,
  },
  everyMemberTrained: {
    asked: () => 'a training in the year for each member of the team',
    found: (_, { finding }) => counted(finding.actual, 'member trained', 'members trained'),
    lacking: (_, { gap }) => `a training in the year for ${counted(gap, 'member', 'members')}`,
  },
  everyMemberReviewed: {
    asked: () => 'a progress review in the year for each member of the team',
    found: (_, { reviewed }) => reviewed('member', 'members'),
    lacking: (_, { gap }) => `a progress review in the year for ${counted(gap, 'member', 'members')}`,
  },
  schoolMeetings: {
    asked: ({ schoolMeetings: { atLeast } }) => `at least ${meetings(atLeast)} in the school`,
    found: (_, { finding, codes }) => `${meetings(finding.actual)}${codes}`,
    lacking: (_, { gap }) => `${meetings(gap)} in the school`,
  },
};

function meetings(count: number): string {
  return counted(count, 'annual meeting', 'annual meetings');
}
