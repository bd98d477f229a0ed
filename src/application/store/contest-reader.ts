import type { Contest } from '../../domain/engagement/contest.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** Contests of segments. */
export interface ContestReader {
  readContest(id: string): Promise<Contest | undefined>;
  /** The newest first. */
  readContestsOfEstablishment(uai: Uai): Promise<readonly Contest[]>;
  /** The newest first. */
  readContestsOfPerson(personId: PersonId): Promise<readonly Contest[]>;
  /** By id: those that wait for an answer or a decision, or those that are over. */
  readContests(page: Slice<string>, open: boolean): Promise<readonly Contest[]>;
  /** Contested segments that no contest is about, since they came contested in a file; by reference. */
  readUnopenedContests(limit: number): Promise<readonly Engagement[]>;
  /** Open contests whose segment a file, or the merge of two records, made no longer contested; ids. */
  readObsoleteContests(limit: number): Promise<readonly string[]>;
}
