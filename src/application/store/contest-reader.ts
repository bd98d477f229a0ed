import type { Contest } from '../../domain/contest/contest.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** Reads contests of segments. */
export interface ContestReader {
  readContest(id: string): Promise<Contest | undefined>;
  /** The newest first. */
  readContestsOfEstablishment(uai: Uai): Promise<readonly Contest[]>;
  /** The newest first. */
  readContestsOfPerson(personId: PersonId): Promise<readonly Contest[]>;
  /** By id: contests that wait for an answer or a decision, or those that are over. */
  readContests(slice: Slice<string>, open: boolean): Promise<readonly Contest[]>;
  /** Contested segments without a contest, because a file contested them; by reference. */
  readUnopenedContests(limit: number): Promise<readonly Engagement[]>;
  /** Ids of open contests whose segment is no longer contested, because of a file or of a merge of two
   *  records. */
  readObsoleteContests(limit: number): Promise<readonly string[]>;
}
