import type {
  AchievementEndorsement,
  WholeEndorsement,
} from '../../domain/endorsement/achievement-endorsement.ts';
import type { Instant } from '../../domain/time/time.ts';

/** Reads what other bodies say of our badges. */
export interface AchievementEndorsementReader {
  /** Of one badge, in one version or in all, or of every badge: the first kept first, without their documents.
   *  Withdrawn ones are among them. */
  readAchievementEndorsements(of?: {
    readonly code: string;
    readonly version?: number;
  }): Promise<readonly AchievementEndorsement[]>;
  /** Those among these ids with their documents, the first kept first. */
  readWholeEndorsements(ids: readonly string[]): Promise<readonly WholeEndorsement[]>;
  /** Those that stand and were last looked at before these instants, the longest ago first. */
  readEndorsementsToLookAt(
    before: { readonly carriedOut: Instant; readonly open: Instant },
    limit: number,
  ): Promise<readonly WholeEndorsement[]>;
}
