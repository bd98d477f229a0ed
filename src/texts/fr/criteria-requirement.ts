import type { Rule } from '../../domain/criteria/rule.ts';
import {
  dispatchRule,
  isComposite,
  type RuleHandlers,
  type RuleOf,
} from '../../domain/criteria/rule-kind.ts';
import {
  type AskedMissions,
  asksForMissionsOnly,
  bindsYears,
  type CriteriaTextContext,
  type RuleWordsContext,
  rolesOf,
  sameMissionsByRole,
} from '../criteria-context.ts';
import { contributionLabels, roleLabels } from './criteria-labels.ts';
import {
  COLON,
  capitalised,
  counted,
  families,
  list,
  missions,
  number,
  overLast,
  overYears,
  quoted,
  SEMICOLON,
  small,
} from './criteria-words.ts';

/** A requirement in words: « Au moins 3 années scolaires d’engagement confirmé ». */
export function requirement(rule: Rule, context: CriteriaTextContext): string {
  return capitalised(words(rule, { bound: false, ...context }));
}

/** The year or window that a rule binds: « Au cours d’une même année scolaire »; empty for any other rule. */
export function span(rule: Rule): string {
  if ('someYear' in rule) return capitalised(spanOf(1));
  return 'someWindow' in rule ? capitalised(spanOf(rule.someWindow.years)) : '';
}

function spanOf(years: number): string {
  return years === 1
    ? 'au cours d’une même année scolaire'
    : `au cours de ${small(years)} années scolaires consécutives`;
}

/** The requirement inside a sentence, without a capital. */
function words(rule: Rule, context: RuleWordsContext): string {
  return dispatchRule(handlers, rule, context);
}

/** Requirements joined: by commas where they are simple, by semicolons otherwise. */
function joined(rules: readonly Rule[], word: 'et' | 'ou', context: RuleWordsContext): string {
  const parts = rules.map((rule) => words(rule, context));
  return rules.some(isComposite) ? parts.join(`${SEMICOLON}${word} `) : list(parts, word);
}

function alternatives(rules: readonly Rule[], context: RuleWordsContext): string {
  const [only] = rules;
  if (only !== undefined && rules.length === 1) return words(only, context);
  const byRole = sameMissionsByRole(rules);
  if (byRole !== undefined) return missionsCovered(byRole, context);
  const separator = rules.some((rule) => bindsYears(rule) || 'all' in rule) ? SEMICOLON : ', ';
  return rules.map((rule) => `soit ${words(rule, context)}`).join(separator);
}

function inSpan(span: string, inner: Rule, context: RuleWordsContext): string {
  const within = words(inner, { ...context, bound: true });
  return isComposite(inner) ? `${span}${COLON}${within}` : `${within} ${span}`;
}

function missionsCovered({ of, atLeast, roles }: AskedMissions, context: RuleWordsContext): string {
  const named = list(
    roles.map((role) => quoted(roleLabels[role])),
    'ou',
  );
  const withRole = named === '' ? '' : ` avec le rôle ${named}`;
  if (of.length === 1) return `${missions(of, context)} assurée${withRole}`;
  if (atLeast === of.length) return `${missions(of, context)} assurées${withRole}`;
  return `au moins ${counted(atLeast, 'mission assurée', 'missions assurées')} parmi ${list(of)}${withRole}`;
}

/** « au moins 1 contribution validée (formation animée, tutorat ou ressource) ». */
function contributionsMade({ contributions: asked }: RuleOf<'contributions'>): string {
  const [only, second] = asked.kinds;
  const link = asked.linked ? ', avec un lien' : '';
  if (only !== undefined && second === undefined) {
    const { one, many } = contributionLabels[only];
    return `au moins ${counted(asked.atLeast, one, many)}${asked.validated ? ', avec validation' : ''}${link}`;
  }
  const kinds = list(
    asked.kinds.map((kind) => contributionLabels[kind].one),
    'ou',
  );
  const valid = asked.validated;
  const what = counted(
    asked.atLeast,
    valid ? 'contribution validée' : 'contribution',
    valid ? 'contributions validées' : 'contributions',
  );
  return `au moins ${what} (${kinds})${link}`;
}

