import type { TrustedList } from '../../domain/trusted-list.ts';

export interface TrustedListReader {
  /** Every list that was ever read, by its source. */
  readTrustedLists(): Promise<readonly TrustedList[]>;
}
