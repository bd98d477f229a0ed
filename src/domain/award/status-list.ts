import type { Instant } from '../time/calendar.ts';

/** A status list as published: its signed bytes, and the revision of the bits that they show. */
export interface PublishedStatusList {
  readonly id: string;
  /** The revision of the bits that the signed bytes show. */
  readonly publishedRevision: number;
  /** JSON text of the signed BitstringStatusListCredential. */
  readonly document: string;
  /** JSON text of the signed list whose bits mark suspensions among the set entries. Absent if no entry
   *  was ever suspended. */
  readonly suspensionDocument?: string;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
}

/** The kind of credential that a list has places for: badges, records of badges, or credentials of programs.
 *  Each kind has its own lists, so that no place is given twice. */
export type ListPurpose = 'badges' | 'records' | 'programs';

export type StatusListChange =
  /** Does nothing if another list has been opened in the meantime. */
  | {
      readonly kind: 'status-list-opened';
      readonly id: string;
      readonly size: number;
      readonly at: Instant;
      /** `badges` where it is absent. */
      readonly keptFor?: ListPurpose;
    }
  | { readonly kind: 'status-list-published'; readonly list: PublishedStatusList };
