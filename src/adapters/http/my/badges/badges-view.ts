import type { BadgeProgress } from '../../../../application/my/badge-progress.ts';
import type { OwnRecord } from '../../../../application/my/read-own-record.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { achievementOf } from '../../../../catalogue/catalogue.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import { badgeTitle, servedTitle } from '../../../../openbadges/badge-title.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { type BadgeState, badgeState } from './badge-state.ts';
import { progressView } from './progress-view.ts';

export interface OwnBadgeView {
  readonly name: string;
  readonly imageSrc: string;
  readonly state: BadgeState;
  readonly grantedAt: Instant;
  /** Address of its page, where it is signed. */
  readonly href?: string;
}

export type BadgesView = ReturnType<typeof badgesView>;

interface BadgesContext {
  readonly own: OwnRecord;
  readonly progress: readonly BadgeProgress[];
  readonly locale: Locale;
}

/** The badges of a person, and their progress towards each. */
export function badgesView(deps: AppDeps, { own, progress, locale }: BadgesContext) {
  return {
    on: own.on,
    /** Numbers of segments that do not count, because they are requested or contested. */
    uncounted: {
      requested: own.record.engagements.filter(({ confirmation }) => confirmation === 'requested').length,
      contested: own.record.engagements.filter(({ confirmation }) => confirmation === 'contested').length,
    },
    own: ownBadgeViews(deps, own.awards, { locale, chooses: true }),
    progress: progress.map((one) =>
      progressView(deps, one, { criteria: own.criteria, reviews: own.record.reviews, locale }),
    ),
  };
}

interface Looking {
  readonly locale: Locale;
  /** Whether the viewer may choose about these badges. */
  readonly chooses: boolean;
}

/** The granted badges, newest first. */
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
  return {
    name: titleOf(ports, { award, ...(credential && { credential }) }, locale),
    imageSrc:
      credential && chooses
        ? `/my/badges/${credential.id}/image.svg?size=104`
        : `/badges/${achievement}/v${version}/image.svg?size=104`,
    state: badgeState({ award, ...(credential && { credential }) }, now),
    grantedAt: award.grantedAt,
    ...(credential && chooses && { href: `/my/badges/${credential.id}` }),
  };
}

/** The title that the badge shows or, before it is signed, the title of its kind. */
export function titleOf(
  { catalogue }: AppDeps['ports'],
  { award, credential }: AwardWithCredential,
  locale: Locale,
): string {
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) return award.achievement;
  const definition = achievementOf(criteria, award.achievement);
  return credential
    ? servedTitle(definition, { award, credential }, locale)
    : badgeTitle(definition, award, locale);
}
