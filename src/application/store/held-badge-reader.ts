import type { HeldBadge, WholeBadge } from '../../domain/host/held-badge.ts';
import type { PersonId } from '../../domain/ids.ts';

/** Reads the badges that people keep from elsewhere. */
export interface HeldBadgeReader {
  /** All of the person's, the last arrived first, without their texts. */
  readHeldBadges(personId: PersonId): Promise<readonly HeldBadge[]>;
  /** Those of the person among these ids, with their texts, in no particular order. */
  readWholeBadges(personId: PersonId, ids: readonly string[]): Promise<readonly WholeBadge[]>;
}
