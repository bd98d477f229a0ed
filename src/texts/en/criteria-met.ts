import type { Finding } from '../../domain/criteria/evaluation.ts';
import { nearestPart } from '../../domain/criteria/nearness.ts';
import { dispatchRule, type RuleHandlers } from '../../domain/criteria/rule-kind.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import type { CriteriaTextContext, FindingWordsContext, RuleWordsContext } from '../criteria-context.ts';
import { contributionLabels, roleLabels } from './criteria-labels.ts';
import { capitalised, counted, list, number, quoted, yearList } from './criteria-words.ts';

/** How the requirement is met, in short: "3 years: 2023-2024, 2024-2025 and 2025-2026". Empty if it is not. */
export function met(finding: Finding, context: CriteriaTextContext): string {
  return finding.met ? capitalised(found(finding, { bound: false, ...context })) : '';
}

function found(finding: Finding, context: RuleWordsContext): string {
  return dispatchRule(handlers, finding.requirement, { ...context, finding });
}

function foundParts({ finding, ...context }: FindingWordsContext): string {
  const parts = finding.parts.filter((part) => part.met).map((part) => found(part, context));
  return parts.join('; ');
}

function foundInSpan(context: FindingWordsContext): string {
  return `${foundParts({ ...context, bound: true })} (${yearList(context.finding.used.years)})`;
}

/** ": 2023-2024 and 2024-2025"; nothing where the year or period is already named. */
function inYears({ finding, bound }: FindingWordsContext): string {
  return bound || !finding.used.years?.length ? '' : `: ${yearList(finding.used.years)}`;
}

function codes({ finding }: FindingWordsContext): string {
  return finding.used.events?.length ? ` (${finding.used.events.join(', ')})` : '';
}

/** "2 progress reviews held; 5 years counted without, by the rule before 2025-2026": what was waived is never said to be
 *  held. */
function reviewed({ finding, thresholds }: FindingWordsContext): string {
  const by = finding.used.reviewedBy ?? {};
  const held = [
    ...(by.review ? [counted(by.review, 'progress review held', 'progress reviews held')] : []),
    ...(by['self-report']
      ? [counted(by['self-report'], 'self-report handed in', 'self-reports handed in')]
      : []),
    ...(by['review-or-report']
      ? [counted(by['review-or-report'], 'review held or self-report', 'reviews held or self-reports')]
      : []),
  ];
  if (!by.waiver) return held.join('; ');
  const isTeam = 'everyMemberReviewed' in finding.requirement;
  const counts = isTeam ? counted(by.waiver, 'member', 'members') : counted(by.waiver, 'year', 'years');
  const rule = thresholds ? `, by the rule before ${schoolYearLabel(thresholds.reviewWaivedBefore)}` : '';
  return [...held, `${counts} counted without${held.length > 0 ? '' : ' a progress review'}${rule}`].join(
    '; ',
  );
}

const handlers: RuleHandlers<FindingWordsContext, string> = {
  all: (_, context) => foundParts(context),
  any: (_, { finding, ...context }) => {
    const part = nearestPart(finding);
    return part === undefined ? '' : found(part, context);
  },
  atLeast: (_, context) => foundParts(context),
  someYear: (_, context) => foundInSpan(context),
  someWindow: (_, context) => foundInSpan(context),
  meets: ({ meets }, context) => `criteria of the badge ${quoted(context.achievementName(meets))} met`,
  duration: (_, context) => `${counted(context.finding.actual, 'year', 'years')}${inYears(context)}`,
  yearValue: (_, { finding }) => (finding.actual === 1 ? 'whole year' : 'half a year'),
  recent: (_, context) => `recent engagement${inYears(context)}`,
  families: (_, { finding }) => {
    const families = finding.used.families ?? [];
    return `${counted(families.length, 'family', 'families')}: ${list(families)}`;
  },
  missions: ({ missions: { role } }, context) => {
    const missions = context.finding.used.missions ?? [];
    const held = role === undefined ? '' : `, with the role ${quoted(roleLabels[role])}`;
    const years =
      context.finding.used.years?.length && !context.bound
        ? ` (${yearList(context.finding.used.years)})`
        : '';
    return `${missions.length === 1 ? 'mission' : 'missions'} ${list(missions)}${held}${years}`;
  },
  trainingHours: (_, { finding }) => {
    const events = finding.used.events?.length ?? 0;
    const count = events === 0 ? '' : ` (${counted(events, 'training', 'trainings')})`;
    return `${number(finding.actual)} h of training${count}`;
  },
  trainings: (_, context) => `${counted(context.finding.actual, 'training', 'trainings')}${codes(context)}`,
  daneEventYears: (_, context) =>
    context.bound
      ? `annual meeting or virtual class attended${codes(context)}`
      : `${counted(context.finding.actual, 'year', 'years')}${inYears(context)}`,
  reviewYears: (_, context) => reviewed(context),
  contributions: ({ contributions: { kinds } }, { finding }) => {
    const [only, second] = kinds;
    const { one, many } =
      only !== undefined && second === undefined
        ? contributionLabels[only]
        : { one: 'contribution', many: 'contributions' };
    const declared = finding.used.declared ?? 0;
    const rest = finding.actual - declared;
    return [
      ...(rest > 0 ? [counted(rest, one, many)] : []),
      ...(declared > 0 ? [`declared by the person: ${counted(declared, one, many)}`] : []),
    ].join('; ');
  },
  members: (_, { finding }) => counted(finding.actual, 'member', 'members'),
  teamFamilies: (_, { finding }) => {
    const families = finding.used.families ?? [];
    return `${counted(families.length, 'family', 'families')}: ${list(families)}`;
  },
  teamRole: ({ teamRole: { role } }) => `role ${quoted(roleLabels[role])} held`,
  everyMemberTrained: (_, { finding }) => counted(finding.actual, 'member trained', 'members trained'),
  everyMemberReviewed: (_, context) => reviewed(context),
  schoolMeetings: (_, context) =>
    `${counted(context.finding.actual, 'annual meeting', 'annual meetings')}${codes(context)}`,
};
