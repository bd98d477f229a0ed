import type { Means } from '../engagement/means.ts';
import type { PlannedReview, WrittenReview } from '../engagement/planned-review.ts';
import type { FactsBasis } from '../facts/facts.ts';
import type { PersonId } from '../ids.ts';
import type { Authorisation, Establishment, Person, PersonRecord } from '../records.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { LocalDate } from '../time/time.ts';
import type { PaperFacts, PaperKind } from './paper.ts';

/** What is on record of a school when a paper is made of it. */
export interface SchoolOnRecord {
  readonly establishment: Establishment;
  /** Everyone who was ever engaged there. */
  readonly people: readonly Person[];
  readonly records: readonly PersonRecord[];
  readonly authorisations: readonly Authorisation[];
  readonly planned: readonly PlannedReview[];
  readonly written: readonly WrittenReview[];
  readonly means: readonly Means[];
  /** Those who confirmed the segments, as far as they are known. */
  readonly confirmers: readonly Person[];
}

export interface PaperQuestion {
  readonly kind: PaperKind;
  readonly personId?: PersonId;
  readonly schoolYear: SchoolYear;
  /** Facts up to that day. */
  readonly on: LocalDate;
  readonly principal: string;
  readonly basis: FactsBasis;
  /** The form of the facts; the first one only to compare papers that were made in it. */
  readonly form: PaperFacts['form'];
  /** Which review a record is of; by default the year's latest. */
  readonly reviewOn?: LocalDate;
}
