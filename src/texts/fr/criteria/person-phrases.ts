import type { PersonKind } from '../../../domain/criteria/rule-kind.ts';
import { inBrackets, type LeafPhrases, rolesOf, without } from '../../criteria/phrase-book.ts';
import { contributionLabels } from './labels.ts';
import { missionsLacking, requiredMissionsPhrase } from './missions.ts';
import {
  and,
  COLON,
  counted,
  number,
  or,
  overLast,
  plural,
  quoted,
  quotedRole,
  SEMICOLON,
} from './numbers-and-names.ts';

const DANE_EVENT = 'une rencontre annuelle ou une classe virtuelle de fin d’année suivie';

function after(years: string): string {
  return years && `${COLON}${years}`;
}

function schoolYears(count: number): string {
  return counted(count, 'année scolaire', 'années scolaires');
}

function yearsLacking(gap: number, what: string): string {
  if (gap === 0.5) return `une demi-année ${what}`;
  if (gap === 1.5) return `une année et demie ${what}`;
  if (gap % 1 === 0.5) return `${number(gap - 0.5)} années et demie ${what}`;
  return `${counted(gap, 'année', 'années')} ${what}`;
}

/** The leaves that look at a person's facts. */
export const personPhrases: LeafPhrases<PersonKind> = {
  duration: {
    asked: ({ duration: { atLeast } }) => `au moins ${schoolYears(atLeast)} d’engagement confirmé`,
    found: (_, { finding, years }) => `${counted(finding.actual, 'année', 'années')}${after(years)}`,
    lacking: (_, { gap }) => yearsLacking(gap, 'd’engagement confirmé'),
  },
  yearValue: {
    asked: ({ yearValue: { atLeast } }) =>
      `${atLeast === 1 ? 'une année entière' : 'au moins une demi-année'} d’engagement confirmé`,
    found: (_, { finding }) => (finding.actual === 1 ? 'année entière' : 'demi-année'),
    lacking: ({ yearValue: { atLeast } }, { finding }) =>
      `${atLeast === 1 ? 'une année entière' : 'une demi-année'} d’engagement confirmé${finding.actual > 0 ? ' (une demi-année à ce jour)' : ''}`,
  },
  recent: {
    asked: ({ recent: { last } }) => `au moins une demi-année d’engagement confirmé ${overLast(last)}`,
    found: (_, { years }) => `engagement récent${after(years)}`,
    lacking: ({ recent: { last } }) => `une demi-année d’engagement confirmé ${overLast(last)}`,
  },
  families: {
    asked: ({ families: { atLeast, inYears = 1, including } }, { families }) => {
      const what = counted(atLeast, 'famille de missions assurée', 'familles de missions assurées');
      const years = inYears > 1 ? ` pendant au moins ${number(inYears)} années scolaires chacune` : '';
      return `au moins ${what}${years}${including ? `, dont ${families(including)}` : ''}`;
    },
    found: (_, { finding: { used }, eachFamily }) => {
      const { families = [] } = used;
      return `${counted(families.length, 'famille', 'familles')}${COLON}${and(eachFamily(families))}`;
    },
    lacking: ({ families: { including = [], inYears = 1 } }, { finding, gap, families }) => {
      const named = without(including, finding.used.families);
      const years = `pendant au moins ${counted(inYears, 'année', 'années')}`;
      const each = inYears === 1 ? '' : gap === 1 ? ` (${years})` : ` (chacune ${years})`;
      if (named.length > 0 && named.length >= gap) return `${families(named)}${each}`;
      const among = named.length > 0 ? `, dont ${families(named)}` : '';
      return `${counted(gap, 'famille de missions', 'familles de missions')}${among}${each}`;
    },
  },
  missions: {
    asked: ({ missions: requested }, texts) =>
      requiredMissionsPhrase({ ...requested, roles: rolesOf(requested.role) }, texts),
    found: ({ missions: { role } }, { finding: { used }, years, eachMission }) => {
      const { missions = [] } = used;
      const held = role === undefined ? '' : `, avec le rôle ${quotedRole(role)}`;
      return `${plural(missions.length, 'mission', 'missions')} ${and(eachMission(missions))}${held}${inBrackets(years)}`;
    },
    lacking: ({ missions: { of, role } }, texts) => {
      const left = without(of, texts.finding.used.missions);
      return missionsLacking({ left, count: texts.gap, roles: rolesOf(role) }, texts);
    },
  },
  trainingHours: {
    asked: ({ trainingHours: { atLeast, years } }, { over }) =>
      `au moins ${number(atLeast)} h de formation${over(years)}`,
    found: (_, { finding: { actual, used } }) => {
      const events = used.events?.length ?? 0;
      return `${number(actual)} h de formation${inBrackets(events === 0 ? '' : counted(events, 'formation', 'formations'))}`;
    },
    lacking: ({ trainingHours: { years } }, { gap, over }) => `${number(gap)} h de formation${over(years)}`,
  },
  trainings: {
    asked: ({ trainings: { atLeast, tags, years } }, { over }) =>
      `au moins ${counted(atLeast, 'formation', 'formations')}${onTags(tags)}${over(years)}`,
    found: (_, { finding, codes }) => `${counted(finding.actual, 'formation', 'formations')}${codes}`,
    lacking: ({ trainings: { tags, years } }, { gap, over }) =>
      `${counted(gap, 'formation', 'formations')}${onTags(tags)}${over(years)}`,
  },
  daneEventYears: {
    asked: ({ daneEventYears: { atLeast } }, { bound }) =>
      bound && atLeast === 1 ? DANE_EVENT : `au moins ${schoolYears(atLeast)} avec ${DANE_EVENT}`,
    found: (_, { bound, finding, years, codes }) =>
      bound
        ? `rencontre annuelle ou classe virtuelle suivie${codes}`
        : `${counted(finding.actual, 'année', 'années')}${after(years)}`,
    lacking: ({ daneEventYears: { atLeast } }, { bound, gap }) =>
      bound && atLeast === 1 ? DANE_EVENT : yearsLacking(gap, `avec ${DANE_EVENT}`),
  },
  reviewYears: {
    asked: ({ reviewYears: { atLeast } }, { bound }) =>
      bound && atLeast === 1 ? 'un point d’étape' : `au moins ${schoolYears(atLeast)} avec un point d’étape`,
    found: (_, { reviewed }) => reviewed('année comptée', 'années comptées'),
    lacking: ({ reviewYears: { atLeast } }, { bound, gap }) =>
      bound && atLeast === 1 ? 'un point d’étape' : yearsLacking(gap, 'avec un point d’étape'),
  },
  contributions: {
    asked: ({ contributions: { kinds, atLeast, validated, linked } }) => {
      const [only, second] = kinds;
      const link = linked ? ', avec un lien' : '';
      if (only !== undefined && second === undefined) {
        const { one, many } = contributionLabels[only];
        return `au moins ${counted(atLeast, one, many)}${validated ? ', avec validation' : ''}${link}`;
      }
      return `au moins ${contributions(atLeast, validated)} (${anyOf(kinds)})${link}`;
    },
    found: ({ contributions: { kinds } }, { finding: { actual, used } }) => {
      const [only, second] = kinds;
      const { one, many } =
        only !== undefined && second === undefined
          ? contributionLabels[only]
          : { one: 'contribution', many: 'contributions' };
      const { declared = 0 } = used;
      return [
        ...(actual > declared ? [counted(actual - declared, one, many)] : []),
        ...(declared > 0 ? [`déclaré par la personne${COLON}${counted(declared, one, many)}`] : []),
      ].join(SEMICOLON);
    },
    lacking: ({ contributions: { kinds, validated, linked } }, { gap }) => {
      const [only, second] = kinds;
      const link = linked ? ' avec un lien' : '';
      if (only !== undefined && second === undefined) {
        const { one, many } = contributionLabels[only];
        return `${counted(gap, one, many)}${validated ? ' à faire valider par la DANE' : ''}${link}`;
      }
      return `${contributions(gap, validated)}${link} (${anyOf(kinds)})`;
    },
  },
};

function onTags(tags: readonly string[] | undefined): string {
  return tags === undefined ? '' : ` ${or(tags.map(quoted))}`;
}

function contributions(count: number, validated: true | undefined): string {
  return validated
    ? counted(count, 'contribution validée', 'contributions validées')
    : counted(count, 'contribution', 'contributions');
}

function anyOf(kinds: readonly (keyof typeof contributionLabels)[]): string {
  return or(kinds.map((kind) => contributionLabels[kind].one));
}
