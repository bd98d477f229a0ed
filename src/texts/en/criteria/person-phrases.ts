import type { PersonKind } from '../../../domain/criteria/rule-kind.ts';
import { inBrackets, type LeafPhrases, rolesOf, without } from '../../criteria/phrase-book.ts';
import { contributionLabels } from './labels.ts';
import { missionsLacking, requiredMissionsPhrase } from './missions.ts';
import { and, counted, number, or, overLast, plural, quoted, quotedRole } from './numbers-and-names.ts';

const DANE_EVENT = 'an annual meeting or end-of-year virtual class attended';

function after(years: string): string {
  return years && `: ${years}`;
}

function schoolYears(count: number): string {
  return counted(count, 'school year', 'school years');
}

function yearsLacking(gap: number, what: string): string {
  if (gap === 0.5) return `half a year ${what}`;
  if (gap === 1.5) return `a year and a half ${what}`;
  if (gap % 1 === 0.5) return `${number(gap - 0.5)} and a half years ${what}`;
  return `${counted(gap, 'year', 'years')} ${what}`;
}

/** The leaves that look at a person's facts. */
export const personPhrases: LeafPhrases<PersonKind> = {
  duration: {
    asked: ({ duration: { atLeast } }) => `at least ${schoolYears(atLeast)} of confirmed engagement`,
    found: (_, { finding, years }) => `${counted(finding.actual, 'year', 'years')}${after(years)}`,
    lacking: (_, { gap }) => yearsLacking(gap, 'of confirmed engagement'),
  },
  yearValue: {
    asked: ({ yearValue: { atLeast } }) =>
      `${atLeast === 1 ? 'a whole year' : 'at least half a year'} of confirmed engagement`,
    found: (_, { finding }) => (finding.actual === 1 ? 'whole year' : 'half a year'),
    lacking: ({ yearValue: { atLeast } }, { finding }) =>
      `${atLeast === 1 ? 'a whole year' : 'half a year'} of confirmed engagement${finding.actual > 0 ? ' (half a year so far)' : ''}`,
  },
  recent: {
    asked: ({ recent: { last } }) => `at least half a year of confirmed engagement ${overLast(last)}`,
    found: (_, { years }) => `recent engagement${after(years)}`,
    lacking: ({ recent: { last } }) => `half a year of confirmed engagement ${overLast(last)}`,
  },
  families: {
    asked: ({ families: { atLeast, inYears = 1, including } }, { families }) => {
      const what = counted(atLeast, 'family of missions', 'families of missions');
      const years = inYears > 1 ? ` in at least ${number(inYears)} school years each` : '';
      return `at least ${what} covered${years}${including ? `, ${families(including)} among them` : ''}`;
    },
    found: (_, { finding: { used }, eachFamily }) => {
      const { families = [] } = used;
      return `${counted(families.length, 'family', 'families')}: ${and(eachFamily(families))}`;
    },
    lacking: ({ families: { including = [], inYears = 1 } }, { finding, gap, families }) => {
      const named = without(including, finding.used.families);
      const years = `in at least ${number(inYears)} years`;
      const each = inYears === 1 ? '' : gap === 1 ? ` (${years})` : ` (${years} each)`;
      if (named.length > 0 && named.length >= gap) return `${families(named)}${each}`;
      const among = named.length > 0 ? `, ${families(named)} among them` : '';
      return `${counted(gap, 'family of missions', 'families of missions')}${among}${each}`;
    },
  },
  missions: {
    asked: ({ missions: requested }, texts) =>
      requiredMissionsPhrase({ ...requested, roles: rolesOf(requested.role) }, texts),
    found: ({ missions: { role } }, { finding: { used }, years, eachMission }) => {
      const { missions = [] } = used;
      const held = role === undefined ? '' : `, with the role ${quotedRole(role)}`;
      return `${plural(missions.length, 'mission', 'missions')} ${and(eachMission(missions))}${held}${inBrackets(years)}`;
    },
    lacking: ({ missions: { of, role } }, texts) => {
      const left = without(of, texts.finding.used.missions);
      return missionsLacking({ left, count: texts.gap, roles: rolesOf(role) }, texts);
    },
  },
  trainingHours: {
    asked: ({ trainingHours: { atLeast, years } }, { over }) =>
      `at least ${number(atLeast)} h of training${over(years)}`,
    found: (_, { finding: { actual, used } }) => {
      const events = used.events?.length ?? 0;
      return `${number(actual)} h of training${inBrackets(events === 0 ? '' : counted(events, 'training', 'trainings'))}`;
    },
    lacking: ({ trainingHours: { years } }, { gap, over }) => `${number(gap)} h of training${over(years)}`,
  },
  trainings: {
    asked: ({ trainings: { atLeast, tags, years } }, { over }) =>
      `at least ${counted(atLeast, 'training', 'trainings')}${onTags(tags)}${over(years)}`,
    found: (_, { finding, codes }) => `${counted(finding.actual, 'training', 'trainings')}${codes}`,
    lacking: ({ trainings: { tags, years } }, { gap, over }) =>
      `${counted(gap, 'training', 'trainings')}${onTags(tags)}${over(years)}`,
  },
  daneEventYears: {
    asked: ({ daneEventYears: { atLeast } }, { bound }) =>
      bound && atLeast === 1 ? DANE_EVENT : `at least ${schoolYears(atLeast)} with ${DANE_EVENT}`,
    found: (_, { bound, finding, years, codes }) =>
      bound
        ? `annual meeting or virtual class attended${codes}`
        : `${counted(finding.actual, 'year', 'years')}${after(years)}`,
    lacking: ({ daneEventYears: { atLeast } }, { bound, gap }) =>
      bound && atLeast === 1 ? DANE_EVENT : yearsLacking(gap, `with ${DANE_EVENT}`),
  },
  reviewYears: {
    asked: ({ reviewYears: { atLeast } }, { bound }) =>
      bound && atLeast === 1
        ? 'a progress review'
        : `at least ${schoolYears(atLeast)} with a progress review`,
    found: (_, { reviewed }) => reviewed('year', 'years'),
    lacking: ({ reviewYears: { atLeast } }, { bound, gap }) =>
      bound && atLeast === 1 ? 'a progress review' : yearsLacking(gap, 'with a progress review'),
  },
  contributions: {
    asked: ({ contributions: { kinds, atLeast, validated, linked } }) => {
      const link = linked ? ', with a link' : '';
      return `at least ${validatedOf(kinds, atLeast, validated)}${anyOf(kinds)}${link}`;
    },
    found: ({ contributions: { kinds } }, { finding: { actual, used } }) => {
      const { one, many } = nounOf(kinds);
      const { declared = 0 } = used;
      return [
        ...(actual > declared ? [counted(actual - declared, one, many)] : []),
        ...(declared > 0 ? [`declared by the person: ${counted(declared, one, many)}`] : []),
      ].join('; ');
    },
    lacking: ({ contributions: { kinds, validated, linked } }, { gap }) =>
      `${validatedOf(kinds, gap, validated)}${linked ? ' with a link' : ''}${anyOf(kinds)}`,
  },
};

type Kinds = readonly (keyof typeof contributionLabels)[];

function onTags(tags: readonly string[] | undefined): string {
  return tags === undefined ? '' : ` on ${or(tags.map(quoted))}`;
}

/** The noun of the required contribution, or a general noun where several kinds are accepted. */
function nounOf([only, second]: Kinds): (typeof contributionLabels)[keyof typeof contributionLabels] {
  return only !== undefined && second === undefined
    ? contributionLabels[only]
    : { one: 'contribution', many: 'contributions' };
}

function validatedOf(kinds: Kinds, count: number, validated: true | undefined): string {
  const { one, many } = nounOf(kinds);
  return validated ? counted(count, `validated ${one}`, `validated ${many}`) : counted(count, one, many);
}

/** The accepted kinds, where there are several. */
function anyOf(kinds: Kinds): string {
  return inBrackets(kinds.length === 1 ? '' : or(kinds.map((kind) => contributionLabels[kind].one)));
}
