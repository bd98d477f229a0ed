import type { PublicFacts } from '#open-badges/credential';
import type { VerificationReport } from '#open-badges/verification';
import type { Award, IssuedCredential } from '../../../../domain/award/types.ts';
import type { AchievementDefinition, Criteria } from '../../../../domain/criteria/definition.ts';
import type { Instant } from '../../../../domain/time/calendar.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { Locale } from '../../env.ts';

/** A badge to show, with its verification. */
export interface ShownBadge {
  readonly award: Award;
  readonly credential: IssuedCredential;
  readonly report: VerificationReport;
  readonly checkedAt: Instant;
  readonly locale: Locale;
}

/** A badge with the data behind its page. */
export interface BadgeDetails extends ShownBadge {
  readonly criteria: Criteria;
  readonly definition: AchievementDefinition;
  /** The facts in the served document. */
  readonly facts: PublicFacts;
  readonly schoolNames: ReadonlyMap<Uai, string>;
}
