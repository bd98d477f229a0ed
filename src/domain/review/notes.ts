import type { FamilyCode } from '../engagement/mission.ts';

/** Notes of the principal and the teacher on a progress review. Free text; an empty text means that nothing
 *  was noted. */
export interface ReviewNotes {
  /** Work done, by family of missions. */
  readonly doneByFamily: Readonly<Partial<Record<FamilyCode, string>>>;
  readonly worked: string;
  readonly difficulties: string;
  /** The split of missions in the school at the time of the review. */
  readonly presentSplit: string;
  readonly trainingsWished: string;
  /** Decisions taken: the tasks, the people in charge and the deadlines. */
  readonly decisions: string;
}
