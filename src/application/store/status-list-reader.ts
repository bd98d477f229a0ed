import type { KeptFor, PublishedStatusList } from '../../domain/award/status-list.ts';
import type { Instant } from '../../domain/time/time.ts';

/** A status list, as stored. */
export interface StatusList {
  readonly id: string;
  readonly size: number;
  /** Increases by one whenever a bit is set or cleared. */
  readonly revision: number;
  readonly openedAt: Instant;
  readonly published?: Omit<PublishedStatusList, 'validFrom'>;
}

/** The indexes whose bit is set, and those of them that are suspensions. */
export interface SetIndexes {
  readonly set: readonly number[];
  readonly suspended: readonly number[];
}

/** Reads status lists and their bits. */
export interface StatusListReader {
  /** The list that still accepts entries, because it is open and at most half full; by default the one for
   *  badges. */
  readOpenStatusList(keptFor?: KeptFor): Promise<StatusList | undefined>;
  readStatusList(id: string): Promise<StatusList | undefined>;
  readStatusLists(): Promise<readonly StatusList[]>;
  /** Those of these indexes that belong to a badge, a record or a program's credential, revoked or not. */
  readTakenIndexes(listId: string, indexes: readonly number[]): Promise<readonly number[]>;
  /** The indexes of the list whose bit is set, because of a revocation or a suspension, and the suspended
   *  ones among them. */
  readSetIndexes(listId: string): Promise<SetIndexes>;
}
