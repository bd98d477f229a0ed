import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';

export type BadgeState = keyof PageTexts['my']['badges']['states'];

/** The state of an award, in one word. */
export function badgeState({ award, credential }: AwardWithCredential, now: Instant): BadgeState {
  if (!credential) return 'unsigned';
  if (credential.revocation) return 'revoked';
  const { acceptance, hidden } = credential.choice;
  if (credential.suspension && acceptance !== 'declined') return 'suspended';
  if (acceptance !== 'accepted') return acceptance;
  if (hidden) return 'hidden';
  return award.validUntil !== undefined && award.validUntil < now ? 'ended' : 'accepted';
}
