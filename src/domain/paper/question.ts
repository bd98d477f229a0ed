import type { Means } from '../../features/means/feature.ts';
import type { ProcedureSheet } from '../../features/procedure-sheets/feature.ts';
import type { SchoolProject } from '../../features/school-projects/feature.ts';
import type { FormChoice } from '../award/types.ts';
import type { FactsBasis } from '../facts/types.ts';
import type { PersonId } from '../ids.ts';
import type { Authorisation, Person, PersonRecord, School } from '../records.ts';
import type { PlannedReview, WrittenReview } from '../review/planned.ts';
import type { LocalDate } from '../time/calendar.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { PaperFacts, PaperKind } from './types.ts';

/** The records of a school from which a paper is made. */
export interface SchoolOnRecord {
  readonly establishment: School;
  /** Everyone who has ever had an engagement there. */
  readonly people: readonly Person[];
  readonly records: readonly PersonRecord[];
  readonly authorisations: readonly Authorisation[];
  readonly planned: readonly PlannedReview[];
  readonly written: readonly WrittenReview[];
  readonly means: readonly Means[];
  readonly projects: readonly SchoolProject[];
  readonly procedures: readonly ProcedureSheet[];
  /** The known confirmers of the engagements. */
  readonly confirmers: readonly Person[];
}

/** The paper that is asked for. */
export interface PaperQuestion {
  readonly kind: PaperKind;
  readonly personId?: PersonId;
  readonly schoolYear: SchoolYear;
  /** Facts are taken up to that day, included. */
  readonly on: LocalDate;
  readonly principal: string;
  readonly basis: FactsBasis;
  /** The form of the facts. An earlier form is used only to compare a paper that was made in it. */
  readonly form: PaperFacts['form'];
  /** The grammatical form that people chose for their badges. */
  readonly titleForms: ReadonlyMap<PersonId, FormChoice>;
  /** The review that a review record is about; by default the latest of the year. */
  readonly reviewOn?: LocalDate;
}
