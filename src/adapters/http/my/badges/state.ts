import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { achievementOf } from '../../../../catalogue/versions.ts';
import type { Instant } from '../../../../domain/time/calendar.ts';
import { badgeTitle, servedTitle } from '../../../../issuing/badge-title.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import type { AppDeps, Locale } from '../../env.ts';

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
