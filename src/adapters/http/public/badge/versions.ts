import type { AchievementDefinition, Criteria } from '../../../../domain/criteria/definition.ts';
import type { AchievementEndorsement } from '../../../../standards/achievement-endorsements/feature.ts';

/** A badge of one version of the criteria. */
export interface VersionedBadge {
  readonly definition: AchievementDefinition;
  readonly criteria: Criteria;
}

/** A badge with its endorsements by other bodies. */
export interface PublishedBadge extends VersionedBadge {
  readonly endorsements: readonly AchievementEndorsement[];
}
