import type { Bilingual, FrenchFirst } from '../engagement/mission.ts';
import type { EventKind } from '../records.ts';
import type { LocalDate } from '../time/calendar.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Rule } from './rule.ts';

/** The figures that turn records into facts: data of the criteria version, never code. */
export interface Thresholds {
  /** Days in W(Y) for a whole year (200) and for half a year (100). */
  readonly fullYearDays: number;
  readonly halfYearDays: number;
  /** Days in W(Y) for a mission to be covered (90). */
  readonly coveredMissionDays: number;
  /** A training counts while S − schoolYear(event) is below this figure (5). */
  readonly trainingExpiryYears: number;
  /** Lowest proof levels: for training hours (2) and for the DANE's events (1). */
  readonly trainingProof: number;
  readonly daneEventProof: number;
  readonly trainingKinds: readonly EventKind[];
  readonly daneEventKinds: readonly EventKind[];
  /** Years before this one count as reviewed where their value is above 0 (2025). */
  readonly reviewWaivedBefore: SchoolYear;
  /** A self-report counts only if no other self-report counted in this many years before it (2). */
  readonly selfReportRestYears: number;
}

/** One named requirement of a badge. */
export interface Requirement {
  /** Unique and stable inside the badge: findings and translations refer to it. */
  readonly name: string;
  readonly rule: Rule;
}

/** A badge as the DANE defines it, before it is mapped to the standard's Achievement. */
export interface AchievementDefinition {
  readonly code: string;
  readonly name: FrenchFirst;
  /** The French titles for a holder who chose a grammatical form. Absent if the name suits everyone. */
  readonly titles?: { readonly feminine: string; readonly masculine: string };
  readonly description: FrenchFirst;
  /** OB 3.0 AchievementType, enumerated or `ext:…`. */
  readonly achievementType: string;
  readonly recipient: 'person' | 'establishment';
  /** Years of validity counted from the school year of the award; absent if the badge does not end. */
  readonly validityYears?: number;
  /** The picture of the badge: a cairn of `rings` stones for a level, the sign of a family of missions for a
   *  theme, a team for a school, or an image of the office's own (a `data:` URI) with what it shows. */
  readonly drawing:
    | { readonly kind: 'rings'; readonly rings: number }
    | { readonly kind: 'family'; readonly family: string }
    | { readonly kind: 'team' }
    | { readonly kind: 'own'; readonly image: string; readonly words: Bilingual };
  /** All of them must be met. */
  readonly requirements: readonly Requirement[];
}

/** Whether the badge has all its texts in English. Without them it has no English address. */
export function hasEnglish({
  name,
  description,
}: Pick<AchievementDefinition, 'name' | 'description'>): boolean {
  return name.en !== undefined && description.en !== undefined;
}

/** The languages in which the badge has an address. */
export function writtenLanguages(
  badge: Pick<AchievementDefinition, 'name' | 'description'>,
): readonly ('fr' | 'en')[] {
  return hasEnglish(badge) ? ['fr', 'en'] : ['fr'];
}

/** One version of the published criteria: thresholds and all badges, in force from a day. */
export interface Criteria {
  readonly version: number;
  readonly inForceFrom: LocalDate;
  readonly thresholds: Thresholds;
  readonly achievements: readonly AchievementDefinition[];
}

/** The level of a badge: the number of rings of its drawing, or 0 for a badge outside the levels. */
export function levelOf({ drawing }: Pick<AchievementDefinition, 'drawing'>): number {
  return drawing.kind === 'rings' ? drawing.rings : 0;
}
