import type { Instant } from '../time/time.ts';

/** A status list as published: its signed bytes, and the revision of the bits that they show. */
export interface PublishedStatusList {
  readonly id: string;
  /** The revision of the bits that the signed bytes show. */
  readonly publishedRevision: number;
  /** JSON text of the signed BitstringStatusListCredential. */
  readonly document: string;
  /** JSON text of the signed list that tells which of the set entries are suspensions. Absent where no entry was
   *  ever suspended. */
  readonly suspensionDocument?: string;
  readonly validUntil: Instant;
}

/** What a list has the places of: badges, records, or credentials that programs had signed. Each has lists of its
 *  own, so that no place is given twice. */
export type KeptFor = 'badges' | 'records' | 'programs';

/** Changes to status lists. */
export type StatusListChange =
  /** Does nothing where another list has been opened in the meantime. */
  | {
      readonly kind: 'status-list-opened';
      readonly id: string;
      readonly size: number;
      readonly at: Instant;
      /** Badges where it is absent. */
      readonly keptFor?: KeptFor;
    }
  | { readonly kind: 'status-list-published'; readonly list: PublishedStatusList };
