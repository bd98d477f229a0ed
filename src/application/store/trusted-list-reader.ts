import type { TrustedList } from '../../domain/trusted-list.ts';

/** Reads lists of trusted issuers. */
export interface TrustedListReader {
  /** Every list that was ever read, sorted by source. */
  readTrustedLists(): Promise<readonly TrustedList[]>;
}