function familiesCovered({ families: asked }: RuleOf<'families'>, context: RuleWordsContext): string {
  const what = counted(asked.atLeast, 'famille de missions assurée', 'familles de missions assurées');
  const { inYears = 1 } = asked;
  const years = inYears > 1 ? ` pendant au moins ${number(inYears)} années scolaires chacune` : '';
  const among = asked.including === undefined ? '' : `, dont ${families(asked.including, context)}`;
  return `au moins ${what}${years}${among}`;
}

/** On a screen, that missions need not be held in all years of the window is said outright. */
function windowWords(years: number, inner: Rule, { onScreen }: RuleWordsContext): string {
  if (years > 1 && onScreen && asksForMissionsOnly(inner)) {
    return `au cours d’une même année scolaire, ou de ${small(years)} qui se suivent`;
  }
  return spanOf(years);
}

const handlers: RuleHandlers<RuleWordsContext, string> = {
  all: ({ all }, context) => joined(all, 'et', context),
  any: ({ any }, context) => alternatives(any, context),
  atLeast: ({ atLeast, of }, context) => {
    const parts = of.map((rule) => words(rule, context)).join(SEMICOLON);
    return `au moins ${number(atLeast)} de ces conditions${COLON}${parts}`;
  },
  someYear: ({ someYear }, context) => inSpan(spanOf(1), someYear, context),
  someWindow: ({ someWindow: { years, rule } }, context) =>
    inSpan(windowWords(years, rule, context), rule, context),
  meets: ({ meets }, context) => `les critères du badge ${quoted(context.achievementName(meets))} remplis`,
  duration: ({ duration }) =>
    `au moins ${counted(duration.atLeast, 'année scolaire', 'années scolaires')} d’engagement confirmé`,
  yearValue: ({ yearValue }) =>
    yearValue.atLeast === 1
      ? 'une année entière d’engagement confirmé'
      : 'au moins une demi-année d’engagement confirmé',
  recent: ({ recent }) => `au moins une demi-année d’engagement confirmé ${overLast(recent.last)}`,
  families: familiesCovered,
  missions: ({ missions: asked }, context) =>
    missionsCovered({ ...asked, roles: rolesOf(asked.role) }, context),
  trainingHours: ({ trainingHours: asked }, context) =>
    `au moins ${number(asked.atLeast)} h de formation${overYears(asked.years, context)}`,
  trainings: ({ trainings: asked }, context) => {
    const tags = asked.tags === undefined ? '' : ` ${list(asked.tags.map(quoted), 'ou')}`;
    return `au moins ${counted(asked.atLeast, 'formation', 'formations')}${tags}${overYears(asked.years, context)}`;
  },
  daneEventYears: ({ daneEventYears: { atLeast } }, { bound }) =>
    bound && atLeast === 1
      ? 'une rencontre annuelle ou une classe virtuelle de fin d’année suivie'
      : `au moins ${counted(atLeast, 'année scolaire', 'années scolaires')} avec une rencontre annuelle ou une classe virtuelle de fin d’année suivie`,
  reviewYears: ({ reviewYears: { atLeast } }, { bound }) =>
    bound && atLeast === 1
      ? 'un point d’étape'
      : `au moins ${counted(atLeast, 'année scolaire', 'années scolaires')} avec un point d’étape`,
  contributions: contributionsMade,
  members: ({ members }) =>
    `au moins ${counted(members.atLeast, 'RUPN engagé', 'RUPN engagés')} dans l’établissement`,
  teamFamilies: ({ teamFamilies: asked }, context) =>
    asked.atLeast === asked.of.length
      ? `${families(asked.of, context)} de missions assurées par l’équipe`
      : `au moins ${counted(asked.atLeast, 'famille de missions assurée', 'familles de missions assurées')} par l’équipe parmi ${list(asked.of)}`,
  teamRole: ({ teamRole: { role, exactlyOne } }) =>
    exactlyOne
      ? `le rôle ${quoted(roleLabels[role])} tenu par une personne, et une seule à la fois`
      : `le rôle ${quoted(roleLabels[role])} tenu par au moins une personne`,
  everyMemberTrained: () => 'une formation dans l’année pour chaque membre de l’équipe',
  everyMemberReviewed: () => 'un point d’étape dans l’année pour chaque membre de l’équipe',
  schoolMeetings: ({ schoolMeetings: { atLeast } }) =>
    `au moins ${counted(atLeast, 'rencontre annuelle', 'rencontres annuelles')} dans l’établissement`,
};
