import type { PersonId } from '../ids.ts';
import type { Instant, LocalDate } from '../time/calendar.ts';
import type { AchievementDefinition, Criteria } from './definition.ts';
import { withFigures } from './figures.ts';

/** A badge to put into the criteria, and the code of the published badge that it changes; without one, it is
 *  new. */
export interface AmendedBadge {
  readonly badge: AchievementDefinition;
  readonly replaces?: string;
}

/** What a version of the criteria does to the badges of the one before it. */
export type BadgeChange =
  /** A badge that is new, or says or asks something else. */
  | ({ readonly kind: 'put' } & AmendedBadge)
  /** A badge that is not awarded from then on. Awards keep it, in the version by which they were judged. */
  | { readonly kind: 'retire'; readonly code: string };

/** The change that puts this badge. */
export function putOf({ badge, replaces }: AmendedBadge): BadgeChange {
  return { kind: 'put', badge, ...(replaces !== undefined && { replaces }) };
}

/** What a version changes of the one before it: figures by their JSON Pointer, and badges. */
export interface Amendment {
  readonly figures: Readonly<Record<string, number>>;
  readonly badges?: readonly BadgeChange[];
}

/** The criteria with the amendment. A new badge is the last one; a changed one keeps its place. */
export function amended(criteria: Criteria, { figures, badges = [] }: Amendment): Criteria {
  return badges.reduce(withBadge, withFigures(criteria, figures));
}

function withBadge(criteria: Criteria, change: BadgeChange): Criteria {
  const { achievements } = criteria;
  if (change.kind === 'retire') {
    return { ...criteria, achievements: achievements.filter(({ code }) => code !== change.code) };
  }
  const { badge } = change;
  const isKnown = achievements.some(({ code }) => code === badge.code);
  const next = isKnown
    ? achievements.map((one) => (one.code === badge.code ? badge : one))
    : [...achievements, badge];
  return { ...criteria, achievements: next };
}

/** The first day on which a badge was not awarded any more; undefined while it is. The versions are oldest first. */
export function retiredSince(
  versions: readonly Criteria[],
  { code, today }: { readonly code: string; readonly today: LocalDate },
): LocalDate | undefined {
  const begun = versions.filter(({ inForceFrom }) => inForceFrom <= today);
  const last = begun.findLastIndex(({ achievements }) => achievements.some((one) => one.code === code));
  return last < 0 ? undefined : begun[last + 1]?.inForceFrom;
}

/** A badge that the DANE writes and no one else sees. Texts may still be empty and requirements absent. It ends
 *  when it is proposed, adopted or dropped. */
export interface BadgeDraft extends AmendedBadge {
  readonly id: string;
  /** Raised by each change, so that no one overwrites what someone else wrote. */
  readonly revision: number;
  readonly begunBy: PersonId;
  readonly begunAt: Instant;
  readonly changedBy: PersonId;
  readonly changedAt: Instant;
}

/** The badge with which a draft begins from nothing. */
export const BLANK_BADGE: AchievementDefinition = {
  code: '',
  name: { fr: '' },
  description: { fr: '' },
  achievementType: 'Badge',
  recipient: 'person',
  drawing: { kind: 'rings', rings: 1 },
  requirements: [],
};

/** The badge of a draft as a copy of another one: all but its code, which names one badge. */
export function copyOf(badge: AchievementDefinition): AchievementDefinition {
  return { ...badge, code: '' };
}

export type BadgeDraftChange =
  | { readonly kind: 'badge-draft-begun'; readonly draft: BadgeDraft }
  /** The whole commit is refused where the draft was changed or ended since its `revision`. */
  | {
      readonly kind: 'badge-draft-changed';
      readonly id: string;
      readonly revision: number;
      readonly badge: AchievementDefinition;
      readonly by: PersonId;
      readonly at: Instant;
    }
  /** Its row goes. The whole commit is refused where the draft was changed or ended since its `revision`. */
  | { readonly kind: 'badge-draft-ended'; readonly id: string; readonly revision: number };
