import type { PublicFacts } from '#open-badges/credential';
import {
  type FamilyCode,
  familiesWhere,
  type MissionFramework,
} from '../../../../domain/engagement/mission.ts';
import type { CardFigure } from '../../../../drawings/card-texts.ts';
import type { Locale } from '../../../../issuing/achievement.ts';
import { TEXTS } from '../../view-models/public-texts.ts';

/** The value of a result of the served document: `duration`, `families` or `hours`. */
function resultOf({ results }: PublicFacts, name: string): string {
  return results.find(({ id }) => id?.endsWith(`#${name}`))?.value ?? '';
}

/** The families of missions that the served document names. */
export function servedFamilies(facts: PublicFacts, framework: MissionFramework): readonly FamilyCode[] {
  const named = resultOf(facts, 'families');
  return familiesWhere(framework, (code) => new RegExp(`\\b${code}\\b`).test(named));
}

/** The years of engagement that the served document states; 0 where it states none. */
export function servedYears(facts: PublicFacts): number {
  return Number(resultOf(facts, 'duration'));
}

/** The figures that the served document states, without those that are zero: at most three. `members` is the
 *  size of a team, where the document states it. */
export function servedFigures(
  facts: PublicFacts,
  {
    locale,
    framework,
    members = 0,
  }: {
    readonly locale: Locale;
    readonly framework: MissionFramework;
    readonly members?: number | undefined;
  },
): readonly CardFigure[] {
  const { card } = TEXTS[locale].labels;
  const years = servedYears(facts);
  const families = servedFamilies(facts, framework).length;
  const hours = Number(resultOf(facts, 'hours'));
  return [
    ...(members > 0 ? [card.members(members)] : []),
    ...(years > 0 ? [card.years(years)] : []),
    ...(families > 0 ? [card.families(families)] : []),
    ...(hours > 0 ? [card.hours(hours)] : []),
  ];
}
