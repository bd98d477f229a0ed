import type { HeldBadge, WholeBadge } from '../../domain/host/held-badge.ts';
import type { PersonId } from '../../domain/ids.ts';

/** Reads the badges of other issuers that people keep. */
export interface HeldBadgeReader {
  /** All held badges of a person without their texts, the last received first. */
  readHeldBadges(personId: PersonId): Promise<readonly HeldBadge[]>;
  /** The person's held badges with these ids and with their texts, in no particular order. */
  readWholeBadges(personId: PersonId, ids: readonly string[]): Promise<readonly WholeBadge[]>;
}
