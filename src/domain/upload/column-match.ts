import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/calendar.ts';

/** Columns that a sender matched by hand. Another table of the same sender with the same header is read in
 *  the same way. */
export interface ColumnMatch {
  readonly personId: PersonId;
  /** Identifies the header without the case, accents and punctuation of its titles. */
  readonly fingerprint: string;
  /** Name of the kind of file. */
  readonly kind: string;
  /** The header as it was written. */
  readonly titles: readonly string[];
  /** For each column that is read, its place in the header. */
  readonly columns: Readonly<Record<string, number>>;
  readonly madeAt: Instant;
}

export type ColumnMatchChange =
  | { readonly kind: 'column-match-saved'; readonly match: ColumnMatch }
  | { readonly kind: 'column-match-forgotten'; readonly personId: PersonId; readonly fingerprint: string };
