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
  counted,
  families,
  list,
  missions,
  number,
  overLast,
  overYears,
  quoted,
  yearList,
} from './criteria-words.ts';

/** What is missing, in one sentence: "Missing: 2 h of training over the last three years". Empty if nothing is. */
export function missing(finding: Finding, context: CriteriaTextContext): string {
  return finding.met ? '' : `Missing: ${lacking(finding, { bound: false, ...context })}`;
}

/** What is missing, after "missing". */
function lacking(finding: Finding, context: RuleWordsContext): string {
  return dispatchRule(handlers, finding.requirement, { ...context, finding });
}

function lackingParts({ finding, ...context }: FindingWordsContext): readonly string[] {
  return finding.parts.filter(({ met }) => !met).map((part) => lacking(part, context));
}

/** Every way where they are simple, else the one that came nearest. */
function lackingAlternative(context: FindingWordsContext): string {
  const { parts } = context.finding;
  const byRole = sameMissionsByRole(parts.map(({ requirement }) => requirement));
  // With one role or another, the one that came nearest says how many are left.
  const closest = nearestPart(context.finding);
  if (byRole !== undefined && closest !== undefined)
    return lackingMissions(byRole, { ...context, finding: closest });
  if (!parts.some(({ requirement }) => isComposite(requirement))) return list(lackingParts(context), 'or');
  return closest === undefined ? '' : lacking(closest, context);
}

/** What is missing in the year or period that came nearest, which is named. */
function lackingInSpan(context: FindingWordsContext): string {
  const { finding } = context;
  const inner = lackingParts({ ...context, bound: true }).join('');
  if (foundNothing(finding)) return inner;
  const span = finding.used.years?.length === 1 ? 'nearest year' : 'nearest period';
  return `${inner} (${span}: ${yearList(finding.used.years)})`;
}

/** The figure that is missing to reach what is required. */
function gap({ finding }: FindingWordsContext): number {
  return finding.required - finding.actual;
}

function years(value: number, what: string): string {
  return value === 0.5 ? `half a year ${what}` : `${counted(value, 'year', 'years')} ${what}`;
}

function lackingFamilies({ families: asked }: RuleOf<'families'>, context: FindingWordsContext): string {
  const named = without(asked.including ?? [], context.finding.used.families);
  const inYears = asked.inYears ?? 1;
  const each = inYears > 1 ? ` (in at least ${number(inYears)} years each)` : '';
  if (named.length > 0 && named.length >= gap(context)) return `${families(named, context)}${each}`;
  const among = named.length > 0 ? `, ${families(named, context)} among them` : '';
  return `${counted(gap(context), 'family of missions', 'families of missions')}${among}${each}`;
}

function lackingMissions({ of, roles }: AskedMissions, { finding, ...context }: FindingWordsContext): string {
  const left = without(of, finding.used.missions);
  const count = finding.required - finding.actual;
  const named = list(
    roles.map((role) => quoted(roleLabels[role])),
    'or',
  );
  const withRole = named === '' ? '' : ` with the role ${named}`;
  if (left.length === count) return `${missions(left, context)}${withRole}`;
  return `${counted(count, 'mission', 'missions')} among ${list(left)}${withRole}`;
}

function lackingContributions(
  { contributions: asked }: RuleOf<'contributions'>,
  context: FindingWordsContext,
): string {
  const [only, second] = asked.kinds;
  const valid = asked.validated ? 'validated ' : '';
  const link = asked.linked ? ' with a link' : '';
  if (only !== undefined && second === undefined) {
    const { one, many } = contributionLabels[only];
    return `${counted(gap(context), `${valid}${one}`, `${valid}${many}`)}${link}`;
  }
  const kinds = asked.kinds.map((kind) => contributionLabels[kind].one);
  const what = counted(gap(context), `${valid}contribution`, `${valid}contributions`);
  return `${what}${link} (${list(kinds, 'or')})`;
}

const DANE_EVENT = 'an annual meeting or end-of-year virtual class attended';

const handlers: RuleHandlers<FindingWordsContext, string> = {
  all: (_, context) => list(lackingParts(context)),
  any: (_, context) => lackingAlternative(context),
  atLeast: (_, context) => {
    const parts = lackingParts(context).join('; ');
    return `${number(gap(context))} of these: ${parts}`;
  },
  someYear: (_, context) => lackingInSpan(context),
  someWindow: (_, context) => lackingInSpan(context),
  meets: ({ meets }, context) =>
    `what the badge ${quoted(context.achievementName(meets))} asks for: ${list(lackingParts({ ...context, bound: false }))}`,
  duration: (_, context) => years(gap(context), 'of confirmed engagement'),
  yearValue: ({ yearValue }, { finding }) => {
    const wanted = yearValue.atLeast === 1 ? 'a whole year' : 'half a year';
    return `${wanted} of confirmed engagement${finding.actual > 0 ? ' (half a year so far)' : ''}`;
  },
  recent: ({ recent }) => `half a year of confirmed engagement ${overLast(recent.last)}`,
  families: lackingFamilies,
  missions: ({ missions: asked }, context) =>
    lackingMissions({ ...asked, roles: rolesOf(asked.role) }, context),
  trainingHours: ({ trainingHours: asked }, context) =>
    `${number(gap(context))} h of training${overYears(asked.years, context)}`,
  trainings: ({ trainings: asked }, context) => {
    const tags = asked.tags === undefined ? '' : ` on ${list(asked.tags.map(quoted), 'or')}`;
    return `${counted(gap(context), 'training', 'trainings')}${tags}${overYears(asked.years, context)}`;
  },
  daneEventYears: ({ daneEventYears: { atLeast } }, context) =>
    context.bound && atLeast === 1 ? DANE_EVENT : years(gap(context), `with ${DANE_EVENT}`),
  reviewYears: ({ reviewYears: { atLeast } }, context) =>
    context.bound && atLeast === 1 ? 'a progress review' : years(gap(context), 'with a progress review'),
  contributions: lackingContributions,
  members: (_, context) => `${number(gap(context))} RUPN in the team`,
  teamFamilies: ({ teamFamilies: asked }, context) => {
    const left = without(asked.of, context.finding.used.families);
    if (left.length === gap(context)) return `${families(left, context)} in the team`;
    return `${counted(gap(context), 'family', 'families')} among ${list(left)} in the team`;
  },
  teamRole: ({ teamRole: { role } }, { finding }) =>
    finding.actual > 1
      ? `a single holder of the role ${quoted(roleLabels[role])} (${number(finding.actual)} people hold it on the same day)`
      : `somebody for the role ${quoted(roleLabels[role])}`,
  everyMemberTrained: (_, context) =>
    `a training in the year for ${counted(gap(context), 'member', 'members')}`,
  everyMemberReviewed: (_, context) =>
    `a progress review in the year for ${counted(gap(context), 'member', 'members')}`,
  schoolMeetings: (_, context) =>
    `${counted(gap(context), 'annual meeting', 'annual meetings')} in the school`,
};
