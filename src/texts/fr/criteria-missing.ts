import type { Finding } from '../../domain/criteria/evaluation.ts';
import { foundNothing, nearestPart } from '../../domain/criteria/nearness.ts';
import {
  dispatchRule,
  isComposite,
  type RuleHandlers,
  type RuleOf,
} from '../../domain/criteria/rule-kind.ts';
import {
  type AskedMissions,
  type CriteriaTextContext,
  type FindingWordsContext,
  type RuleWordsContext,
  rolesOf,
  sameMissionsByRole,
  without,
} from '../criteria-context.ts';
import { contributionLabels, roleLabels } from './criteria-labels.ts';
import {
  COLON,
  counted,
  families,
  list,
  missions,
  number,
  overLast,
  overYears,
  quoted,
  SEMICOLON,
  yearList,
} from './criteria-words.ts';

/** What is missing, in a sentence: « Il manque 2 h de formation sur les trois dernières années ». Empty where nothing is. */
export function missing(finding: Finding, context: CriteriaTextContext): string {
  return finding.met ? '' : `Il manque ${lacking(finding, { bound: false, ...context })}`;
}

/** What is missing, as the complement of « il manque ». */
function lacking(finding: Finding, context: RuleWordsContext): string {
  return dispatchRule(handlers, finding.requirement, { ...context, finding });
}

function lackingParts({ finding, ...context }: FindingWordsContext): readonly string[] {
  return finding.parts.filter(({ met }) => !met).map((part) => lacking(part, context));
}

/** Every way where they are simple, otherwise the one that is nearest. */
function lackingAlternative(context: FindingWordsContext): string {
  const { parts } = context.finding;
  const byRole = sameMissionsByRole(parts.map(({ requirement }) => requirement));
  // With one role or another, the one that came nearest says how many are left.
  const closest = nearestPart(context.finding);
  if (byRole !== undefined && closest !== undefined)
    return lackingMissions(byRole, { ...context, finding: closest });
  if (!parts.some(({ requirement }) => isComposite(requirement))) return list(lackingParts(context), 'ou');
  return closest === undefined ? '' : lacking(closest, context);
}

/** What is missing in the year or window that came nearest, which is named where anything was found. */
function lackingInSpan(context: FindingWordsContext): string {
  const { finding } = context;
  const inner = lackingParts({ ...context, bound: true }).join('');
  if (foundNothing(finding)) return inner;
  const span = finding.used.years?.length === 1 ? 'année la plus proche' : 'période la plus proche';
  return `${inner} (${span}${COLON}${yearList(finding.used.years)})`;
}

/** The figure that is missing to reach what is asked. */
function gap({ finding }: FindingWordsContext): number {
  return finding.required - finding.actual;
}

function years(value: number, what: string): string {
  return value === 0.5 ? `une demi-année ${what}` : `${counted(value, 'année', 'années')} ${what}`;
}

function lackingFamilies({ families: asked }: RuleOf<'families'>, context: FindingWordsContext): string {
  const named = without(asked.including ?? [], context.finding.used.families);
  const inYears = asked.inYears ?? 1;
  const each = inYears > 1 ? ` (chacune pendant au moins ${counted(inYears, 'année', 'années')})` : '';
  if (named.length > 0 && named.length >= gap(context)) return `${families(named, context)}${each}`;
  const among = named.length > 0 ? `, dont ${families(named, context)}` : '';
  return `${counted(gap(context), 'famille de missions', 'familles de missions')}${among}${each}`;
}

function lackingMissions({ of, roles }: AskedMissions, { finding, ...context }: FindingWordsContext): string {
  const left = without(of, finding.used.missions);
  const count = finding.required - finding.actual;
  const named = list(
    roles.map((role) => quoted(roleLabels[role])),
    'ou',
  );
  const withRole = named === '' ? '' : ` avec le rôle ${named}`;
  if (left.length === count) return `${missions(left, context)}${withRole}`;
  return `${counted(count, 'mission', 'missions')} parmi ${list(left)}${withRole}`;
}

