import type { Bilingual, FamilyCode } from '../engagement/mission.ts';
import type { ContributionKind } from '../records.ts';

/** `families`: one text for each family of missions. `text`: one text. `trainings`: one wished training a line,
 *  which joins the trainings wished in progress reviews. */
export type QuestionKind = 'families' | 'text' | 'trainings';

/** A fact of the year that may fill the text of a family: a contribution, or a training attended. */
export type FillingFact = ContributionKind | 'training';

/** One question of the yearly report. */
export interface Question {
  readonly code: string;
  readonly kind: QuestionKind;
  readonly label: Bilingual;
  readonly help?: Bilingual;
  /** The facts that fill the text of a family, besides its missions. */
  readonly facts?: Readonly<Partial<Record<FamilyCode, readonly FillingFact[]>>>;
}

/** What the office asks in the yearly report of a RUPN, in order. */
export interface Questionnaire {
  readonly questions: readonly Question[];
}
