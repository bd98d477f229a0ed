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
  capitalised,
  counted,
  families,
  list,
  missions,
  number,
  overLast,
  overYears,
  quoted,
  small,
} from './criteria-words.ts';

/** A requirement in words: "At least 3 school years of confirmed engagement". */
export function requirement(rule: Rule, context: CriteriaTextContext): string {
  return capitalised(words(rule, { bound: false, ...context }));
}

/** The year or window that a rule binds; empty for any other rule. */
export function span(rule: Rule): string {
  if ('someYear' in rule) return capitalised(spanOf(1));
  return 'someWindow' in rule ? capitalised(spanOf(rule.someWindow.years)) : '';
}

function spanOf(years: number): string {
  return years === 1 ? 'within one school year' : `within ${small(years)} consecutive school years`;
}

/** The requirement inside a sentence, without a capital. */
function words(rule: Rule, context: RuleWordsContext): string {
  return dispatchRule(handlers, rule, context);
}

/** Requirements together: by commas where they are simple, else by semicolons. */
function joined(rules: readonly Rule[], word: 'and' | 'or', context: RuleWordsContext): string {
  const parts = rules.map((rule) => words(rule, context));
  return rules.some(isComposite) ? parts.join(`; ${word} `) : list(parts, word);
}

function alternatives(rules: readonly Rule[], context: RuleWordsContext): string {
  const [only] = rules;
  if (only !== undefined && rules.length === 1) return words(only, context);
  const byRole = sameMissionsByRole(rules);
  if (byRole !== undefined) return missionsCovered(byRole, context);
  const separator = rules.some((rule) => bindsYears(rule) || 'all' in rule) ? '; or ' : ', or ';
  return `either ${rules.map((rule) => words(rule, context)).join(separator)}`;
}

function inSpan(span: string, inner: Rule, context: RuleWordsContext): string {
  const within = words(inner, { ...context, bound: true });
  return isComposite(inner) ? `${span}: ${within}` : `${within} ${span}`;
}

function missionsCovered({ of, atLeast, roles }: AskedMissions, context: RuleWordsContext): string {
  const named = list(
    roles.map((role) => quoted(roleLabels[role])),
    'or',
  );
  const withRole = named === '' ? '' : ` with the role ${named}`;
  if (atLeast === of.length) return `${missions(of, context)} covered${withRole}`;
  return `at least ${number(atLeast)} of missions ${list(of)} covered${withRole}`;
}

/** "at least 1 validated contribution (training given, mentoring or resource)". */
function contributionsMade({ contributions: asked }: RuleOf<'contributions'>): string {
  const [only, second] = asked.kinds;
  const link = asked.linked ? ', with a link' : '';
  const valid = asked.validated ? 'validated ' : '';
  if (only !== undefined && second === undefined) {
    const { one, many } = contributionLabels[only];
    return `at least ${counted(asked.atLeast, `${valid}${one}`, `${valid}${many}`)}${link}`;
  }
  const kinds = list(
    asked.kinds.map((kind) => contributionLabels[kind].one),
    'or',
  );
  return `at least ${counted(asked.atLeast, `${valid}contribution`, `${valid}contributions`)} (${kinds})${link}`;
}

function familiesCovered({ families: asked }: RuleOf<'families'>, context: RuleWordsContext): string {
  const what = counted(asked.atLeast, 'family of missions', 'families of missions');
  const { inYears = 1 } = asked;
  const years = inYears > 1 ? ` in at least ${number(inYears)} school years each` : '';
  const among = asked.including === undefined ? '' : `, ${families(asked.including, context)} among them`;
  return `at least ${what} covered${years}${among}`;
}

/** On a screen, that missions need not be held in all years of the window is said outright. */
function windowWords(years: number, inner: Rule, { onScreen }: RuleWordsContext): string {
  if (years > 1 && onScreen && asksForMissionsOnly(inner)) {
    return `within one school year, or ${small(years)} that follow each other`;
  }
  return spanOf(years);
}

const handlers: RuleHandlers<RuleWordsContext, string> = {
  all: ({ all }, context) => joined(all, 'and', context),
  any: ({ any }, context) => alternatives(any, context),
  atLeast: ({ atLeast, of }, context) =>
    `at least ${number(atLeast)} of these: ${of.map((rule) => words(rule, context)).join('; ')}`,
  someYear: ({ someYear }, context) => inSpan(spanOf(1), someYear, context),
  someWindow: ({ someWindow: { years, rule } }, context) =>
    inSpan(windowWords(years, rule, context), rule, context),
  meets: ({ meets }, context) => `the criteria of the badge ${quoted(context.achievementName(meets))} met`,
  duration: ({ duration }) =>
    `at least ${counted(duration.atLeast, 'school year', 'school years')} of confirmed engagement`,
  yearValue: ({ yearValue }) =>
    yearValue.atLeast === 1
      ? 'a whole year of confirmed engagement'
      : 'at least half a year of confirmed engagement',
  recent: ({ recent }) => `at least half a year of confirmed engagement ${overLast(recent.last)}`,
  families: familiesCovered,
  missions: ({ missions: asked }, context) =>
    missionsCovered({ ...asked, roles: rolesOf(asked.role) }, context),
  trainingHours: ({ trainingHours: asked }, context) =>
    `at least ${number(asked.atLeast)} h of training${overYears(asked.years, context)}`,
  trainings: ({ trainings: asked }, context) => {
    const tags = asked.tags === undefined ? '' : ` on ${list(asked.tags.map(quoted), 'or')}`;
    return `at least ${counted(asked.atLeast, 'training', 'trainings')}${tags}${overYears(asked.years, context)}`;
  },
  daneEventYears: ({ daneEventYears: { atLeast } }, { bound }) =>
    bound && atLeast === 1
      ? 'an annual meeting or end-of-year virtual class attended'
      : `at least ${counted(atLeast, 'school year', 'school years')} with an annual meeting or end-of-year virtual class attended`,
  reviewYears: ({ reviewYears: { atLeast } }, { bound }) =>
    bound && atLeast === 1
      ? 'a progress review'
      : `at least ${counted(atLeast, 'school year', 'school years')} with a progress review`,
  contributions: contributionsMade,
  members: ({ members }) => `at least ${number(members.atLeast)} RUPN engaged in the school`,
  teamFamilies: ({ teamFamilies: asked }, context) =>
    asked.atLeast === asked.of.length
      ? `${families(asked.of, context)} of missions covered by the team`
      : `at least ${number(asked.atLeast)} of families ${list(asked.of)} covered by the team`,
  teamRole: ({ teamRole: { role, exactlyOne } }) =>
    exactlyOne
      ? `the role ${quoted(roleLabels[role])} held by one person, and only one at a time`
      : `the role ${quoted(roleLabels[role])} held by at least one person`,
  everyMemberTrained: () => 'a training in the year for each member of the team',
  everyMemberReviewed: () => 'a progress review in the year for each member of the team',
  schoolMeetings: ({ schoolMeetings: { atLeast } }) =>
    `at least ${counted(atLeast, 'annual meeting', 'annual meetings')} in the school`,
};
