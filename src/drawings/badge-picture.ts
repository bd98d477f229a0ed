import type { AchievementDefinition } from '../domain/criteria/definition.ts';
import type { FamilyCode, MissionFamily, MissionFramework } from '../domain/engagement/mission.ts';
import type { BadgeColours, Office } from '../domain/settings/office.ts';
import type { SchoolYear } from '../domain/time/school-year.ts';

/** How the criteria describe a drawing. `rings` is the number of years of a level, drawn as stones. */
export type BadgeDrawing = AchievementDefinition['drawing'];

/** What all badges of an office share: its families of missions with their signs, and its colours. */
export interface BadgeStyle {
  readonly families: readonly Pick<MissionFamily, 'code' | 'sign'>[];
  readonly colours: BadgeColours;
}

export function badgeStyleOf({
  framework,
  office,
}: {
  readonly framework: MissionFramework;
  readonly office: Office;
}): BadgeStyle {
  return { families: framework.families, colours: office.colours };
}

/** A school year of the engagement, as a mark on the path: full, half, or less. */
export interface YearMark {
  readonly year: SchoolYear;
  readonly value: 0 | 0.5 | 1;
}

/** Everything that the drawing of a badge depends on, except its size. */
export interface BadgePicture {
  readonly drawing: BadgeDrawing;
  readonly look: BadgeStyle;
  /** Families of missions whose lights are on. */
  readonly lit: readonly FamilyCode[];
  /** The office that gives the badge, in two or three words. */
  readonly office: string;
  /** The holder's school years, ascending. Absent in the image of the achievement itself, which has no
   *  holder. */
  readonly years?: readonly YearMark[] | undefined;
  /** Any text, such as the award's id. The shape of the horizon follows from it, so that badges differ. */
  readonly seed?: string | undefined;
  /** The band across a revoked or suspended badge. */
  readonly band?: BandLines | undefined;
}

/** The two lines of the band. */
export interface BandLines {
  readonly state: 'revoked' | 'suspended';
  readonly word: string;
  readonly day: string;
}
