import type { FamilyCode } from './mission.ts';

/** What principal and teacher wrote down at a progress review. Free text; an empty text says that nothing was noted. */
export interface ReviewNotes {
  /** What was done, by family of missions. */
  readonly doneByFamily: Readonly<Partial<Record<FamilyCode, string>>>;
  readonly worked: string;
  readonly difficulties: string;
  /** How the missions are split in the school at the time of the review. */
  readonly presentSplit: string;
  readonly trainingsWished: string;
  /** Who does what, and by when. */
  readonly decisions: string;
}
