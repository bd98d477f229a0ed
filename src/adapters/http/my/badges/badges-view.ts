import type { BadgeProgress, OwnRecord } from '../../../../application/my/read-own-record.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { achievementOf } from '../../../../catalogue/catalogue.ts';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import type { Finding } from '../../../../domain/criteria/evaluation.ts';
import { type RuleKind, ruleKind } from '../../../../domain/criteria/rule-kind.ts';
import type { Instant, LocalDate } from '../../../../domain/time/time.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { findingWords } from '../../present/words.ts';

export type BadgeState = keyof PageTexts['my']['badges']['states'];
export type FigureUnit = keyof PageTexts['my']['badges']['units'];

/** One requirement: words, figures, and what is missing. */
export interface RequirementView {
  readonly requirement: string;
  readonly met: boolean;
  readonly found: number;
  readonly required: number;
  readonly unit: FigureUnit;
  /** How it is met, or what is missing. */
  readonly explanation: string;
}

export interface ProgressView {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly imageSrc: string;
  readonly href: string;
  readonly met: boolean;
  readonly held: boolean;
  readonly requirements: readonly RequirementView[];
  readonly metOn?: LocalDate;
  /** A school's badge: nobody foresees when time alone meets it. */
  readonly ofSchool: boolean;
}

export interface OwnBadgeView {
  readonly name: string;
  readonly imageSrc: string;
  readonly state: BadgeState;
  readonly grantedAt: Instant;
  /** Its page, where it is signed. */
  readonly href?: string;
}

export interface BadgesView {
  readonly on: LocalDate;
  readonly own: readonly OwnBadgeView[];
  readonly progress: readonly ProgressView[];
}

interface BadgesContext {
  readonly own: OwnRecord;
  readonly progress: readonly BadgeProgress[];
  readonly locale: Locale;
}

/** A badge of the criteria in force, judged for a person or a school. */
type Judged = Pick<BadgeProgress, 'definition' | 'evaluation' | 'metOn'> & { readonly latest?: unknown };

/** The badges granted to somebody, and how far they are from each. */
export function badgesView(deps: AppDeps, { own, progress, locale }: BadgesContext): BadgesView {
  return {
    on: own.on,
    own: ownBadgeViews(deps, own.awards, { locale, chooses: true }),
    progress: progress.map((one) => progressView(deps, one, { criteria: own.criteria, locale })),
  };
}

interface Looking {
  readonly locale: Locale;
  /** Whoever looks may choose about these badges. */
  readonly chooses: boolean;
}

/** Badges that were granted, the newest first. */
export function ownBadgeViews(
  deps: AppDeps,
  awards: readonly AwardWithCredential[],
  looking: Looking,
): readonly OwnBadgeView[] {
  const now = deps.ports.clock.now();
  return awards
    .toSorted((a, b) => (a.award.grantedAt < b.award.grantedAt ? 1 : -1))
    .map((one) => ownBadge(deps, one, { now, ...looking }));
}

function ownBadge(
  { ports }: AppDeps,
  { award, credential }: AwardWithCredential,
  { now, locale, chooses }: Looking & { readonly now: Instant },
): OwnBadgeView {
  const { achievement, version } = award;
  const criteria = ports.catalogue.criteriaVersion(version);
  return {
    name: criteria ? achievementOf(criteria, achievement).name[locale] : achievement,
    imageSrc:
      credential && chooses
        ? `/my/badges/${credential.id}/image.svg`
        : `/badges/${achievement}/v${version}/image.svg`,
    state: badgeState({ award, ...(credential && { credential }) }, now),
    grantedAt: award.grantedAt,
    ...(credential && chooses && { href: `/my/badges/${credential.id}` }),
  };
}

/** What became of an award, in one word. */
export function badgeState({ award, credential }: AwardWithCredential, now: Instant): BadgeState {
  if (!credential) return 'unsigned';
  if (credential.revocation) return 'revoked';
  const { acceptance, hidden } = credential.choice;
  if (acceptance !== 'accepted') return acceptance;
  if (hidden) return 'hidden';
  return award.validUntil !== undefined && award.validUntil < now ? 'ended' : 'accepted';
}

/** A badge with each of its requirements in words: met, or what is missing. */
export function progressView(
  { ports }: AppDeps,
  { definition, evaluation, metOn, latest }: Judged,
  { criteria, locale }: { readonly criteria: Criteria; readonly locale: Locale },
): ProgressView {
  const words = findingWords(ports.catalogue, criteria, locale);
  return {
    code: definition.code,
    name: definition.name[locale],
    description: definition.description[locale],
    imageSrc: `/badges/${definition.code}/v${criteria.version}/image.svg`,
    href: `/badges/${definition.code}`,
    met: evaluation.met,
    held: latest !== undefined,
    ofSchool: definition.recipient === 'establishment',
    requirements: evaluation.findings.map((finding) => ({
      requirement: words.requirement(finding),
      met: finding.met,
      found: finding.actual,
      required: finding.required,
      unit: unitOf(finding),
      explanation: finding.met ? words.met(finding) : words.missing(finding),
    })),
    ...(metOn && { metOn }),
  };
}

const UNITS: Readonly<Partial<Record<RuleKind, FigureUnit>>> = {
  duration: 'years',
  yearValue: 'years',
  recent: 'years',
  daneEventYears: 'years',
  reviewYears: 'years',
  trainingHours: 'hours',
  trainings: 'trainings',
  families: 'families',
  missions: 'missions',
  contributions: 'contributions',
  members: 'members',
  teamFamilies: 'families',
  teamRole: 'roles',
  everyMemberTrained: 'members',
  everyMemberReviewed: 'members',
  schoolMeetings: 'meetings',
};

/** What the figures of a finding count. A year or window gives the figures of the rule inside it. */
function unitOf(finding: Finding): FigureUnit {
  const kind = ruleKind(finding.requirement);
  const [inner] = finding.parts;
  if (inner && (kind === 'someYear' || kind === 'someWindow')) return unitOf(inner);
  return UNITS[kind] ?? 'conditions';
}
