import type { Finding } from '../../domain/criteria/evaluation.ts';
import { nearestPart } from '../../domain/criteria/nearness.ts';
import { dispatchRule, type RuleHandlers } from '../../domain/criteria/rule-kind.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import type { CriteriaTextContext, FindingWordsContext, RuleWordsContext } from '../criteria-context.ts';
import { contributionLabels, roleLabels } from './criteria-labels.ts';
import { COLON, capitalised, counted, list, number, quoted, SEMICOLON, yearList } from './criteria-words.ts';

/** How the requirement is met, in short: « 3 années : 2023-2024, 2024-2025 et 2025-2026 ». Empty where it is not. */
export function met(finding: Finding, context: CriteriaTextContext): string {
  return finding.met ? capitalised(found(finding, { bound: false, ...context })) : '';
}

function found(finding: Finding, context: RuleWordsContext): string {
  return dispatchRule(handlers, finding.requirement, { ...context, finding });
}

function foundParts({ finding, ...context }: FindingWordsContext): string {
  const parts = finding.parts.filter((part) => part.met).map((part) => found(part, context));
  return parts.join(SEMICOLON);
}

function foundInSpan(context: FindingWordsContext): string {
  return `${foundParts({ ...context, bound: true })} (${yearList(context.finding.used.years)})`;
}

/** « : 2023-2024 et 2024-2025 »; nothing where the year or window is named already. */
function inYears({ finding, bound }: FindingWordsContext): string {
  return bound || !finding.used.years?.length ? '' : `${COLON}${yearList(finding.used.years)}`;
}

function codes({ finding }: FindingWordsContext): string {
  return finding.used.events?.length ? ` (${finding.used.events.join(', ')})` : '';
}

/** « 2 points d’étape tenus ; 5 années comptées sans, règle d’avant 2025-2026 »: what was waived is never said to be held. */
function reviewed({ finding, thresholds }: FindingWordsContext): string {
  const by = finding.used.reviewedBy ?? {};
  const held = [
    ...(by.review ? [counted(by.review, 'point d’étape tenu', 'points d’étape tenus')] : []),
    ...(by['self-report'] ? [counted(by['self-report'], 'bilan remis', 'bilans remis')] : []),
    ...(by['review-or-report']
      ? [
          counted(
            by['review-or-report'],
            'point d’étape tenu ou bilan remis',
            'points d’étape tenus ou bilans remis',
          ),
        ]
      : []),
  ];
  if (!by.waiver) return held.join(SEMICOLON);
  const isTeam = 'everyMemberReviewed' in finding.requirement;
  const counts = isTeam
    ? counted(by.waiver, 'membre compté', 'membres comptés')
    : counted(by.waiver, 'année comptée', 'années comptées');
  const rule = thresholds ? `, règle d’avant ${schoolYearLabel(thresholds.reviewWaivedBefore)}` : '';
  return [...held, `${counts} sans${held.length > 0 ? '' : ' point d’étape'}${rule}`].join(SEMICOLON);
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
  meets: ({ meets }, context) => `critères du badge ${quoted(context.achievementName(meets))} remplis`,
  duration: (_, context) => `${counted(context.finding.actual, 'année', 'années')}${inYears(context)}`,
  yearValue: (_, { finding }) => (finding.actual === 1 ? 'année entière' : 'demi-année'),
  recent: (_, context) => `engagement récent${inYears(context)}`,
  families: (_, { finding }) => {
    const families = finding.used.families ?? [];
    return `${counted(families.length, 'famille', 'familles')}${COLON}${list(families)}`;
  },
  missions: ({ missions: { role } }, context) => {
    const missions = context.finding.used.missions ?? [];
    const held = role === undefined ? '' : `, avec le rôle ${quoted(roleLabels[role])}`;
    const years =
      context.finding.used.years?.length && !context.bound
        ? ` (${yearList(context.finding.used.years)})`
        : '';
    return `${missions.length >= 2 ? 'missions' : 'mission'} ${list(missions)}${held}${years}`;
  },
  trainingHours: (_, { finding }) => {
    const events = finding.used.events?.length ?? 0;
    const count = events === 0 ? '' : ` (${counted(events, 'formation', 'formations')})`;
    return `${number(finding.actual)} h de formation${count}`;
  },
  trainings: (_, context) => `${counted(context.finding.actual, 'formation', 'formations')}${codes(context)}`,
  daneEventYears: (_, context) =>
    context.bound
      ? `rencontre annuelle ou classe virtuelle suivie${codes(context)}`
      : `${counted(context.finding.actual, 'année', 'années')}${inYears(context)}`,
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
      ...(declared > 0 ? [`déclaré par la personne${COLON}${counted(declared, one, many)}`] : []),
    ].join(SEMICOLON);
  },
  members: (_, { finding }) => `${counted(finding.actual, 'membre', 'membres')}`,
  teamFamilies: (_, { finding }) => {
    const families = finding.used.families ?? [];
    return `${counted(families.length, 'famille', 'familles')}${COLON}${list(families)}`;
  },
  teamRole: ({ teamRole: { role } }) => `rôle ${quoted(roleLabels[role])} tenu`,
  everyMemberTrained: (_, { finding }) => `${counted(finding.actual, 'membre formé', 'membres formés')}`,
  everyMemberReviewed: (_, context) => reviewed(context),
  schoolMeetings: (_, context) =>
    `${counted(context.finding.actual, 'rencontre annuelle', 'rencontres annuelles')}${codes(context)}`,
};
