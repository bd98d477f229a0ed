import type { KeptFor, PublishedStatusList } from '../../domain/award/status-list.ts';

export interface StatusList {
  readonly id: string;
  readonly size: number;
  /** Increases by one whenever a bit is set or cleared. */
  readonly revision: number;
  readonly published?: PublishedStatusList;
}

export interface SetIndexes {
  readonly set: readonly number[];
  readonly suspended: readonly number[];
}

/** Reads status lists and their bits. */
export interface StatusListReader {
  /** The list that still accepts entries: open, and at most half full; for badges by default. */
  readOpenStatusList(keptFor?: KeptFor): Promise<StatusList | undefined>;
  readStatusList(id: string): Promise<StatusList | undefined>;
  readStatusLists(): Promise<readonly StatusList[]>;
  /** The indexes, among these, that belong to a badge, a record or a program's credential, revoked or not. */
  readTakenIndexes(listId: string, indexes: readonly number[]): Promise<readonly number[]>;
  /** Indexes of the list whose bit is set: of revoked and of suspended badges, and which of them are
   *  suspended. */
  readSetIndexes(listId: string): Promise<SetIndexes>;
}
