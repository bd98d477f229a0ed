import { FAMILY_CODES, type FamilyCode } from '../../../../domain/engagement/mission.ts';
import type { CardFigure } from '../../../../drawings/card-words.ts';
import type { PublicFacts } from '../../../../openbadges/public-facts.ts';
import type { Locale } from '../../env.ts';
import { WORDS } from '../../shell/words.ts';

/** The value of a result of the served document: `duration`, `families` or `hours`. */
function resultOf({ results }: PublicFacts, name: string): string {
  return results.find(({ id }) => id?.endsWith(`#${name}`))?.value ?? '';
}

/** The families of missions that the served document names. */
export function servedFamilies(facts: PublicFacts): readonly FamilyCode[] {
  const named = resultOf(facts, 'families');
  return FAMILY_CODES.filter((code) => new RegExp(`\\b${code}\\b`).test(named));
}

/** The figures that the served document states, without those that are zero: at most three. `members` is the
 *  size of a team, where the document states it. */
export function servedFigures(
  facts: PublicFacts,
  { locale, members = 0 }: { readonly locale: Locale; readonly members?: number | undefined },
): readonly CardFigure[] {
  const { card } = WORDS[locale].labels;
  const duration = Number(resultOf(facts, 'duration'));
  const families = servedFamilies(facts).length;
  const hours = Number(resultOf(facts, 'hours'));
  return [
    ...(members > 0 ? [card.members(members)] : []),
    ...(duration > 0 ? [card.years(duration)] : []),
    ...(families > 0 ? [card.families(families)] : []),
    ...(hours > 0 ? [card.hours(hours)] : []),
  ];
}
