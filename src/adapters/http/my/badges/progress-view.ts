import type { BadgeProgress } from '../../../../application/self-service/badge-progress.ts';
import type { FormChoice } from '../../../../domain/award/types.ts';
import type { Criteria } from '../../../../domain/criteria/definition.ts';
import type { Finding } from '../../../../domain/criteria/evaluation.ts';
import { findingKind, recordsOf } from '../../../../domain/criteria/finding-kind.ts';
import { traitsOf } from '../../../../domain/criteria/leaf.ts';
import { bindsYears } from '../../../../domain/criteria/rule-kind.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { waivedYears } from '../../../../domain/facts/review-years.ts';
import type { ProgressReview } from '../../../../domain/records.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { findingTexts, textsOf } from '../../view-models/public-texts.ts';
import { nextStep } from './next-step.ts';
import { type BadgeState, badgeState } from './state.ts';

type FigureUnit = keyof PageTexts['my']['badges']['units'];

export type ProgressView = ReturnType<typeof progressView>;
export type RequirementView = ReturnType<typeof requirementView>;

/** A badge of the criteria in force, evaluated for a person or a school; a school has no forecast. */
type Judged = Pick<BadgeProgress, 'definition' | 'evaluation'> & Partial<BadgeProgress>;

interface ProgressContext {
  readonly criteria: Criteria;
  /** The person's reviews; absent for a school. */
  readonly reviews?: readonly ProgressReview[];
  readonly locale: Locale;
  /** The grammatical form that the person chose; absent for a school. */
  readonly form?: FormChoice | undefined;
}

/** A badge that was declined or revoked is drawn as an outline, like one that was never granted. */
const NOT_HELD: ReadonlySet<BadgeState> = new Set(['declined', 'revoked']);

/** The progress towards one badge, requirement by requirement. */
export function progressView({ ports }: AppDeps, progress: Judged, context: ProgressContext) {
  const { definition, title, evaluation, metOn, latest } = progress;
  const { criteria, locale, form } = context;
  const state = latest && badgeState(latest, ports.clock.now());
  const words = findingTexts(ports.catalogue, criteria, locale, form);
  const next = nextStep(progress, { words, t: textsOf(ports, locale).pages });
  const drawn = state === undefined || NOT_HELD.has(state) ? 'state=unearned' : 'size=56';
  return {
    code: definition.code,
    name: inLanguage(title ?? definition.name, locale),
    imageSrc: `/badges/${definition.code}/v${criteria.version}/image.svg?${drawn}`,
    href: `/badges/${definition.code}`,
    met: evaluation.met,
    /** State of the latest award of this badge. */
    state,
    requirements: evaluation.findings.map((finding, index) =>
      requirementView(finding, {
        progress,
        index,
        words,
        ...context,
      }),
    ),
    metOn,
    next: next && { ...next, at: evaluation.findings.indexOf(next.finding) },
    /** True for a school's badge, which has no forecast. */
    ofSchool: definition.recipient === 'establishment',
  };
}

interface RequirementContext extends ProgressContext {
  readonly progress: Judged;
  readonly index: number;
  readonly words: ReturnType<typeof findingTexts>;
}

/** One requirement: words, figures, and the missing part. */
function requirementView(finding: Finding, context: RequirementContext) {
  const { progress, index, words } = context;
  const metOn = progress.requirementsMetOn?.get(finding.rule);
  const confirmed = progress.ifConfirmed?.findings[index];
  const more =
    !finding.met && confirmed && foundOf(confirmed) > foundOf(finding) ? foundOf(confirmed) : undefined;
  return {
    requirement: words.requirement(finding),
    met: finding.met,
    found: foundOf(finding),
    /** The kinds of record that it counts, where the person has none of them. */
    nothing:
      findingKind(finding, progress.evaluation.facts) === 'nothing-on-record'
        ? recordsOf(finding)
        : undefined,
    required: finding.required,
    unit: unitOf(finding),
    /** The way in which the requirement is met, or the missing part. */
    explanation: finding.met ? words.met(finding) : words.missing(finding),
    /** The day on which the requirement is met without any further act. */
    metOn,
    /** Days after which a mission counts, where a team lacks families. */
    missionDays:
      !finding.met && 'teamFamilies' in finding.requirement
        ? context.criteria.thresholds.coveredMissionDays
        : undefined,
    /** The figure if all requested and contested engagements were confirmed, where it is higher. */
    ifConfirmed: more,
    waived: waivedOf(finding, context),
  };
}

/** Where one of several conditions is enough and two are met, the figure stays at the required number. */
function foundOf(finding: Finding): number {
  return unitOf(finding) === 'conditions' ? Math.min(finding.actual, finding.required) : finding.actual;
}

/** Years that count as reviewed without a review, because none was required yet. */
function waivedOf({ requirement, used }: Finding, { criteria, reviews = [] }: ProgressContext) {
  if (!('reviewYears' in requirement)) return undefined;
  const years = waivedYears(used.years ?? [], reviews, criteria.thresholds);
  return years.length > 0 ? { years, before: criteria.thresholds.reviewWaivedBefore } : undefined;
}

/** The unit of a finding's figures. A year or window has the unit of the rule inside it. */
function unitOf({ requirement, parts }: Finding): FigureUnit {
  const [inner] = parts;
  if (inner && bindsYears(requirement)) return unitOf(inner);
  return traitsOf(requirement)?.counts ?? 'conditions';
}
