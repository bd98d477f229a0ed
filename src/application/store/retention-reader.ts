import type { PersonId } from '../../domain/ids.ts';
import type { FactCounts, RetentionHold, RetentionNotice } from '../../domain/retention.ts';
import type { LocalDate } from '../../domain/time/time.ts';

/** A person and the number of their facts. */
export interface CountedFacts extends FactCounts {
  readonly personId: PersonId;
}

/** Finds the people who have facts, all of them older than a given day. An engagement without an end is never
 *  old. */
export interface RetentionReader {
  /** Those whose deletion is not announced, or was announced with other facts or on a day to come. */
  readPeopleToAnnounce(
    run: { readonly before: LocalDate; readonly today: LocalDate },
    limit: number,
  ): Promise<readonly CountedFacts[]>;
  /** Those whose deletion was announced before that day, with the facts that they still have. */
  readPeopleToExpire(
    run: { readonly before: LocalDate; readonly announcedBefore: LocalDate },
    limit: number,
  ): Promise<readonly CountedFacts[]>;
  readRetentionNotices(limit: number): Promise<readonly RetentionNotice[]>;
  countRetentionNotices(): Promise<FactCounts & { readonly people: number }>;
  readRetentionHold(): Promise<RetentionHold | undefined>;
  countPeopleWithOldFacts(before: LocalDate): Promise<number>;
}
