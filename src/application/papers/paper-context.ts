import type { MissionShare } from '../../domain/engagement/mission-split.ts';
import type { FactsBasis } from '../../domain/facts/facts.ts';
import type { Person, PersonRecord } from '../../domain/records.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/time.ts';

/** What every document needs besides its own records. */
export interface PaperContext {
  /** The criteria version in force and its missions: what a counted day or a covered mission is. */
  readonly basis: FactsBasis;
  readonly issuerName: string;
  /** When the document was made. */
  readonly madeAt: Instant;
  /** The day up to which facts are taken, where it is not the day in Paris on which the document was made. */
  readonly factsOn?: LocalDate;
}

/** The day on which the document was made, and the one up to which it takes facts. */
export function daysOf({ madeAt, factsOn }: Pick<PaperContext, 'madeAt' | 'factsOn'>) {
  const madeOn = localDateInParis(madeAt);
  return { madeOn, on: factsOn ?? madeOn };
}

/** Somebody who has an engagement at a school, with all that is recorded of them. */
export interface SchoolMember {
  readonly person: Person;
  readonly record: PersonRecord;
  /** How the missions of the year are split among the whole team; absent where that is not known. */
  readonly shares?: readonly MissionShare[];
  /** School years recognised at the school, and in all; absent where that is not known. */
  readonly recognised?: { readonly here: number; readonly inAll: number };
}
