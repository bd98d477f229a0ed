import type { PersonId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/time/time.ts';

/** Finds the people who have facts, all of them older than a given day. An engagement without an end is never
 *  old. */
export interface RetentionReader {
  readPeopleWithOldFacts(before: LocalDate, limit: number): Promise<readonly PersonId[]>;
  countPeopleWithOldFacts(before: LocalDate): Promise<number>;
}
