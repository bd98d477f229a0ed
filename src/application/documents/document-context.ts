import type { FactsBasis } from '../../domain/facts/facts.ts';
import type { Person, PersonRecord } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/time.ts';

/** What every document needs besides its own records. */
export interface DocumentContext {
  /** The criteria version in force and its missions: what a counted day or a covered mission is. */
  readonly basis: FactsBasis;
  readonly issuerName: string;
  /** The document's date: facts are taken as of that day in Paris. */
  readonly madeAt: Instant;
}

/** Somebody who has an engagement at a school, with all that is recorded of them. */
export interface SchoolMember {
  readonly person: Person;
  readonly record: PersonRecord;
}
