import type { PublishedStatusList } from '../../domain/award/status-list.ts';

export interface StatusList {
  readonly id: string;
  readonly size: number;
  /** Goes up by one whenever a bit is set. */
  readonly revision: number;
  readonly published?: PublishedStatusList;
}

/** Status lists, and the bits that are set. */
export interface StatusListReader {
  /** The list that still takes entries, if one is open and not more than half full. */
  readOpenStatusList(): Promise<StatusList | undefined>;
  readStatusList(id: string): Promise<StatusList | undefined>;
  readStatusLists(): Promise<readonly StatusList[]>;
  /** Those of the indexes that a credential of the list has, revoked or not. */
  readTakenIndexes(listId: string, indexes: readonly number[]): Promise<readonly number[]>;
  /** Indexes of the list whose bit is set. */
  readRevokedIndexes(listId: string): Promise<readonly number[]>;
}
