import type { PublicFacts } from '#open-badges/credential';
import {
  type FamilyCode,
  familiesWhere,
  type MissionFramework,
} from '../../../../domain/engagement/mission.ts';
import type { CardFigure } from '../../../../drawings/card-texts.ts';
import type { Locale } from '../../../../issuing/achievement.ts';
import { publicLabel } from '../../../../texts/criteria/walk.ts';
import { TEXTS } from '../../view-models/public-texts.ts';

/** The value of a result of the served document: `duration`, `families` or `hours`. */
function resultOf({ results }: PublicFacts, name: string): string {
  return results.find(({ id }) => id?.endsWith(`#${name}`))?.value ?? '';
}

/** The families of missions that the served document names. */
export function servedFamilies(facts: PublicFacts, framework: MissionFramework): readonly FamilyCode[] {
  const value = resultOf(facts, 'families');
  const stated = value.slice(value.indexOf('(') + 1, -1);
  // Older badges have the codes, separated by commas.
  const named = new Set([...stated.split(' ; '), ...stated.split(', ')]);
  const labels = new Map(framework.families.map(({ code, label }) => [code, publicLabel(label, 'fr')]));
  return familiesWhere(framework, (code) => named.has(code) || named.has(labels.get(code) ?? code));
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
    members = 0,
  }: {
    readonly locale: Locale;
    readonly members?: number | undefined;
  },
): readonly CardFigure[] {
  const { card } = TEXTS[locale].labels;
  const years = servedYears(facts);
  const families = Number.parseInt(resultOf(facts, 'families'), 10);
  const hours = Number(resultOf(facts, 'hours'));
  return [
    ...(members > 0 ? [card.members(members)] : []),
    ...(years > 0 ? [card.years(years)] : []),
    ...(families > 0 ? [card.families(families)] : []),
    ...(hours > 0 ? [card.hours(hours)] : []),
  ];
}
