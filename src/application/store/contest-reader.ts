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
  /** Contests that wait for an answer or a decision (`open`), or those that are over; sorted by id. */
  readContests(slice: Slice<string>, open: boolean): Promise<readonly Contest[]>;
  /** Segments that a file contested and that have no contest yet; sorted by reference. */
  readUnopenedContests(limit: number): Promise<readonly Engagement[]>;
  /** Ids of open contests whose segment is not contested any more, because of a file or of a merge of
   *  records. */
  readObsoleteContests(limit: number): Promise<readonly string[]>;
}
