import type { HeldBadge } from '../../../../domain/host/held-badge.ts';
import type { Verdict } from '../../../../openbadges/report.ts';
import { quotable, shownAddress } from '../../../../openbadges/shown-text.ts';
import type { Locale } from '../../env.ts';
import { WORDS } from '../../shell/words.ts';

/** The most characters of pictures on one page; the badges after that have none. */
const MOST_PICTURES = 3_000_000;

export type HeldBadgeView = ReturnType<typeof backpackView>[number];

/** The badges as their page shows them. Names and pictures come from strangers. */
export function backpackView(held: readonly HeldBadge[], locale: Locale) {
  const { verification } = WORDS[locale];
  let pictures = 0;
  return held.map((badge) => {
    const { check, picture } = badge;
    pictures += picture?.length ?? 0;
    return {
      id: badge.id,
      name: badge.name,
      issuer: issuerOf(badge),
      picture: pictures <= MOST_PICTURES ? picture : undefined,
      validFrom: badge.validFrom,
      validUntil: badge.validUntil,
      sentBy: badge.sentBy,
      receivedAt: badge.receivedAt,
      verdict: check.verdict as Verdict,
      verdictWords: verification.shortVerdict(check.verdict as Verdict, { kind: 'badge' }),
      checkedAt: check.at,
    };
  });
}

/** A name proves nothing, so the signing id stands beside it. */
function issuerOf({ issuerName, issuerId }: HeldBadge): string {
  const id = shownAddress(issuerId);
  return issuerName === undefined ? id : `${quotable(issuerName)} (${id})`;
}
