import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';

/** A badge that others issued and a person keeps here. It stays private. */
export interface HeldBadge {
  readonly id: string;
  readonly personId: PersonId;
  /** Digest of issuer and id. */
  readonly badgeKey: string;
  /** JSON with embedded proofs, or a compact JWS. */
  readonly form: 'json' | 'jws';
  readonly characters: number;
  /** A data URL of an image. */
  readonly picture?: string;
  readonly name?: string;
  readonly issuerId: string;
  readonly issuerName?: string;
  readonly credentialId: string;
  /** As written in the badge. */
  readonly validFrom: string;
  readonly validUntil?: string;
  /** The name of the client that sent it; absent if the person brought it. */
  readonly sentBy?: string;
  readonly receivedAt: Instant;
  /** The last verification. */
  readonly check: BadgeCheck;
}

/** The result of a verification. `verdict` is a code of the report. */
export interface BadgeCheck {
  readonly verified: boolean;
  readonly verdict: string;
  readonly at: Instant;
}

/** A held badge with its text exactly as it was received. */
export interface WholeBadge extends HeldBadge {
  readonly content: string;
}

/** The most badges of others that one person keeps. */
export const MOST_HELD = 100;
/** The most characters of all held badges of one person. */
const MOST_HELD_CHARACTERS = 16 * 1024 * 1024;

/** A text that is equal for two versions of one badge: issuer and id, percent-decoded and trimmed (Open
 *  Badges 3.0, OpenBadgeCredential Equality). */
export function equalityOf(issuerId: string, credentialId: string): string {
  return JSON.stringify([comparable(issuerId), comparable(credentialId)]);
}

function comparable(text: string): string {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return text.trim();
  }
}

/** What to do with a badge that arrives. `older`: the badge held is newer and stays. `full`: there is no
 *  room. */
export type Arrival = 'new' | 'replaces' | 'older' | 'full';

interface Arriving {
  readonly arriving: Pick<HeldBadge, 'badgeKey' | 'validFrom' | 'characters'>;
  readonly held: readonly HeldBadge[];
}

/** Decides on a badge that arrives. Of two versions the one with the later `validFrom` is kept; where they
 *  are equal, the one that arrived last. */
export function decideArrival({ arriving, held }: Arriving): Arrival {
  const same = held.find(({ badgeKey }) => badgeKey === arriving.badgeKey);
  if (same && Date.parse(arriving.validFrom) < Date.parse(same.validFrom)) return 'older';
  const others = held.filter((one) => one !== same);
  const characters = others.reduce((sum, one) => sum + one.characters, arriving.characters);
  if (others.length >= MOST_HELD || characters > MOST_HELD_CHARACTERS) return 'full';
  return same ? 'replaces' : 'new';
}

/** Changes to held badges. */
export type HeldBadgeChange =
  /** Replaces the same badge of the person. */
  | { readonly kind: 'held-badge-saved'; readonly badge: WholeBadge }
  | { readonly kind: 'held-badge-checked'; readonly id: string; readonly check: BadgeCheck }
  | { readonly kind: 'held-badge-removed'; readonly personId: PersonId; readonly id: string };

/** Reads the badges of other issuers that people keep. */
export interface HeldBadgeReader {
  /** All held badges of a person without their texts, the last received first. */
  readHeldBadges(personId: PersonId): Promise<readonly HeldBadge[]>;
  /** The person's held badges with these ids and with their texts, in no particular order. */
  readWholeBadges(personId: PersonId, ids: readonly string[]): Promise<readonly WholeBadge[]>;
}
