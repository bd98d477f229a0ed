import type { TeamKind } from '../../../domain/criteria/rule-kind.ts';
import { type LeafPhrases, without } from '../../criteria/phrase-book.ts';
import { and, COLON, counted, number } from './numbers-and-names.ts';

/** The leaves that look at a school's facts. */
export const teamPhrases: LeafPhrases<TeamKind> = {
  members: {
    asked: ({ members: { atLeast } }) =>
      `au moins ${counted(atLeast, 'RUPN engagé', 'RUPN engagés')} dans l’établissement`,
    found: (_, { finding }) => counted(finding.actual, 'membre', 'membres'),
    lacking: (_, { gap }) => `${number(gap)} RUPN dans l’équipe`,
  },
  teamFamilies: {
    asked: ({ teamFamilies: { of, atLeast } }, { families, eachFamily }) =>
      atLeast === of.length
        ? `${families(of)} de missions assurées par l’équipe`
        : `au moins ${counted(atLeast, 'famille de missions assurée', 'familles de missions assurées')} par l’équipe parmi ${and(eachFamily(of))}`,
    found: (_, { finding: { used }, eachFamily }) => {
      const { families = [] } = used;
      return `${counted(families.length, 'famille', 'familles')}${COLON}${and(eachFamily(families))}`;
    },
    lacking: ({ teamFamilies: { of } }, { finding, gap, families }) => {
      const left = without(of, finding.used.families);
      if (left.length === gap) return `${families(left)} dans l’équipe`;
      return `${counted(gap, 'famille', 'familles')} parmi ${and(left)} dans l’équipe`;
    },
  },
  teamRole: {
    asked: ({ teamRole: { role, exactlyOne } }, { role: named }) =>
      `le rôle ${named(role)} tenu par ${exactlyOne ? 'une personne, et une seule à la fois' : 'au moins une personne'}`,
    found: ({ teamRole: { role } }, { role: named }) => `rôle ${named(role)} tenu`,
    lacking: ({ teamRole: { role } }, { role: named, finding: { actual } }) =>
      actual > 1
        ? `un titulaire unique du rôle ${named(role)} (${number(actual)} personnes le tiennent le même jour)`
        : `une personne pour le rôle ${named(role)}`,
  },
  everyMemberTrained: {
    asked: () => 'une formation dans l’année pour chaque membre de l’équipe',
    found: (_, { finding }) => counted(finding.actual, 'membre formé', 'membres formés'),
    lacking: (_, { gap }) => `une formation dans l’année pour ${counted(gap, 'membre', 'membres')}`,
  },
  everyMemberReviewed: {
    asked: () => 'un point d’étape dans l’année pour chaque membre de l’équipe',
    found: (_, { reviewed }) => reviewed('membre compté', 'membres comptés'),
    lacking: (_, { gap }) => `un point d’étape dans l’année pour ${counted(gap, 'membre', 'membres')}`,
  },
  schoolMeetings: {
    asked: ({ schoolMeetings: { atLeast } }) => `au moins ${meetings(atLeast)} dans l’établissement`,
    found: (_, { finding, codes }) => `${meetings(finding.actual)}${codes}`,
    lacking: (_, { gap }) => `${meetings(gap)} dans l’établissement`,
  },
};

function meetings(count: number): string {
  return counted(count, 'rencontre annuelle', 'rencontres annuelles');
}