function lackingContributions(
  { contributions: asked }: RuleOf<'contributions'>,
  context: FindingWordsContext,
): string {
  const [only, second] = asked.kinds;
  const link = asked.linked ? ' avec un lien' : '';
  if (only !== undefined && second === undefined) {
    const { one, many } = contributionLabels[only];
    return `${counted(gap(context), one, many)}${asked.validated ? ' à faire valider par la DANE' : ''}${link}`;
  }
  const kinds = asked.kinds.map((kind) => contributionLabels[kind].one);
  const what = asked.validated
    ? counted(gap(context), 'contribution validée', 'contributions validées')
    : counted(gap(context), 'contribution', 'contributions');
  return `${what}${link} (${list(kinds, 'ou')})`;
}

const DANE_EVENT = 'une rencontre annuelle ou une classe virtuelle de fin d’année suivie';

const handlers: RuleHandlers<FindingWordsContext, string> = {
  all: (_, context) => list(lackingParts(context)),
  any: (_, context) => lackingAlternative(context),
  atLeast: (_, context) => {
    const parts = lackingParts(context).join(SEMICOLON);
    return `${counted(gap(context), 'condition', 'conditions')} parmi celles-ci${COLON}${parts}`;
  },
  someYear: (_, context) => lackingInSpan(context),
  someWindow: (_, context) => lackingInSpan(context),
  meets: ({ meets }, context) =>
    `ce que demande le badge ${quoted(context.achievementName(meets))}${COLON}${list(lackingParts({ ...context, bound: false }))}`,
  duration: (_, context) => years(gap(context), 'd’engagement confirmé'),
  yearValue: ({ yearValue }, { finding }) => {
    const wanted = yearValue.atLeast === 1 ? 'une année entière' : 'une demi-année';
    return `${wanted} d’engagement confirmé${finding.actual > 0 ? ' (une demi-année à ce jour)' : ''}`;
  },
  recent: ({ recent }) => `une demi-année d’engagement confirmé ${overLast(recent.last)}`,
  families: lackingFamilies,
  missions: ({ missions: asked }, context) =>
    lackingMissions({ ...asked, roles: rolesOf(asked.role) }, context),
  trainingHours: ({ trainingHours: asked }, context) =>
    `${number(gap(context))} h de formation${overYears(asked.years, context)}`,
  trainings: ({ trainings: asked }, context) => {
    const tags = asked.tags === undefined ? '' : ` ${list(asked.tags.map(quoted), 'ou')}`;
    return `${counted(gap(context), 'formation', 'formations')}${tags}${overYears(asked.years, context)}`;
  },
  daneEventYears: ({ daneEventYears: { atLeast } }, context) =>
    context.bound && atLeast === 1 ? DANE_EVENT : years(gap(context), `avec ${DANE_EVENT}`),
  reviewYears: ({ reviewYears: { atLeast } }, context) =>
    context.bound && atLeast === 1 ? 'un point d’étape' : years(gap(context), 'avec un point d’étape'),
  contributions: lackingContributions,
  members: (_, context) => `${counted(gap(context), 'RUPN', 'RUPN')} dans l’équipe`,
  teamFamilies: ({ teamFamilies: asked }, context) => {
    const left = without(asked.of, context.finding.used.families);
    if (left.length === gap(context)) return `${families(left, context)} dans l’équipe`;
    return `${counted(gap(context), 'famille', 'familles')} parmi ${list(left)} dans l’équipe`;
  },
  teamRole: ({ teamRole: { role } }, { finding }) =>
    finding.actual > 1
      ? `un titulaire unique du rôle ${quoted(roleLabels[role])} (${number(finding.actual)} personnes le tiennent le même jour)`
      : `une personne pour le rôle ${quoted(roleLabels[role])}`,
  everyMemberTrained: (_, context) =>
    `une formation dans l’année pour ${counted(gap(context), 'membre', 'membres')}`,
  everyMemberReviewed: (_, context) =>
    `un point d’étape dans l’année pour ${counted(gap(context), 'membre', 'membres')}`,
  schoolMeetings: (_, context) =>
    `${counted(gap(context), 'rencontre annuelle', 'rencontres annuelles')} dans l’établissement`,
};
