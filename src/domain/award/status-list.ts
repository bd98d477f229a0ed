import type { Instant } from '../time/time.ts';

/** A status list as published: signed bytes and what they say. */
export interface PublishedStatusList {
  readonly id: string;
  /** The revision of the bits that the bytes show. */
  readonly publishedRevision: number;
  /** JSON text of the signed BitstringStatusListCredential. */
  readonly document: string;
  readonly validUntil: Instant;
}

/** What is written about status lists. */
export type StatusListChange =
  /** Nothing where another list is open by now. */
  | { readonly kind: 'status-list-opened'; readonly id: string; readonly size: number; readonly at: Instant }
  | { readonly kind: 'status-list-published'; readonly list: PublishedStatusList };
