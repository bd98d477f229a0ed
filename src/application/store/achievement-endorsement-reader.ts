import type {
  AchievementEndorsement,
  WholeEndorsement,
} from '../../domain/endorsement/achievement-endorsement.ts';
import type { Instant } from '../../domain/time/time.ts';

/** Reads other bodies' endorsements of our badges. */
export interface AchievementEndorsementReader {
  /** The endorsements of every badge, or of one badge in one version or in all, without their documents, the
   *  first one stored first. Withdrawn ones are included. */
  readAchievementEndorsements(of?: {
    readonly code: string;
    readonly version?: number;
  }): Promise<readonly AchievementEndorsement[]>;
  /** The endorsements with these ids, with their documents, the first one stored first. */
  readWholeEndorsements(ids: readonly string[]): Promise<readonly WholeEndorsement[]>;
  /** Standing endorsements last verified before these instants, the longest ago first. */
  readEndorsementsToLookAt(
    before: { readonly carriedOut: Instant; readonly open: Instant },
    limit: number,
  ): Promise<readonly WholeEndorsement[]>;
}
