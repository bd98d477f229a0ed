import {
  type AchievementEndorsement,
  standingOf,
} from '../../../../domain/endorsement/achievement-endorsement.ts';
import type { Instant } from '../../../../domain/time/time.ts';
import type { Verdict } from '../../../../openbadges/report.ts';
import type { Locale } from '../../env.ts';
import { endorsementView } from '../../public/badge/endorsement-view.ts';
import { WORDS } from '../../shell/words.ts';

export type KeptView = ReturnType<typeof keptView>;

/** An endorsement as the DANE sees it: its public part, and the result of the last verification. */
export function keptView(
  endorsement: AchievementEndorsement,
  { now, locale }: { now: Instant; locale: Locale },
) {
  const { id, version, language, look, keptAt, withdrawal } = endorsement;
  const standing = standingOf(endorsement, now);
  return {
    ...endorsementView(endorsement),
    id,
    version,
    language,
    standing,
    keptAt,
    lookedAt: look.at,
    isOpen: standing === 'shown' && look.result === 'open',
    ...(standing === 'bad' && { because: becauseOf(look, locale) }),
    ...(withdrawal && { withdrawal }),
  };
}

function becauseOf({ fault = '', verdict }: AchievementEndorsement['look'], locale: Locale): string {
  const { pages, verification } = WORDS[locale];
  const { dane, faults } = pages.achievementEndorsements;
  return (
    dane.faults[fault] ??
    (Object.hasOwn(faults, fault) ? faults[fault as keyof typeof faults] : undefined) ??
    `${verification.shortVerdict(verdict as Verdict, { kind: 'endorsement' })}.`
  );
}

/** The number of endorsements that are shown, and of standing ones that are not. */
export function countStandings(endorsements: readonly AchievementEndorsement[], now: Instant) {
  const standings = endorsements.map((one) => standingOf(one, now));
  const shown = standings.filter((one) => one === 'shown').length;
  const withdrawn = standings.filter((one) => one === 'withdrawn').length;
  return { shown, lapsed: standings.length - shown - withdrawn };
}
